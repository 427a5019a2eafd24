import type { FootnoteDefinition, Heading, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Manuscript, ManuscriptPart } from '../../../shared/questions/manuscript.ts'
import type { CslItem } from '../../../shared/csl.ts'
import { parseMarkdown } from '../../../shared/text/markdown.ts'
import { citedItems, citingOf, type Citing } from './citing.ts'
import { directionOf, languageTag, wordingOf } from './language.ts'
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
  /** The sources that are cited and known, by key, in the order in which they are first cited. */
  readonly cited: ReadonlyMap<string, CslItem>
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
 * - citations of sources that are known are set in the style that `citations` names, with a list of the sources as the
 *   last section; `null` leaves them as they are written, as do sources that are not known;
 * - characters that files cannot hold go by the rule of `printable`.
 */
export const compose = (manuscript: Manuscript, citations?: string | null): Composition => {
  const language = languageTag(manuscript.language)
  const sources = manuscript.parts.map((part) => {
    const source = printable(part.text).replace(/^(?:[ \t]*\r?\n)+|[ \t\r\n]+$/g, '')
    return { part, source, root: parseMarkdown(source) }
  })
  const cited = citedItems(
    manuscript,
    sources.map(({ root }) => root),
  )
  const citing = citations === null ? null : citingOf(cited, language, citations)
  const named = nameNotes(sources.map(({ root }) => notesOf(root)))
  let afterText = false
  const parts = sources.map(({ part, source, root }, at): ComposedPart => {
    const heading = headingOf(part)
    const shift = shiftOf(part, root.children)
    const blocks = settle(root, source, {
      shift,
      noteNames: named[at] ?? new Map(),
      cite: (value) => citing?.cite(value) ?? null,
    })
    const setOff = !heading && afterText && blocks.length > 0
    afterText = blocks.length > 0 || (afterText && !heading)
    return { depth: part.depth, heading, source, blocks, setOff }
  })
  const composition = {
    title: printableLine(manuscript.title) || 'Untitled',
    layout: layoutOf(manuscript.form),
    language,
    direction: directionOf(language),
    parts: [...parts, ...bibliographyOf(citing, language)],
    cited,
  }
  return { ...composition, notes: notesIn(parts) }
}

/** The list of what is cited, as a section of its own. */
const bibliographyOf = (citing: Citing | null, language: string): readonly ComposedPart[] => {
  if (!citing) return []
  const heading = { type: 'text', value: wordingOf(language).references } as const
  return [
    {
      depth: 1,
      heading: { type: 'heading', depth: 2, children: [heading] },
      source: '',
      blocks: [{ nodes: citing.bibliography, from: 0, to: 0, changed: true }],
      setOff: false,
    },
  ]
}

const notesIn = (parts: readonly ComposedPart[]): ReadonlyMap<string, FootnoteDefinition> => {
  const notes = new Map<string, FootnoteDefinition>()
  const children = parts.flatMap(({ blocks }) => blocks.flatMap(({ nodes }) => nodes))
  visit({ type: 'root', children }, 'footnoteDefinition', (note) => {
    notes.set(note.identifier, note)
  })
  return notes
}
