import { z } from 'zod'
import { findQuote, holds } from '../text/quotes.ts'
import { oneLine } from '../text/one-line.ts'
import { defineKind, type Check } from './kind.ts'

/** The text must say this, word for word; only typography and letter case are forgiven. */
export const mentions = defineKind({
  kind: 'mentions',
  field: 'say',
  fromText: (text) => ({ text }),
  documentMeans: 'one section',
  params: z.object({ text: z.string().trim().min(1) }),
  line: ({ text }) => `Say: "${oneLine(text)}"`,
  check: (text, { text: wanted }): Check => {
    if (!holds(text, wanted)) return { verdict: 'broken', advice: `Say "${wanted}" in these very words.` }
    const place = findQuote(text, wanted, { caseless: true })
    return place ? { verdict: 'kept', quote: text.slice(place.from, place.to) } : { verdict: 'kept' }
  },
})
