import { z } from 'zod'
import { phrasePlaces } from '../text/quotes.ts'
import { defineKind, type Check } from './kind.ts'

/** The text must not say this; letter case and typography make no difference. */
export const avoids = defineKind({
  kind: 'avoids',
  params: z.object({ text: z.string().trim().min(1) }),
  wordings: [
    {
      field: 'avoid',
      lead: 'Never say',
      quoted: true,
      read: (text) => ({ text }),
      write: ({ text }) => text,
    },
  ],
  documentMeans: () => 'every section',
  check: (text, { text: unwanted }): Check => {
    const plain = text.plain()
    const [place] = phrasePlaces(plain, unwanted, text.folded())
    if (!place) return { verdict: 'kept' }
    const quote = plain.slice(place.from, place.to)
    return { verdict: 'broken', quote, advice: `Say it without "${unwanted}".` }
  },
})
