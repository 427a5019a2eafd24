import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { citedSources } from '../../../shared/citations.ts'
import { readCsl, type CslItem } from '../../../shared/csl.ts'
import type { Manuscript } from '../../../shared/questions/manuscript.ts'
import { createCiter } from '../citations/create-citer.ts'
import type { Run } from '../citations/runs.ts'
import { readStyle } from '../citations/style.ts'
import { citationStyles } from '../citations/styles/index.ts'
import { printableLine } from './printable.ts'
import { safeUrl } from './safe-url.ts'

declare module 'mdast' {
  interface ParagraphData {
    /** An entry of the bibliography: its first line stands out. */
    listed?: true
  }
}

/** How the citations of one document are set, and the list at its end. */
export type Citing = {
  /** What is printed for what stands between the brackets of a citation; null where none of its sources is known. */
  readonly cite: (value: string) => readonly PhrasingContent[] | null
  readonly bibliography: readonly Paragraph[]
}

/** The sources that a document cites and that are known, in the order in which it first cites them. */
export const citedItems = (
  { references = [] }: Pick<Manuscript, 'references'>,
  roots: readonly Root[],
): ReadonlyMap<string, CslItem> => {
  if (references.length === 0) return new Map()
  const known = new Map(references.map(({ key, csl }) => [key, csl]))
  const found = new Map<string, CslItem>()
  for (const root of roots) {
    visit(root, 'citation', ({ value }) => {
      for (const { key } of citedSources(value))
        if (known.has(key) && !found.has(key)) found.set(key, printableItem(known.get(key)))
    })
  }
  return found
}

/** A description whose every text is on one line and can stand in any file; an address that is not safe is left out. */
const printableItem = (csl: unknown): CslItem => {
  const tidy = (value: unknown): unknown => {
    if (typeof value === 'string') return printableLine(value)
    if (Array.isArray(value)) return value.map(tidy)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, tidy(each)]))
  }
  const { URL: address = '', ...rest } = readCsl(tidy(readCsl(csl)))
  return safeUrl(address) === null ? rest : { ...rest, URL: address }
}

const phrase = ({ text, italic, bold, url }: Run): PhrasingContent => {
  const plain: PhrasingContent = { type: 'text', value: text }
  const slanted: PhrasingContent = italic ? { type: 'emphasis', children: [plain] } : plain
  const heavy: PhrasingContent = bold ? { type: 'strong', children: [slanted] } : slanted
  const isSafe = url !== undefined && safeUrl(url) !== null
  // Phrases of a citation hold no links themselves.
  return isSafe ? { type: 'link', url, children: [heavy] } : heavy
}

/** How citations are set in a style; null where the document cites no source that is known. */
export const citingOf = (
  items: ReadonlyMap<string, CslItem>,
  language: string,
  wanted: string | undefined,
): Citing | null => {
  if (items.size === 0) return null
  const style = citationStyles.find(({ id }) => id === wanted) ?? citationStyles[0]
  const citer = createCiter(readStyle(style.csl), language, items, [...items.keys()])
  return {
    cite: (value) => {
      const sources = citedSources(value)
      return sources.some(({ key }) => items.has(key)) ? citer.cite(sources).map(phrase) : null
    },
    bibliography: citer.bibliography.map(({ runs }) => ({
      type: 'paragraph',
      data: { listed: true },
      children: runs.map(phrase),
    })),
  }
}
