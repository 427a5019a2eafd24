import { z } from 'zod'
import { phrasePlaces } from '../text/quotes.ts'
import { amountText, readAmount } from './amount.ts'
import { defineKind, type Check } from './kind.ts'

const howOften = z.int().nonnegative().optional()
const params = z
  .object({ text: z.string().trim().min(1), min: howOften, max: howOften })
  .refine(({ min, max }) => (min ?? max) !== undefined, 'how often is missing')
  .refine(({ min = 0, max = Infinity }) => min <= max, 'the least is above the most')
type Params = z.infer<typeof params>

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

/** The text must say these words so often, no more and no less than is asked; letter case makes no difference. */
export const repeats = defineKind({
  kind: 'repeats',
  params,
  wordings: [
    {
      field: 'repeat',
      lead: 'Repeat',
      read: (said): Params | null => {
        const { text, often } =
          /^(?<text>.+?)[\s,]+(?<often>(?:at least |at most |exactly )?\d+(?: ?(?:to|-|–) ?\d+)?) times?$/isu.exec(
            said.trim(),
          )?.groups ?? {}
        const amount = readAmount(often ?? '')
        const words = text?.replace(/^"(?<within>.*)"$/su, '$<within>').trim()
        return amount && words ? { text: words, ...amount } : null
      },
      write: ({ text, ...amount }) => `"${text}" ${amountText(amount)} times`,
    },
  ],
  documentMeans: () => 'the whole',
  check: (text, { text: wanted, min = 0, max = Infinity }): Check => {
    const plain = text.plain()
    const places = [...phrasePlaces(plain, wanted, text.folded())]
    const place = places.length > max ? places[max] : places[0]
    const quote = place && { quote: plain.slice(place.from, place.to) }
    const said = `It is said ${times(places.length)}`
    if (places.length < min) {
      const advice = `${said}; say "${wanted}" ${times(min - places.length)} more.`
      return { verdict: 'broken', ...quote, advice }
    }
    if (places.length > max) {
      const advice = `${said}; take "${wanted}" out ${times(places.length - max)}.`
      return { verdict: 'broken', ...quote, advice }
    }
    return { verdict: 'kept', ...quote }
  },
})
