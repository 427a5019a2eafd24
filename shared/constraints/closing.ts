import type { RootContent } from 'mdast'
import { z } from 'zod'
import { plainOf } from '../text/markdown.ts'
import { phrasePlaces } from '../text/quotes.ts'
import { sentences } from '../text/sentences.ts'
import { quoting, sentenceAt } from './evidence.ts'
import { datesTo, edgeText, forms, hasForm, ownBlocks, readEdge, type Form } from './forms.ts'
import { defineKind, type Check } from './kind.ts'

const params = z
  .object({ text: z.string().trim().min(1).optional(), form: z.enum(forms).optional() })
  .refine(({ text, form }) => (text ?? form) !== undefined, 'words or a form are missing')

/** A text without the marks that may stand behind its last letter. */
const bare = (text: string): string => {
  let end = text.length
  while (
    end > 0 &&
    !/[\p{L}\p{N}]/u.test(text.slice(end - 1, end)) &&
    !/[\udc00-\udfff]/u.test(text.charAt(end - 1))
  )
    end -= 1
  return end === 0 ? text : text.slice(0, end)
}

const endsIn = (text: string, wanted: string): boolean => {
  // Folding shortens a text by little: nothing further back can be its end.
  const near = bare(text).slice(-(wanted.length * 4 + 100))
  let end = -1
  for (const { to } of phrasePlaces(near, bare(wanted))) end = to
  return end === near.length
}

const closesSo = (last: RootContent | undefined, near: string, sentence: string, form: Form): boolean => {
  if (form === 'list') return last?.type === 'list'
  return form === 'date' ? datesTo(near) : hasForm(sentence, form, false)
}

/** The text must close with these words, or in this form; footnotes are no part of the close. */
export const closing = defineKind({
  kind: 'closing',
  params,
  wordings: [{ field: 'closes', lead: 'Close with', read: readEdge, write: edgeText }],
  documentMeans: () => 'the last section',
  check: (text, asked): Check => {
    const blocks = ownBlocks(text)
    const last = blocks.at(-1)
    const plain = plainOf({ type: 'root', children: [...blocks] })
    const near = last ? plainOf(last) : ''
    const final = sentences(near).at(-1)
    const sentence = final ? near.slice(final.from, final.to) : near
    const { text: wanted, form } = asked
    const says = wanted === undefined || endsIn(plain, wanted)
    const has = form === undefined || closesSo(last, near, sentence, form)
    const quote = quoting(sentenceAt(sentence, 0))
    return says && has
      ? { verdict: 'kept', ...quote }
      : { verdict: 'broken', ...quote, advice: `Close with ${edgeText(asked)}.` }
  },
})
