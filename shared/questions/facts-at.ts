import type { ProjectState } from '../project-state.ts'
import type { Memory, Section } from '../records.ts'
import { question } from './question.ts'
import { places, restsOn } from './rests-on.ts'

/** Every fact that is remembered, in reading order; those of one section in the order in which they came. */
export const facts = question(['memory', 'section'], (state): readonly Memory[] => {
  const at = places(state)
  const first = ({ section }: Memory): number => at.get(section)?.first ?? Infinity
  return [...state.memory.values()]
    .filter(({ about, section }) => about !== 'summary' && at.has(section))
    .toSorted((a, b) => first(a) - first(b))
})

/**
 * The facts that hold at a section: the writer's own from where they begin, and those remembered of the sections that it
 * rests on, never of others that happen to be finished; up to where they end, if that is known to this section.
 */
export const factsAt = (state: ProjectState, section: Section): readonly Memory[] => {
  const at = places(state)
  const own = at.get(section.id)
  if (!own) return []
  const before = restsOn(state, section.id)
  return facts(state).filter((fact) => {
    const begins = at.get(fact.section)
    const isKnown = before.has(fact.section) || (fact.by === 'writer' && begins && begins.first <= own.last)
    if (!isKnown || fact.section === section.id) return isKnown && fact.by === 'writer'
    if (!fact.until || !(fact.by === 'writer' || before.has(fact.until))) return true
    return own.first <= (at.get(fact.until)?.last ?? Infinity)
  })
}
