import { visit } from 'unist-util-visit'
import { parseMarkdown } from './text/markdown.ts'

/** One source of a citation: its key, and what follows behind a comma, such as `p. 3`. */
export type CitedSource = { readonly key: string; readonly place: string }

/** A citation in a text: `from` and `to` are offsets of its brackets; `value` is what stands between them. */
export type CitedPlace = {
  readonly from: number
  readonly to: number
  readonly value: string
  readonly sources: readonly CitedSource[]
}

/** The sources of a citation, given what stands between its brackets. */
export const citedSources = (value: string): readonly CitedSource[] =>
  value.split(';').map((part) => {
    const [, key = '', place = ''] = /^\s*@([^\s,;@]+)\s*(?:,(.*))?$/su.exec(part) ?? []
    return { key, place: place.trim() }
  })

/** The citations of a Markdown text, in order, as the one grammar reads them: none in code, none behind a backslash. */
export const citationsIn = (text: string): readonly CitedPlace[] => {
  if (!text.includes('[@')) return []
  const found: CitedPlace[] = []
  visit(parseMarkdown(text), 'citation', ({ value, position }) => {
    const from = position?.start.offset ?? 0
    const to = position?.end.offset ?? from
    found.push({ from, to, value, sources: citedSources(value) })
  })
  return found
}
