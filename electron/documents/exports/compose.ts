import type { FootnoteDefinition, Heading, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Manuscript, ManuscriptPart } from '../../../shared/questions/manuscript.ts'
import { parseMarkdown } from '../../../shared/text/markdown.ts'
import { directionOf, languageTag } from './language.ts'
import { layoutOf, type Layout } from './layout.ts'
import { nameNotes, notesOf } from './notes.ts'
import { printable, printableLine } from './printable.ts'
import { settle, type SettledBlock } from './settle.ts'

/** One section, ready to be written: `heading` is null where it has no title. `source` is what the blocks stand in. */
export type ComposedPart = {
  readonly depth: number
  readonly heading: Heading | null
  readonly source: string
  readonly blocks: readonly SettledBlock[]
  /** A section without a title that follows text, set off from it by a scene break. */
  readonly setOff: boolean
}

/** A manuscript as every export writes it: inert, printable, one document. `notes` by identifier. */
export type Composition = {
  readonly title: string
  readonly layout: Layout
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly parts: readonly ComposedPart[]
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
}

const headingOf = ({ depth, title }: ManuscriptPart): Heading | null => {
  const value = printableLine(title)
  return value
    ? { type: 'heading', depth: headingDepth(depth + 1), children: [{ type: 'text', value }] }
    : null
}

const headingDepth = (depth: number): Heading['depth'] =>
  ([1, 2, 3, 4, 5, 6] as const)[Math.min(6, Math.max(1, depth)) - 1] ?? 6

/** How far the headings inside a section move down so that the highest stands one below the section's own. */
const shiftOf = (
  part: ManuscriptPart,
  blocks: readonly RootContent[],
): ((depth: number) => Heading['depth']) => {
  let highest = 6
  visit({ type: 'root', children: [...blocks] }, 'heading', ({ depth }) => {
    highest = Math.min(highest, depth)
  })
  return (depth) => headingDepth(part.depth + 2 + depth - highest)
}

/** The whole content of a composition in reading order, the sections' headings and scene breaks among them. */
export const contentOf = ({ parts }: Composition): readonly RootContent[] =>
  parts.flatMap(({ heading, setOff, blocks }) => [
    ...(heading ? [heading] : []),
    ...(setOff ? [{ type: 'thematicBreak' } as const] : []),
    ...blocks.flatMap(({ nodes }) => nodes),
  ])

/**
 * Makes one document of the sections, by rules that hold for every export:
 * - sections' headings start at depth 2, below the title; headings inside a section stand below the section's,
 *   each on one line;
 * - a note label that two sections use is renamed in the later one (`1` becomes `1-2`); a note holds no other notes;
 *   a note that is never called stands as a paragraph where it was written, a call without a note as text;
 * - a table's head is as wide as its widest row;
 * - links keep their address where it is http, https or mailto, else only their text; images leave their description;
 * - characters that files cannot hold go by the rule of `printable`.
 */
export const compose = (manuscript: Manuscript): Composition => {
  const language = languageTag(manuscript.language)
  const sources = manuscript.parts.map((part) => {
    const source = printable(part.text).replace(/^(?:[ \t]*\r?\n)+|[ \t\r\n]+$/g, '')
    return { part, source, root: parseMarkdown(source) }
  })
  const named = nameNotes(sources.map(({ root }) => notesOf(root)))
  let afterText = false
  const parts = sources.map(({ part, source, root }, at): ComposedPart => {
    const heading = headingOf(part)
    const shift = shiftOf(part, root.children)
    const blocks = settle(root, source, { shift, noteNames: named[at] ?? new Map() })
    const setOff = !heading && afterText && blocks.length > 0
    afterText = blocks.length > 0 || (afterText && !heading)
    return { depth: part.depth, heading, source, blocks, setOff }
  })
  const composition = {
    title: printableLine(manuscript.title) || 'Untitled',
    layout: layoutOf(manuscript.form),
    language,
    direction: directionOf(language),
    parts,
  }
  return { ...composition, notes: notesIn(parts) }
}

const notesIn = (parts: readonly ComposedPart[]): ReadonlyMap<string, FootnoteDefinition> => {
  const notes = new Map<string, FootnoteDefinition>()
  const children = parts.flatMap(({ blocks }) => blocks.flatMap(({ nodes }) => nodes))
  visit({ type: 'root', children }, 'footnoteDefinition', (note) => {
    notes.set(note.identifier, note)
  })
  return notes
}
