/** The greatest whole number of fifteen digits: up to it all are exact in JavaScript. */
const greatest = 999_999_999_999_999

const oneOf = (ways: readonly string[]): string => (ways.length === 1 ? ways.join() : `(${ways.join(' | ')})`)

const anyDigits = (least: number, most: number): string =>
  most === 0 ? '' : least === most ? ` [0-9]{${most}}` : ` [0-9]{${least},${most}}`

/** The digits from `low` to `high`, two of equal length. */
const sameLength = (low: string, high: string): string => {
  const [a, b] = [Number(low[0]), Number(high[0])]
  const [restOfLow, restOfHigh] = [low.slice(1), high.slice(1)]
  const free = anyDigits(restOfLow.length, restOfLow.length)
  if (/^0*$/u.test(restOfLow) && /^9*$/u.test(restOfHigh)) return `[${a}-${b}]${free}`
  if (a === b) return `"${a}" ${sameLength(restOfLow, restOfHigh)}`
  const nines = '9'.repeat(restOfLow.length)
  const zeros = '0'.repeat(restOfLow.length)
  return oneOf([
    `"${a}" ${sameLength(restOfLow, nines)}`,
    ...(b - a > 1 ? [`[${a + 1}-${b - 1}]${free}`] : []),
    `"${b}" ${sameLength(zeros, restOfHigh)}`,
  ])
}

/** From `low` to `high`, neither of them negative. */
const positive = (low: number, high: number): readonly string[] => {
  const [from, to] = [String(low), String(high)]
  if (from.length === to.length) return [sameLength(from, to)]
  const between = to.length - from.length > 1 ? [`[1-9]${anyDigits(from.length, to.length - 2)}`] : []
  return [
    sameLength(from, '9'.repeat(from.length)),
    ...between,
    sameLength(`1${'0'.repeat(to.length - 1)}`, to),
  ]
}

/**
 * The whole numbers from `min` to `max` as llama.cpp's grammars (GBNF) have it, and no more than fifteen digits of any:
 * JSON.parse reads each exactly. (The grammars of node-llama-cpp 3.21.1 allow 4747430E2949 for a whole number.)
 */
export const wholeNumbers = (min = -greatest, max = greatest): string => {
  const [low, high] = [Math.max(min, -greatest), Math.min(max, greatest)].map(Math.trunc)
  const [from, to] = [low ?? 0, high ?? 0]
  if (from > to) return wholeNumbers()
  return oneOf([
    ...(to >= 0 ? positive(Math.max(from, 0), to) : []),
    ...(from < 0 ? positive(Math.max(1, -to), -from).map((way) => `"-" ${way}`) : []),
  ])
}
