import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ModelChoice } from '../../shared/model.ts'
import { keptChoice } from './kept-choice.ts'

/** Models of their own for a role, null for the chosen one; those of `fallback` where the first cannot be reached. */
export type Casting = {
  readonly planner: ModelChoice | null
  readonly reviewer: ModelChoice | null
  readonly fallback: readonly ModelChoice[]
  /** The model by whose vectors passages of sources are found, null for by their words alone. */
  readonly embedding: ModelChoice | null
}

/** Which model the next run uses, and how far it may go. No key is part of it: the host knows those. */
export type RunChoice = {
  readonly model: ModelChoice
  /** Tokens the project may cost in all; null for no cap. */
  readonly cap: number | null
  /** US dollars the project may cost in all, and minutes one run may take; null for no cap. */
  readonly money: number | null
  readonly minutes: number | null
  readonly casting: Casting
  /** Sections written at once; null for as many as the model serves. */
  readonly lanes: number | null
}

/** The built-in model. */
export const practice: ModelChoice = { id: 'practice' }

const key = 'longhand.model'

const kept = (): Pick<RunChoice, 'model' | 'casting'> => {
  const read = (): unknown => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null')
    } catch {
      return null
    }
  }
  const { planner, reviewer, fallback, embedding } = Object(read()) as { readonly [Part in string]?: unknown }
  return {
    model: keptChoice(read()) ?? practice,
    casting: {
      planner: keptChoice(planner),
      reviewer: keptChoice(reviewer),
      embedding: keptChoice(embedding),
      fallback: Array.isArray(fallback) ? fallback.map(keptChoice).filter((each) => each !== null) : [],
    },
  }
}

/** The one choice of this page. */
export const modelStore = createStore<RunChoice>(() => ({
  cap: null,
  money: null,
  minutes: null,
  lanes: null,
  ...kept(),
}))

modelStore.subscribe(({ model, casting: { planner, reviewer, fallback, embedding } }) => {
  const keep = {
    ...keptChoice(model),
    planner: keptChoice(planner),
    reviewer: keptChoice(reviewer),
    embedding: keptChoice(embedding),
    fallback: fallback.map(keptChoice),
  }
  try {
    localStorage.setItem(key, JSON.stringify(keep))
  } catch {
    // The choice then lasts as long as the page.
  }
})

/** A part of the choice. */
export const useRunChoice = <Part>(select: (choice: RunChoice) => Part): Part => useStore(modelStore, select)

/** A model's name without its provider's. */
export const modelName = (id: string): string =>
  id === 'practice' ? 'Practice model' : id.slice(id.indexOf('/') + 1)

/** Whether two choices name the same model at the same place. */
export const isSameModel = (a: ModelChoice, b: ModelChoice): boolean =>
  a.id === b.id && (a.baseUrl ?? '') === (b.baseUrl ?? '')
