import type { ProjectState } from '../project-state.ts'
import type { Draft, Section, SectionId, Step } from '../records.ts'
import { isStoryForm } from '../story-form.ts'
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

/** Sections of which a model remembered something: what the writer notes of one is no reason to read it. */
const known = question(
  ['memory'],
  (state): ReadonlySet<SectionId> =>
    new Set([...state.memory.values()].flatMap(({ section, by }) => (by === 'writer' ? [] : [section]))),
)

/**
 * Whether the plan alone says that a section is remembered: it is a part of a story, it is as long as a chapter, or
 * another waits for it. The short entries of a diary or a list, which nothing waits for, are not.
 */
export const isRemembered = (state: ProjectState, { id, words }: Section): boolean => {
  const [brief] = state.brief.values()
  return isStoryForm(brief?.form ?? '') || words >= chapter || restedOn(state).has(id)
}

/** Whether anything may rest on the memory of a section: also where the writer wrote it, or a model read it before. */
const isWorthRemembering = (state: ProjectState, section: Section, { author }: Draft): boolean =>
  author === 'writer' || isRemembered(state, section) || known(state).has(section.id)

/**
 * The memory that a settled section still needs; nothing where its text is the one that was remembered last, or need not
 * be. Of the steps that ended only that of the last text stands.
 */
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
    .filter(({ step }) => state.step.get(step)?.status !== 'failed')
}
