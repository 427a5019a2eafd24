import { z } from 'zod'
import { findQuote, holds } from '../text/quotes.ts'
import { oneLine } from '../text/one-line.ts'
import { defineKind, type Check } from './kind.ts'

/** The text must not say this; letter case and typography make no difference. */
export const avoids = defineKind({
  kind: 'avoids',
  field: 'avoid',
  fromText: (text) => ({ text }),
  documentMeans: 'every section',
  params: z.object({ text: z.string().trim().min(1) }),
  line: ({ text }) => `Never say: "${oneLine(text)}"`,
  check: (text, { text: unwanted }): Check => {
    if (!holds(text, unwanted)) return { verdict: 'kept' }
    const place = findQuote(text, unwanted, { caseless: true })
    const advice = `Say it without "${unwanted}".`
    return place
      ? { verdict: 'broken', quote: text.slice(place.from, place.to), advice }
      : { verdict: 'broken', advice }
  },
})
