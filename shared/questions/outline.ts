import type { Section, SectionId } from '../records.ts'
import { question } from './question.ts'

/** A section with its depth in the tree (1 at the top) and whether it holds text. */
export type OutlineEntry = { readonly section: Section; readonly depth: number; readonly leaf: boolean }

/** The plan in reading order: every section before its children, siblings by `order`. */
export const outline = question(['section'], (state): readonly OutlineEntry[] => {
  const children = Map.groupBy(state.section.values(), ({ parent }) => parent)
  for (const siblings of children.values()) {
    siblings.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  }
  const seen = new Set<SectionId>()
  const below = (parent: SectionId | null, depth: number): readonly OutlineEntry[] =>
    (children.get(parent) ?? []).flatMap((section) => {
      if (seen.has(section.id)) return []
      seen.add(section.id)
      const inner = below(section.id, depth + 1)
      return [{ section, depth, leaf: inner.length === 0 }, ...inner]
    })
  const entries = below(null, 1)
  // A section whose parent is gone, or that stands in a circle, is shown last rather than lost.
  const lost = [...state.section.values()].filter(({ id }) => !seen.has(id))
  return [...entries, ...lost.map((section) => ({ section, depth: 1, leaf: !children.has(section.id) }))]
})

/** The sections that hold text, in reading order. */
export const leaves = question(['section'], (state): readonly Section[] =>
  outline(state).flatMap(({ section, leaf }) => (leaf ? [section] : [])),
)
