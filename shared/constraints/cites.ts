import { z } from 'zod'
import { quoting } from './evidence.ts'
import { defineKind, type Check } from './kind.ts'

const citation = /\[@[^[\]\n]*\]/gu
const key = /@(?<key>[^\s,;@\]]+)/gu

/** The text must cite so many sources, each counted once, as `[@key]`. */
export const cites = defineKind({
  kind: 'cites',
  params: z.object({ min: z.int().min(1) }),
  wordings: [
    {
      field: 'cites',
      lead: 'Cite',
      read: (text) => {
        const [digits] = /\d+/u.exec(text) ?? []
        return digits === undefined ? null : { min: Number(digits) }
      },
      write: ({ min }) => `at least ${min} ${min === 1 ? 'source' : 'sources'}, as [@key]`,
    },
  ],
  documentMeans: ({ min }) => (min > 1 ? 'the whole' : 'one section'),
  check: (text, { min }): Check => {
    const found = text.plain().match(citation) ?? []
    const keys = new Set(
      found.flatMap((each) => Array.from(each.matchAll(key), ({ groups }) => groups?.['key'])),
    )
    if (keys.size >= min) return { verdict: 'kept', ...quoting(found[0] ?? '') }
    const advice = `It cites ${keys.size} of ${min} sources; cite ${min - keys.size} more, as [@key].`
    return { verdict: 'broken', ...quoting(found[0] ?? ''), advice }
  },
})
