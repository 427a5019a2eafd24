import { compose, contentOf } from './compose.ts'
import type { ExportFormat } from './export-format.ts'
import { wordingOf } from './language.ts'
import { noteNumbers } from './note-numbers.ts'
import { textBlocks, underlined } from './text-blocks.ts'

/**
 * Plain text in UTF-8: paragraphs unwrapped with an empty line between, the title underlined with `=`, the highest
 * headings with `-`, tables set in columns, notes numbered through and gathered at the end.
 */
export const text = {
  id: 'text',
  extension: 'txt',
  name: 'Plain text',
  write: (manuscript, { citations }) => {
    const composition = compose(manuscript, citations)
    const numbers = noteNumbers(composition)
    const notes = [...numbers].map(([identifier, number]) => {
      const body = textBlocks(composition.notes.get(identifier)?.children ?? [], numbers).join('\n')
      return `[${String(number)}] ${body.replaceAll('\n', '\n    ')}`
    })
    const content = [
      underlined(composition.title, '='),
      ...textBlocks(contentOf(composition), numbers),
      ...(notes.length > 0 ? [underlined(wordingOf(composition.language).notes, '-'), ...notes] : []),
    ]
    return new TextEncoder().encode(`${content.join('\n\n')}\n`)
  },
} as const satisfies ExportFormat
