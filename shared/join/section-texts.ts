import type { Demand } from '../constraints/demand.ts'
import type { ProjectState } from '../project-state.ts'
import { desk } from '../questions/drafts.ts'
import { leaves } from '../questions/outline.ts'
import { wordMarks } from '../text/word-marks.ts'
import type { SectionText } from './duplicates.ts'
import type { NotOwn } from './word-mask.ts'

/** The current texts of a work, in reading order. */
export const sectionTexts = (state: ProjectState): readonly SectionText[] =>
  leaves(state).flatMap(({ id }) => {
    const text = desk(state, id).current?.text
    return text ? [{ section: id, text }] : []
  })

const wordsOf = ({ params }: Demand): readonly string[] =>
  Object.values(params).flatMap((value: unknown) => (typeof value === 'string' ? [value] : []))

/** Words of a requirement from which on it says something of its own: fewer are a name or a term. */
const sentenceWords = 3

/** The names under which something is remembered. */
const namesIn = (state: ProjectState): readonly string[] =>
  [...state.memory.values()].flatMap(({ about, name }) => (about === 'summary' ? [] : [name]))

/**
 * What no section says by itself: the words of requirements are set apart; titles, short terms and `names` may come
 * anywhere.
 */
export const notOwnWords = (state: ProjectState, names = namesIn(state)): NotOwn => {
  const asked = [...state.constraint.values()].flatMap(({ demand }) => wordsOf(demand))
  const apart = asked.filter((text) => wordMarks(text, false).words.length >= sentenceWords)
  const light = [
    ...asked.filter((text) => wordMarks(text, false).words.length < sentenceWords),
    ...[...state.brief.values()].map(({ title }) => title),
    ...[...state.section.values()].map(({ title }) => title),
    ...names,
  ]
  return { apart: [...new Set(apart)], light: [...new Set(light)] }
}
