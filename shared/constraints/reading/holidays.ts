import { dateOf, dayNumber, weekdayOf } from './calendar.ts'

/** Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher). */
const easter = (y: number): number => {
  const a = y % 19
  const b = Math.floor(y / 100)
  const c = y % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114
  return dayNumber(y, Math.floor(n / 31), (n % 31) + 1)
}

/** The nth weekday of a month; `nth` −1 is the last. */
export const nthWeekday = (y: number, m: number, weekday: number, nth: number): number => {
  if (nth < 0) {
    const last = dayNumber(y, m + 1, 1) - 1
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const first = dayNumber(y, m, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
}

type Feast = (y: number) => number

const fixed =
  (m: number, d: number): Feast =>
  (y) =>
    dayNumber(y, m, d)

const moving =
  (m: number, weekday: number, nth: number): Feast =>
  (y) =>
    nthWeekday(y, m, weekday, nth)

const afterEaster =
  (days: number): Feast =>
  (y) =>
    easter(y) + days

/** Feasts by their names as the tokens spell them, in the words of the grammar; "day", "eve" and "of" stand by themselves. */
const feasts: readonly (readonly [string, Feast])[] = [
  ['christmas eve', fixed(12, 24)],
  ['christmaseve', fixed(12, 24)],
  ['christmas day', fixed(12, 25)],
  ['christmas', fixed(12, 25)],
  ['xmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ['new year eve', fixed(12, 31)],
  ['new years eve', fixed(12, 31)],
  ['newyearseve', fixed(12, 31)],
  ['new year day', fixed(1, 1)],
  ['new years day', fixed(1, 1)],
  ['new year', fixed(1, 1)],
  ['newyear', fixed(1, 1)],
  ['epiphany', fixed(1, 6)],
  ['groundhog day', fixed(2, 2)],
  ['valentine day', fixed(2, 14)],
  ['valentines day', fixed(2, 14)],
  ['valentine', fixed(2, 14)],
  ['st patrick day', fixed(3, 17)],
  ['saint patrick day', fixed(3, 17)],
  ['st . patrick day', fixed(3, 17)],
  ['april fool day', fixed(4, 1)],
  ['april fools day', fixed(4, 1)],
  ['april fools', fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  ['may day', fixed(5, 1)],
  ['midsummer day', fixed(6, 24)],
  ['juneteenth', fixed(6, 19)],
  ['independence day', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['halloween', fixed(10, 31)],
  ['all saints day', fixed(11, 1)],
  ['guy fawkes night', fixed(11, 5)],
  ['bonfire night', fixed(11, 5)],
  ['veterans day', fixed(11, 11)],
  ['memorial day', moving(5, 1, -1)],
  ['labor day', moving(9, 1, 1)],
  ['labour day', moving(9, 1, 1)],
  ['columbus day', moving(10, 1, 2)],
  ['thanksgiving day', moving(11, 4, 4)],
  ['thanksgiving', moving(11, 4, 4)],
  ['mother day', moving(5, 7, 2)],
  ['mothers day', moving(5, 7, 2)],
  ['father day', moving(6, 7, 3)],
  ['fathers day', moving(6, 7, 3)],
  ['shrove tuesday', afterEaster(-47)],
  ['ash wednesday', afterEaster(-46)],
  ['palm sunday', afterEaster(-7)],
  ['maundy thursday', afterEaster(-3)],
  ['good friday', afterEaster(-2)],
  ['easter sunday', afterEaster(0)],
  ['easter monday', afterEaster(1)],
  ['easter', afterEaster(0)],
  ['ascension day', afterEaster(39)],
  ['pentecost', afterEaster(49)],
  ['whit sunday', afterEaster(49)],
]

const byFirst = new Map<string, (readonly [readonly string[], Feast])[]>()
for (const [name, feast] of feasts) {
  const words = name.split(' ')
  const [first = ''] = words
  byFirst.set(first, [...(byFirst.get(first) ?? []), [words, feast] as const])
}

export const startsFeast = (word: string): boolean => byFirst.has(word)

/** The feast that stands at `at`: when it falls in a year, and how many words name it; null where there is none. */
export const feastAt = (
  words: (i: number) => string,
  at: number,
): { readonly day: Feast; readonly taken: number } | null => {
  const here = byFirst.get(words(at)) ?? []
  const found = here.find(([name]) => name.every((word, i) => words(at + i) === word))
  return found ? { day: found[1], taken: found[0].length } : null
}

/** Month and day of a feast in a year. */
export const feastDate = (day: Feast, y: number): { readonly m: number; readonly d: number } => {
  const { m, d } = dateOf(day(y))
  return { m, d }
}
