import type { ProjectState } from '../project-state.ts'
import { factsAt } from '../questions/facts-at.ts'
import { places } from '../questions/rests-on.ts'
import type { Memory, Section } from '../records.ts'
import { holds } from '../text/quotes.ts'

/** Facts that one prompt shows of what is known. */
const most = 12

/**
 * What is known already of the things that a text names: facts that hold at its section, of sections nearest to it, at
 * most twelve. `text` is plain.
 */
export const knownHere = (state: ProjectState, section: Section, text: string): readonly Memory[] => {
  const at = places(state)
  const own = at.get(section.id)?.first ?? 0
  const distance = (fact: Memory): number => Math.abs(own - (at.get(fact.section)?.last ?? own))
  return factsAt(state, section)
    .filter((fact) => fact.section !== section.id && holds(text, fact.name))
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, most)
}
