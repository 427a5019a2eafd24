import type { ProjectState } from '../project-state.ts'
import { facts } from '../questions/facts-at.ts'
import { question } from '../questions/question.ts'
import { places } from '../questions/rests-on.ts'
import type { Memory } from '../records.ts'
import { excludes, thingOf } from './excludes.ts'
import type { Finding } from './edit-orders.ts'
import { factPlace } from './fact-places.ts'

/** Two facts that cannot both hold, though both are said to at one place; `later` is of the later section. */
export type FactConflict = { readonly earlier: Memory; readonly later: Memory }

/** Facts of one thing that are held against each other: more of them are not one thing. */
const mostOfOne = 60

/** Conflicts between the facts that are remembered, in reading order. A fact that ended before another began is no rival. */
export const factConflicts = question(['memory', 'section'], (state): readonly FactConflict[] => {
  const at = places(state)
  const ends = ({ until }: Memory): number => (until ? (at.get(until)?.last ?? Infinity) : Infinity)
  const begins = ({ section }: Memory): number => at.get(section)?.first ?? 0
  const things = Map.groupBy(facts(state), thingOf)
  return [...things.values()].flatMap((all) =>
    all.slice(0, mostOfOne).flatMap((later, i) =>
      all
        .slice(0, i)
        .filter((earlier) => ends(earlier) > begins(later) && excludes(earlier, later))
        .map((earlier) => ({ earlier, later })),
    ),
  )
})

/** A conflict as the writer sees it: an order for the later section, or for memory alone where both are of one. */
const findingOf = (state: ProjectState, { earlier, later }: FactConflict): Finding => {
  const says = ({ section, by }: Memory): string =>
    by === 'writer' ? 'you wrote' : `“${state.section.get(section)?.title ?? ''}” says`
  return {
    about: [earlier, later].map(({ section, name, fact }) => [section, name, fact]),
    found: {
      kind: 'contradiction',
      section: later.section,
      sentence: `Of ${later.name} ${says(later)}: ${later.fact} But ${says(earlier)}: ${earlier.fact}`,
      places: [...factPlace(state, later.section, later), ...factPlace(state, earlier.section, earlier)],
      advice: `Of ${earlier.name} this holds: ${earlier.fact} Make this place agree with it, and change nothing else.`,
      by: 'code',
      madeFrom: later.madeFrom,
    },
  }
}

/** The conflicts that facts among `touched` have with any other, as findings. */
export const conflictFindings = (
  state: ProjectState,
  touched: ReadonlySet<Memory['id']>,
): readonly Finding[] =>
  factConflicts(state)
    .filter(({ earlier, later }) => touched.has(earlier.id) || touched.has(later.id))
    .map((conflict) => findingOf(state, conflict))
