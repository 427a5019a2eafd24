import { z } from 'zod'
import { countWords } from '../text/words.ts'
import { defineKind, type Check } from './kind.ts'

const params = z.object({
  min: z.int().nonnegative().optional(),
  max: z.int().positive().optional(),
  within: z.number().positive().lt(1).optional(),
})
type Params = z.infer<typeof params>

const write = ({ min, max, within }: Params): string => {
  if (min !== undefined && max !== undefined) return `${min} to ${max} words`
  if (min !== undefined) return `at least ${min} words`
  if (max !== undefined) return `at most ${max} words`
  return within === undefined ? 'as planned' : `within ${within * 100} % of the plan`
}

const read = (text: string): Params | null => {
  const said = text.trim()
  if (said === 'as planned') return {}
  const within = /^within (?<share>\d+(?:\.\d+)?) ?% of the plan$/u.exec(said)?.groups?.['share']
  if (within !== undefined) return { within: Number(within) / 100 }
  const { low, high, min, max } =
    /^(?:(?<low>\d+) ?(?:to|-|–) ?(?<high>\d+)|at least (?<min>\d+)|at most (?<max>\d+)) words$/u.exec(said)
      ?.groups ?? {}
  const [least, most] = [low ?? min, high ?? max]
  if (least === undefined && most === undefined) return null
  return {
    ...(least !== undefined && { min: Number(least) }),
    ...(most !== undefined && { max: Number(most) }),
  }
}

/**
 * Words wanted: `min` and `max` are counts, either may be missing. `within` is a share of the section's own budget
 * (0.1 = ±10 %); the compiler turns it into `min` and `max` before anything is checked.
 */
export const length = defineKind({
  kind: 'length',
  params,
  wordings: [{ field: 'length', lead: 'Length', read, write }],
  documentMeans: () => 'the whole',
  check: (text, { min = 0, max = Infinity }): Check => {
    const words = countWords(text.plain())
    if (words < min)
      return { verdict: 'broken', advice: `${words} words; write at least ${min - words} more.` }
    if (words > max) return { verdict: 'broken', advice: `${words} words; cut at least ${words - max}.` }
    return { verdict: 'kept', advice: `${words} words` }
  },
})
