import { z } from 'zod'
import { countWords } from '../text/words.ts'
import { defineKind, type Check } from './kind.ts'

/**
 * Words wanted: `min` and `max` are counts, either may be missing. `within` is a share of the section's own budget
 * (0.1 = ±10 %); the compiler turns it into `min` and `max` before anything is checked.
 */
export const length = defineKind({
  kind: 'length',
  documentMeans: 'the whole',
  params: z.object({
    min: z.int().nonnegative().optional(),
    max: z.int().positive().optional(),
    within: z.number().positive().lt(1).optional(),
  }),
  line: ({ min, max }) => {
    if (min !== undefined && max !== undefined) return `Length: ${min} to ${max} words`
    if (min !== undefined) return `Length: at least ${min} words`
    return max === undefined ? 'Length: as planned' : `Length: at most ${max} words`
  },
  check: (text, { min = 0, max = Infinity }): Check => {
    const words = countWords(text)
    if (words < min)
      return { verdict: 'broken', advice: `${words} words; write at least ${min - words} more.` }
    if (words > max) return { verdict: 'broken', advice: `${words} words; cut at least ${words - max}.` }
    return { verdict: 'kept', advice: `${words} words` }
  },
})
