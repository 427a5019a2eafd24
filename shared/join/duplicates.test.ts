import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicatesIn } from './duplicates.ts'
import type { NotOwn } from './word-mask.ts'
import { atOnce } from '../stepwise.ts'

const nothing: NotOwn = { apart: [], light: [] }
const texts = (...all: readonly string[]) =>
  all.map((text, i) => ({ section: `section:${i + 1}` as const, text }))
const found = (all: readonly string[], notOwn = nothing): readonly string[] =>
  atOnce(duplicatesIn(texts(...all), notOwn)).map(
    ({ first, second, isVerbatim }) =>
      `${second.section.slice(8)}<${first.section.slice(8)} ${isVerbatim ? 'told' : 'suspected'}: ${second.quote}`,
  )

const told = 'The council of the harbour met at noon and voted to raise the north quay by two metres'
const long = `${told}, and nobody in the hall spoke against it, though the fishermen had said for years that the mud would come back.`
const chinese =
  '这座港口在那场洪水之后的第三年才重新修好了北边的码头，渔民们却一直说淤泥还会回来，没有人相信他们所说的话。'

describe('matter told twice', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['in the same words', [`One. ${long}`, `Two. ${long}`], [`2<1 told: ${long.slice(0, -1)}`]],
    ['in few of them', [`One. ${told}.`, `Two. ${told}!`], [`2<1 suspected: ${told}`]],
    [
      'in words with a gap',
      [told, told.replace('at noon', 'at ten')],
      [`2<1 suspected: ${told.replace('at noon', 'at ten')}`],
    ],
    ['in too few', ['It was the end of a long day.', 'It was the end of a long day.'], []],
    ['in somebody’s mouth', [`“${long}”`, `“${long}”`], []],
    ['in a quoted paragraph', [`> ${long}`, `> ${long}`], []],
    ['in a table', [`| ${long} |\n`, `| ${long} |\n`], []],
    ['in Chinese', [chinese, chinese], [`2<1 told: ${chinese.slice(0, -1)}`]],
    [
      'in Chinese, in few',
      [chinese.slice(0, 24), chinese.slice(0, 24)],
      [`2<1 suspected: ${chinese.slice(0, 24)}`],
    ],
  ])('%s', (_, all, expected) => {
    expect(found(all)).toEqual(expected)
  })

  test('requirements’ own words are nobody’s, and names weigh nothing', () => {
    expect(found([told, told], { apart: ['voted to raise the north quay'], light: [] })).toEqual([])
    expect(
      found([told, told], { apart: [], light: ['the council of the harbour', 'the north quay'] }),
    ).toEqual([])
  })

  test('the same finding has the same hash, whatever else changes', () => {
    const hash = (...all: readonly string[]) =>
      atOnce(duplicatesIn(texts(...all), nothing)).map((each) => each.hash)
    expect(hash(`One. ${long}`, `Two. ${long}`)).toEqual(hash(`So. ${long} And.`, `${long} That was it.`))
    expect(hash(`One. ${long}`, `Two. ${long}`)).not.toEqual(hash(`One. ${told}`, `Two. ${told}`))
  })
})

test('law: a passage put into two texts is found in both, whichever comes first', () => {
  const filler = fc.array(fc.constantFrom('alder', 'birch', 'cedar', 'dogwood', 'elder', 'fir'), {
    maxLength: 30,
  })
  const holds = fc.property(filler, filler, filler, filler, (a, b, c, d) => {
    const put = (before: readonly string[], after: readonly string[]): string =>
      `${before.join(' ')}. ${long} ${after.join(' ')}`
    const [one, two] = [put(a, b), put(c, d)]
    const sides = (all: readonly string[]) =>
      atOnce(duplicatesIn(texts(...all), nothing)).filter(({ isVerbatim }) => isVerbatim)
    const there = sides([one, two])
    const back = sides([two, one])
    expect(there.every(({ second }) => second.quote.includes(told))).toBe(true)
    expect([there.length, back.length]).toEqual([1, 1])
  })
  fc.assert(holds, { numRuns: 100 })
})

test('a million words are searched in the time of their length', () => {
  const words = Array.from({ length: 20_000 }, (_, i) => `w${((i * 7_919) % 46_656).toString(36)}`)
  let seed = 1
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return seed / 2 ** 32
  }
  const textOf = (length: number): string =>
    Array.from(
      { length },
      (_, i) => `${words[Math.floor(next() ** 3 * words.length)]}${i % 12 === 11 ? '.' : ''}`,
    ).join(' ')
  const work = (sections: number) => texts(...Array.from({ length: sections }, () => textOf(2_000)))
  const seconds = (sections: number): number => {
    const all = work(sections)
    const before = process.cpuUsage().user
    atOnce(duplicatesIn(all, nothing))
    return (process.cpuUsage().user - before) / 1e6
  }
  seconds(20)
  const took = seconds(500)
  // The promise is two seconds on a machine of its own; in a test run the processor's own time counts, with room.
  expect(took).toBeLessThan(4)
})
