import { visit } from 'unist-util-visit'
import { z } from 'zod'
import { citedSources } from '../citations.ts'
import { quoting } from './evidence.ts'
import { defineKind, type Check } from './kind.ts'

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
    const found: string[] = []
    visit(text.root(), 'citation', ({ value }) => {
      found.push(value)
    })
    const keys = new Set(found.flatMap(citedSources).map(({ key }) => key))
    const quote = found[0] === undefined ? '' : `[${found[0]}]`
    if (keys.size >= min) return { verdict: 'kept', ...quoting(quote) }
    const advice = `It cites ${keys.size} of ${min} sources; cite ${min - keys.size} more, as [@key].`
    return { verdict: 'broken', ...quoting(quote), advice }
  },
})
