import type { ProjectState } from '../project-state.ts'
import type { Draft, Section, SectionId, Step } from '../records.ts'
import { mostSums } from './bounds.ts'
import { desk } from './drafts.ts'
import { memoryFor } from './memory-for.ts'
import { holdsStill } from './phase.ts'
import { question } from './question.ts'
import { restedOn, restsOn } from './rests-on.ts'
import { isSumStep, rememberStep, sumStep } from './steps.ts'
import type { Sum } from './summaries.ts'
import { textHash } from './text-hash.ts'

type Of<Verb extends string, Matter> = { readonly verb: Verb; readonly step: Step['id'] } & Matter

/** Work on memory: a settled section, or a summary made of others. */
export type MemoryWork =
  | Of<'remember', { readonly section: Section; readonly draft: Draft; readonly hash: string }>
  | Of<'sum', { readonly sum: Sum }>

/** Words from which a section is a chapter that others may contradict, whether or not they wait for it. */
const chapter = 500

const known = question(
  ['memory'],
  (state): ReadonlySet<SectionId> => new Set([...state.memory.values()].map(({ section }) => section)),
)

/**
 * Whether anything rests on the memory of a section: another waits for it, it is as long as a chapter, the writer wrote
 * it, or it is remembered already. The short entries of a diary or a list, which nothing waits for, are not remembered.
 */
const isWorthRemembering = (state: ProjectState, { id, words }: Section, { author }: Draft): boolean =>
  author === 'writer' || words >= chapter || restedOn(state).has(id) || known(state).has(id)

/** The memory that a settled section still needs; nothing where its text has been remembered, or need not be. */
export const remembering = (state: ProjectState, section: Section): readonly MemoryWork[] => {
  const { current } = desk(state, section.id)
  if (!current?.text || !holdsStill(state, current)) return []
  if (!isWorthRemembering(state, section, current)) return []
  const hash = textHash(current)
  const step = rememberStep(current, hash)
  return state.step.has(step) ? [] : [{ verb: 'remember', step, section, draft: current, hash }]
}

const sumsMade = question(
  ['step'],
  (state): number => [...state.step.values()].filter(({ id }) => isSumStep(id)).length,
)

/** The summaries that the prompt for a section needs made first: none as long as those of single sections have room. */
export const summing = (state: ProjectState, section: Section): readonly MemoryWork[] => {
  if (restsOn(state, section.id).size <= section.after.length) return []
  if (sumsMade(state) >= mostSums(state)) return []
  return memoryFor(state, section)
    .wants.map((sum): MemoryWork => ({ verb: 'sum', step: sumStep(sum), sum }))
    .filter(({ step }) => !state.step.has(step))
}
