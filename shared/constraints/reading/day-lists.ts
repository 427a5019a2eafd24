import { dayIn, unitOfDay } from './calendar.ts'
import { dateAt, type WrittenDate } from './dates.ts'
import { isUnit, wordAt, type Ground } from './points.ts'
import { rawIn, type Token } from './tokens.ts'

/** Days of one month, named one after the other: their units, and the token behind. */
export type DayList = { readonly units: readonly number[]; readonly next: number }

const isDay = (token: Token | undefined): token is Token & { readonly n: number } =>
  (token?.kind === 'number' || token?.kind === 'ordinal') &&
  Number.isInteger(token.n) &&
  (token.n ?? 0) >= 1 &&
  (token.n ?? 0) <= 31

const separates = /^(?:,|and|&|or|the)$/u

const behind = (ground: Ground, at: number): number => {
  let i = at
  while (separates.test(wordAt(ground, i))) i += 1
  return i
}

/** What may stand behind a list of days that ends with a bare number: a noun would be what the number counts. */
const mayFollow = (ground: Ground, at: number): boolean => {
  const token = ground.tokens[at]
  return (
    token === undefined ||
    token.kind === 'mark' ||
    /^(?:and|but|with|in|at|for|to|she|he|they|we|i|it|the)$/u.test(token.word)
  )
}

/** A day by its month, "May 3", that more days may follow. */
const openingDate = ({ tokens }: Ground, at: number): WrittenDate | null => {
  const date = tokens[at]?.kind === 'word' ? dateAt(tokens, at) : null
  return date === null || date.inYear || date.y !== undefined ? null : date
}

/** "May 3, 10 and 17". */
const monthFirst = (ground: Ground, at: number): DayList | null => {
  const { calendar } = ground.scope
  const date = openingDate(ground, at)
  if (!calendar || date?.d === undefined) return null
  const days = [date.d]
  let end = date.next
  for (let i = behind(ground, end); i > end && days.length < 31; i = behind(ground, end)) {
    const token = ground.tokens[i]
    if (!isDay(token) || dateAt(ground.tokens, i) || isUnit(ground, i + 1)) break
    days.push(token.n)
    end = i + 1
  }
  const closed = /^(?:and|&)$/u.test(wordAt(ground, end - 2)) && mayFollow(ground, end)
  if (days.length < 2 || !closed) return null
  return { units: days.map((d) => unitOfDay(calendar, dayIn(calendar, date.m, d))), next: end }
}

const monthLast = (ground: Ground, at: number): DayList | null => {
  const { calendar } = ground.scope
  const { tokens } = ground
  if (!calendar) return null
  const days: number[] = []
  let i = wordAt(ground, at) === 'the' ? at + 1 : at
  for (let token = tokens[i]; isDay(token) && days.length < 31; token = tokens[i]) {
    days.push(token.n)
    const date = dateAt(tokens, i)
    if (
      date?.d === token.n &&
      days.length > 1 &&
      !date.inYear &&
      !/^0?\d{1,2}[-/.]/u.test(rawIn(tokens, i))
    ) {
      const { m, y, next } = date
      return { units: days.map((d) => unitOfDay(calendar, dayIn(calendar, m, d, y))), next }
    }
    const next = behind(ground, i + 1)
    if (date || next === i + 1) return null
    i = next
  }
  return null
}

/** "the 3rd, 4th and 15th of March", "3 and 15 March", "May 3, 10 and 17". */
export const dayListAt = (ground: Ground, at: number): DayList | null =>
  monthFirst(ground, at) ?? monthLast(ground, at)
