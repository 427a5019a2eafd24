import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ModelChoice } from '../../shared/model.ts'

/** Which model the next run uses, and how far it may go. The key lives as long as the page and is saved nowhere. */
export type RunChoice = {
  readonly model: ModelChoice
  /** Tokens the project may cost in all; null for no cap. */
  readonly cap: number | null
  /** US dollars the project may cost in all, and minutes one run may take; null for no cap. */
  readonly money: number | null
  readonly minutes: number | null
  /** Models of their own for a role, by full id; those of `fallback` where the first cannot be reached. */
  readonly casting: {
    readonly planner: string
    readonly reviewer: string
    readonly fallback: readonly string[]
  }
  /** Sections written at once; null for as many as the model serves. */
  readonly lanes: number | null
}

const key = 'longhand.model'

const kept = (): ModelChoice => {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof read !== 'object' || read === null) return { id: 'practice' }
    const { id, baseUrl } = read as Partial<ModelChoice>
    return { id: typeof id === 'string' ? id : 'practice', ...(typeof baseUrl === 'string' && { baseUrl }) }
  } catch {
    return { id: 'practice' }
  }
}

/** The one choice of this page. */
export const modelStore = createStore<RunChoice>(() => ({
  model: kept(),
  cap: null,
  money: null,
  minutes: null,
  lanes: null,
  casting: { planner: '', reviewer: '', fallback: [] },
}))

modelStore.subscribe(({ model: { id, baseUrl } }) => {
  try {
    localStorage.setItem(key, JSON.stringify({ id, ...(baseUrl && { baseUrl }) }))
  } catch {
    // The choice then lasts as long as the page.
  }
})

/** A part of the choice. */
export const useRunChoice = <Part>(select: (choice: RunChoice) => Part): Part => useStore(modelStore, select)

/** A model's name without its provider's. */
export const modelName = (id: string): string =>
  id === 'practice' ? 'Practice model' : id.slice(id.indexOf('/') + 1)
