const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const onesth =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const tensth = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'

const numbered = (words: string, value: (i: number) => number): readonly (readonly [string, number])[] =>
  words.split(' ').map((word, i) => [word, value(i)] as const)

const cardinals: ReadonlyMap<string, number> = new Map([
  ...numbered(ones, (i) => i),
  ...numbered(tens, (i) => (i + 2) * 10),
  ['fourty', 40],
  ['dozen', 12],
])
const ordinals: ReadonlyMap<string, number> = new Map([
  ...numbered(onesth, (i) => i),
  ...numbered(tensth, (i) => (i + 2) * 10),
  ['twelveth', 12],
  ['hundredth', 100],
])
const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
])

/** A number in words: its value, how many of the words it takes, and whether it counts (three) or orders (third). */
export type WordNumber = { readonly n: number; readonly taken: number; readonly ordinal: boolean }

type Small = WordNumber | null

const small = (words: readonly string[], at: number): Small => {
  const word = words[at] ?? ''
  const n = cardinals.get(word)
  if (n === undefined) {
    const nth = ordinals.get(word)
    return nth === undefined ? null : { n: nth, taken: 1, ordinal: true }
  }
  if (n < 20 || n % 10 !== 0) return { n, taken: 1, ordinal: false }
  const gap = words[at + 1] === '-' ? 2 : 1
  const next = words[at + gap] ?? ''
  const unit = cardinals.get(next) ?? ordinals.get(next)
  if (unit === undefined || unit < 1 || unit > 9) return { n, taken: 1, ordinal: false }
  return { n: n + unit, taken: gap + 1, ordinal: ordinals.has(next) }
}

/** "a hundred", "thousand", or a small number, where a number begins. */
const startAt = (words: readonly string[], at: number): Small => {
  const scale = (i: number): boolean => scales.has(words[i] ?? '')
  if (words[at] === 'a' && scale(at + 1)) return { n: 1, taken: 1, ordinal: false }
  return small(words, at) ?? (scale(at) ? { n: 1, taken: 0, ordinal: false } : null)
}

/** What stands behind a scale: "and five" behind "one hundred"; `taken` counts the "and". */
const restAt = (words: readonly string[], at: number): Small => {
  const and = words[at] === 'and' ? 1 : 0
  const rest = small(words, at + and)
  return rest && !(and === 1 && rest.n >= 100) ? { ...rest, taken: rest.taken + and } : null
}

/** The number that English words spell from `at` on, up to 999,999 ("one hundred and five", "twenty-third"), or null. */
export const numberInWords = (words: readonly string[], at: number): WordNumber | null => {
  let here = startAt(words, at)
  let total = 0
  while (here && !here.ordinal) {
    const scale = scales.get(words[at + here.taken] ?? '')
    if (scale === undefined) break
    total = scale === 1_000 ? (total + here.n) * scale : total + here.n * scale
    const scaled: number = here.taken + 1
    const rest = restAt(words, at + scaled)
    if (!rest) return { n: total, taken: scaled, ordinal: false }
    here = { ...rest, taken: scaled + rest.taken }
  }
  return here && { ...here, n: total + here.n }
}

const hanDigits: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九']
    .map((digit, i) => [digit, i] as const)
    .concat([
      ['零', 0],
      ['两', 2],
      ['廿', 20],
    ]),
)
const hanScales: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
  ['万', 10_000],
])

/** What a Han numeral that is a scale alone multiplies a figure before it by: 万 in 3万 is 10,000. */
export const hanScale = (raw: string): number | undefined => hanScales.get(raw)

/** Whether a character may stand in a number written in Han numerals. */
export const isHanNumeral = (character: string): boolean =>
  hanDigits.has(character) || hanScales.has(character)

/** The value of a run of Han numerals: 二十三 is 23, 一百零五 is 105, 二〇一八 is 2018, 三千 is 3,000. */
export const hanNumber = (run: string): number => {
  const characters = [...run]
  if (!characters.some((each) => hanScales.has(each))) {
    return characters.reduce((n, each) => n * 10 + (hanDigits.get(each) ?? 0), 0)
  }
  let whole = 0
  let below = 0
  let digit = 0
  for (const each of characters) {
    const scale = hanScales.get(each)
    if (scale === undefined) digit = hanDigits.get(each) ?? 0
    else if (scale === 10_000) {
      whole += Math.max(1, below + digit) * scale
      below = 0
      digit = 0
    } else {
      below += Math.max(1, digit) * scale
      digit = 0
    }
  }
  return whole + below + digit
}

const romans: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
])

/** The value of a Roman numeral up to 399, or null for what is none ("IIII", "Vx"). */
export const romanNumber = (raw: string): number | null => {
  if (!/^(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(raw)) return null
  const values = [...raw].map((each) => romans.get(each) ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}
