import type { ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { outline } from '../../shared/questions/outline.ts'
import { shape } from '../../shared/questions/shape.ts'
import type { Section, SectionId } from '../../shared/records.ts'
import type { SectionChange } from '../../shared/section-change.ts'

/** Where a section can go, seen from where it stands. */
export type Direction = 'up' | 'down' | 'in' | 'out'

const usualWords = 400

const sorted = (state: ProjectState, parent: SectionId | null): readonly Section[] =>
  outline(state).flatMap(({ section }) => (section.parent === parent ? [section] : []))

/** An order that sorts between two neighbours, either of which may be missing. */
const between = (before: Section | undefined, after: Section | undefined): number => {
  if (before && after) return (before.order + after.order) / 2
  if (before) return before.order + 1
  return after ? after.order - 1 : 1
}

const isInside = (state: ProjectState, id: SectionId, of: SectionId): boolean => {
  for (let at = state.section.get(id), steps = 0; at && steps < 100; steps += 1) {
    if (at.id === of) return true
    at = at.parent === null ? undefined : state.section.get(at.parent)
  }
  return false
}

const hasText = (state: ProjectState, id: SectionId): boolean => {
  const { current, streaming } = desk(state, id)
  return current !== undefined || streaming !== undefined
}

/** A new section behind `after` (at the end for null), under the id it is given. */
export const adding = (state: ProjectState, after: SectionId | null, id: SectionId): SectionChange => {
  const before = after === null ? undefined : state.section.get(after)
  const parent = before?.parent ?? null
  const siblings = sorted(state, parent)
  const at = before ? siblings.indexOf(before) : siblings.length - 1
  const section: Section = {
    id,
    parent,
    order: between(siblings[at], siblings[at + 1]),
    title: 'New section',
    intent: '',
    words: shape(state).each ?? usualWords,
    unit: null,
    owns: [],
    leaves: [],
    after: [],
    take: 1,
  }
  return { put: [section], remove: [] }
}

/** A section and all that is under it removed. */
export const removing = (state: ProjectState, id: SectionId): SectionChange => ({
  put: [],
  remove: outline(state).flatMap(({ section }) => (isInside(state, section.id, id) ? [section.id] : [])),
})

/**
 * A section moved before the `index`th child of `parent`, counted without itself. Null where that cannot be: into
 * itself, or into a section that holds text of its own.
 */
export const placing = (
  state: ProjectState,
  id: SectionId,
  parent: SectionId | null,
  index: number,
): SectionChange | null => {
  const section = state.section.get(id)
  if (!section || (parent !== null && (isInside(state, parent, id) || hasText(state, parent)))) return null
  const siblings = sorted(state, parent).filter((each) => each.id !== id)
  const at = Math.min(index, siblings.length)
  const order = between(siblings[at - 1], siblings[at])
  return section.parent === parent && section.order === order
    ? null
    : { put: [{ ...section, parent, order }], remove: [] }
}

/** A section moved one step; null where there is nowhere to go. */
export const moving = (state: ProjectState, id: SectionId, direction: Direction): SectionChange | null => {
  const section = state.section.get(id)
  if (!section) return null
  const siblings = sorted(state, section.parent)
  const at = siblings.indexOf(section)
  switch (direction) {
    case 'up':
      return at > 0 ? placing(state, id, section.parent, at - 1) : null
    case 'down':
      return at < siblings.length - 1 ? placing(state, id, section.parent, at + 1) : null
    case 'in': {
      const before = siblings[at - 1]
      return before ? placing(state, id, before.id, sorted(state, before.id).length) : null
    }
    case 'out': {
      const parent = section.parent === null ? undefined : state.section.get(section.parent)
      if (!parent) return null
      const next = sorted(state, parent.parent).indexOf(parent) + 1
      return placing(state, id, parent.parent, next)
    }
  }
}
