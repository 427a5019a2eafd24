import type { ProjectState } from '../project-state.ts'
import type { SectionId } from '../records.ts'
import type { Work } from './agenda.ts'
import { isAwaited } from './is-awaited.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'

/** As long as more sections than this are left to begin for each lane, those that were begun are finished first. */
const inStock = 2

/** How far a section has still to go when this is what it needs next; what is about no single section has no place here. */
const toGo: Partial<Record<Work['verb'], number>> = { draft: 4, revise: 3, review: 2, remember: 1 }

/** Whether it is a step of a section's way, and nothing that the writer waits for. */
const isOnTheWay = (work: Work): boolean => toGo[work.verb] !== undefined && !isAwaited(work)

/** Work that nothing waits for. */
const isLast = ({ verb }: Work): boolean => verb === 'join' || verb === 'search' || verb === 'confirm'

/** For each section how many must be written one after the other once it is: what comes after it, and after that. */
const waiting = question(['section'], (state): ReadonlyMap<SectionId, number> => {
  const sections = leaves(state)
  const after = new Map<SectionId, SectionId[]>()
  for (const { id, after: earlier } of sections) {
    for (const each of earlier) after.set(each, [...(after.get(each) ?? []), id])
  }
  const chains = new Map<SectionId, number>()
  const chain = (id: SectionId): number => {
    const known = chains.get(id)
    if (known !== undefined) return known
    // A circle ends where it began.
    chains.set(id, 0)
    const long = Math.max(0, ...(after.get(id) ?? []).map((next) => 1 + chain(next)))
    chains.set(id, long)
    return long
  }
  sections.forEach(({ id }) => chain(id))
  return chains
})

/**
 * Open work in the order in which lanes should take it up, so that all of them have something to do to the end: what
 * everything waits for; then sections that others wait for; then what finishes a section before what begins one, until
 * there is little left to begin, and from there on what has the longest way to go; joins last.
 */
export const whatFirst = (state: ProjectState, open: readonly Work[], lanes: number): readonly Work[] => {
  const ofSections = open.filter(isOnTheWay)
  const drafts = ofSections.filter(({ verb }) => verb === 'draft').length
  const ending = drafts <= inStock * lanes
  const waits = (work: Work): number => ('section' in work ? (waiting(state).get(work.section.id) ?? 0) : 0)
  const rank = ({ verb }: Work): number => (ending ? (toGo[verb] ?? 0) : verb === 'draft' ? 0 : 1)
  return [
    ...open.filter((work) => !isOnTheWay(work) && !isLast(work)),
    ...ofSections.toSorted((a, b) => waits(b) - waits(a) || rank(b) - rank(a)),
    ...open.filter(isLast),
  ]
}
