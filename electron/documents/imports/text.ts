import { headingsOf } from '../../../shared/import-headings.ts'
import { decoded } from './decoded.ts'
import type { ImportFormat, ReadBlock } from './import-format.ts'

const paragraph = /\S[^]*?(?=\n[ \t]*\n|\n?$(?![^]))/gu
/** Letters that a paragraph may have to be looked at as a heading. */
const longestHeading = 200

/** Plain text: paragraphs between empty lines; lines like "Chapter 1" that stand by themselves are headings. */
export const text = {
  id: 'text',
  name: 'Plain text',
  extensions: ['txt', 'text'],
  largest: 12,
  read: (bytes, file) => {
    const { text: source, notices } = decoded(bytes, file)
    const lines = source.replace(/\r\n?/gu, '\n')
    const paragraphs = (lines.match(paragraph) ?? []).map((each) => each.trim())
    const short = paragraphs.filter((each) => each.length <= longestHeading).join('\n\n')
    const levels = new Map(headingsOf(short).map(({ title, level }) => [title, level]))
    const blocks = paragraphs.map((each): ReadBlock => {
      const title = each.replace(/\s+/gu, ' ')
      return { level: levels.get(title) ?? 0, text: each }
    })
    return { kind: 'text', csl: { type: 'document' }, blocks, notices }
  },
} as const satisfies ImportFormat
