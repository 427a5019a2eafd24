import type { RootContent } from 'mdast'
import { z } from 'zod'
import { plainOf } from '../text/markdown.ts'
import { phrasePlaces } from '../text/quotes.ts'
import type { CheckedText } from './checked-text.ts'
import { firstSentence, quoting } from './evidence.ts'
import { datesFrom, edgeText, forms, hasForm, ownBlocks, readEdge, type Edge } from './forms.ts'
import { defineKind, type Check } from './kind.ts'

const params = z
  .object({ text: z.string().trim().min(1).optional(), form: z.enum(forms).optional() })
  .refine(({ text, form }) => (text ?? form) !== undefined, 'words or a form are missing')

/** A text without the marks that may stand before its first letter. */
const bare = (text: string): string => text.replace(/^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u, '')

const begins = (text: string, wanted: string): boolean => {
  // Folding shortens a text by little: nothing further on can be its beginning.
  const near = bare(text).slice(0, wanted.length * 4 + 100)
  const [place] = phrasePlaces(near, bare(wanted))
  return place?.from === 0
}

/** A day before its month, `3. Mai`, reads as the first item of a list: its number stands in the tree alone. */
const numbered = ([first]: readonly RootContent[]): string =>
  first?.type === 'list' && first.ordered ? `${first.start ?? 1}. ` : ''

const opensSo = (blocks: readonly RootContent[], { text, form }: Edge): boolean => {
  const plain = plainOf({ type: 'root', children: [...blocks] })
  if (text !== undefined && !begins(plain, text)) return false
  if (form === 'list') return blocks[0]?.type === 'list'
  if (form === 'date') return datesFrom(numbered(blocks) + plain)
  return form === undefined || hasForm(firstSentence(plain), form, true)
}

/** A heading may be the opening, and so may what stands below it. */
const openings = (text: CheckedText): readonly (readonly RootContent[])[] => {
  const blocks = ownBlocks(text)
  const below = blocks.findIndex(({ type }) => type !== 'heading')
  return below > 0 ? [blocks.slice(below), blocks] : [blocks]
}

/** The text must open with these words, or in this form. */
export const opening = defineKind({
  kind: 'opening',
  params,
  wordings: [{ field: 'opens', lead: 'Open with', read: readEdge, write: edgeText }],
  documentMeans: () => 'the first section',
  check: (text, asked): Check => {
    const all = openings(text)
    const kept = all.find((blocks) => opensSo(blocks, asked))
    const shown = kept ?? all[0] ?? []
    const quote = quoting(firstSentence(plainOf({ type: 'root', children: [...shown] })))
    return kept
      ? { verdict: 'kept', ...quote }
      : { verdict: 'broken', ...quote, advice: `Open with ${edgeText(asked)}.` }
  },
})
