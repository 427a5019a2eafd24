import type { ProjectState } from '../project-state.ts'
import type { SectionId } from '../records.ts'
import { leaves, outline } from './outline.ts'
import { question } from './question.ts'

/** Where a section stands in reading order: the numbers, from 0, of its first and its last leaf. */
export type Place = { readonly first: number; readonly last: number }

/** The places of all sections that hold text or have any below them. */
export const places = question(['section'], (state): ReadonlyMap<SectionId, Place> => {
  const found = new Map<SectionId, Place>()
  for (const [i, leaf] of leaves(state).entries()) {
    const above = new Set<SectionId>()
    for (
      let at: SectionId | null = leaf.id;
      at && !above.has(at);
      at = state.section.get(at)?.parent ?? null
    ) {
      above.add(at)
      found.set(at, { first: found.get(at)?.first ?? i, last: i })
    }
  }
  return found
})

const nobody: ReadonlySet<SectionId> = new Set()

const closures = question(['section'], () => new Map<SectionId, ReadonlySet<SectionId>>())

/**
 * The sections that must exist before one, also by way of others: all that its prompt may speak of, whenever it is
 * drafted. In a circle a section may be among its own.
 */
export const restsOn = (state: ProjectState, id: SectionId): ReadonlySet<SectionId> => {
  const after = state.section.get(id)?.after ?? []
  if (after.length === 0) return nobody
  const known = closures(state)
  const before = known.get(id)
  if (before) return before
  const found = new Set<SectionId>()
  const open = [...after]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next) || !state.section.has(next)) continue
    found.add(next)
    open.push(...(state.section.get(next)?.after ?? []))
  }
  known.set(id, found)
  return found
}

/** The sections that at least one other waits for. */
export const restedOn = question(
  ['section'],
  (state): ReadonlySet<SectionId> => new Set(leaves(state).flatMap(({ after }) => after)),
)

/** The parts of a work, in reading order: the sections that leaves stand right below, each with its leaves. */
export const parts = question(['section'], (state): ReadonlyMap<SectionId, readonly SectionId[]> => {
  const found = new Map<SectionId, SectionId[]>()
  for (const { section, leaf } of outline(state)) {
    if (leaf && section.parent && state.section.has(section.parent)) {
      found.set(section.parent, [...(found.get(section.parent) ?? []), section.id])
    }
  }
  return found
})
