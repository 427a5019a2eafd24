import type { ProjectState } from '../../shared/project-state.ts'
import { dutiesOf } from '../../shared/questions/duties.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { question } from '../../shared/questions/question.ts'
import { shape } from '../../shared/questions/shape.ts'
import type { Section } from '../../shared/records.ts'
import type { Expected } from './monitor.ts'
import { bareHeading, type Titles } from './watch/other-sections.ts'
import { allowsGaps } from './watch/placeholders.ts'

/** Words a section may have by its length duty; an open side is 0 or infinite. */
export const lengthOf = (
  state: ProjectState,
  section: Section,
): { readonly min: number; readonly max: number } => {
  const ranges = dutiesOf(state, section.id).flatMap(({ demand }) =>
    demand.kind === 'length' ? [demand.params] : [],
  )
  return {
    min: Math.max(0, ...ranges.map(({ min }) => min ?? 0)),
    max: Math.min(Infinity, ...ranges.map(({ max }) => max ?? Infinity)),
  }
}

/** The language a section is to be written in: its own where it owes one, else that of the brief. */
const languageFor = (state: ProjectState, section: Section): string => {
  const [brief] = state.brief.values()
  const own = dutiesOf(state, section.id).find(({ demand }) => demand.kind === 'language')?.demand
  return own?.kind === 'language' ? own.params.code : (brief?.language ?? 'en')
}

/** Words at which a stream is stopped: half as much again as the most that is allowed. */
const mostWords = (state: ProjectState, section: Section): number => {
  const { min, max } = lengthOf(state, section)
  return Math.ceil((Number.isFinite(max) ? max : Math.max(min, section.words) * 2) * 1.5)
}

/** Tokens that so many words may take: enough for any language, and a margin to end the last sentence. */
export const tokensFor = (words: number): number => Math.ceil(words * 2.5) + 200

/** Words a section is to have at most, beside those that stand before what is to be written; at least 20. */
export const wordsWanted = (state: ProjectState, section: Section, before = 0): number => {
  const { min, max } = lengthOf(state, section)
  return Math.max(20, (Number.isFinite(max) ? max : Math.max(min, Math.ceil(section.words * 1.1))) - before)
}

const titles = question(['section'], (state) => leaves(state).map(({ title }) => bareHeading(title)))

const titlesFor = (state: ProjectState, section: Section): Titles => {
  const { label, count } = shape(state)
  const own = bareHeading(section.title)
  const unit = section.unit !== null && count !== null ? { label, number: section.unit, count } : null
  return { own: section.title, others: new Set(titles(state).filter((each) => each !== own)), unit }
}

const gaps = question(['brief', 'constraint'], (state): boolean =>
  allowsGaps(JSON.stringify([[...state.brief.values()], [...state.constraint.values()]])),
)

/** What the text of a section is to be; `words` are those that stand before what is to be watched. */
export const expectedOf = (state: ProjectState, section: Section, words = 0): Expected => ({
  language: languageFor(state, section),
  mostWords: Math.max(20, mostWords(state, section) - words),
  titles: titlesFor(state, section),
  allowsGaps: gaps(state) || allowsGaps(section.note ?? ''),
})
