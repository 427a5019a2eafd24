import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlaps, type Overlap } from './overlaps.ts'
import { wordMarks } from './word-marks.ts'
import { atOnce } from '../stepwise.ts'

const compared = (text: string, apart: readonly string[] = [], light: readonly string[] = []) => {
  const marks = wordMarks(text, false)
  const mask = Uint8Array.from(marks.words, (word) =>
    apart.includes(word) ? 2 : light.includes(word) ? 1 : 0,
  )
  return { marks, mask }
}
const shared = (size: number, ...texts: readonly string[]): readonly string[] =>
  atOnce(
    overlaps(
      texts.map((text) => compared(text, ['stop'], ['maren'])),
      size,
    ),
  ).map(
    ({ first, second, at, again, words, weight }) =>
      `${first}>${second} ${at}-${again}: ${wordMarks(texts[second] ?? '', false)
        .words.slice(again, again + words)
        .join(' ')} (${weight})`,
  )

describe('runs of words that stand in two texts', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['none', ['a b c', 'd e f'], []],
    ['one', ['x a b c y', 'z A *b* c!'], ['0>1 1-1: a b c (3)']],
    ['too short', ['x a b y', 'z a b w'], []],
    ['as long as it goes', ['a b c d e', 'a b c d f'], ['0>1 0-0: a b c d (4)']],
    ['twice', ['a b c x d e f', 'd e f y a b c'], ['0>1 4-0: d e f (3)', '0>1 0-4: a b c (3)']],
    [
      'held against the first to say it',
      ['a b c', 'x a b c', 'a b c'],
      ['0>1 0-1: a b c (3)', '0>2 0-0: a b c (3)'],
    ],
    ['not within one text', ['a b c a b c', 'd'], []],
    ['not over what is apart', ['a b stop c d', 'a b stop c d'], []],
    ['names weigh nothing', ['a maren c d', 'a Maren c d'], ['0>1 0-0: a maren c d (3)']],
    ['not over the end of a text', ['a b', 'c d', 'a b c d'], []],
  ])('%s', (_, texts, expected) => {
    expect(shared(3, ...texts)).toEqual(expected)
  })
})

const word = fc.constantFrom('tide', 'boat', 'rope', 'rain', 'light', 'stone', 'gull', 'oil')
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '))

test('law: what is found is the same in both texts, at least so long, and cannot be longer', () => {
  const holds = fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
    const words = texts.map((each) => wordMarks(each, false).words)
    const said = ({ first, second, at, again, words: length }: Overlap, more = 0) => [
      words[first]?.slice(at, at + length + more).join(' '),
      words[second]?.slice(again, again + length + more).join(' '),
    ]
    for (const found of atOnce(
      overlaps(
        texts.map((each) => compared(each)),
        4,
      ),
    )) {
      const [a, b] = said(found)
      expect([a, found.words >= 4, found.first < found.second]).toEqual([b, true, true])
      const [x, y] = said(found, 1)
      const isEnd = x?.split(' ').length === found.words || y?.split(' ').length === found.words
      expect(isEnd || x !== y).toBe(true)
    }
  })
  fc.assert(holds, { numRuns: 300 })
})

test('law: what two texts share is found whichever of them comes first', () => {
  const holds = fc.property(text, text, (a, b) => {
    const covered = (left: string, right: string, side: 'at' | 'again'): ReadonlySet<string> =>
      new Set(
        atOnce(overlaps([compared(left), compared(right)], 4)).flatMap((found) =>
          wordMarks(side === 'at' ? left : right, false)
            .words.slice(found[side], found[side] + found.words)
            .map((_, i, all) => all.slice(i, i + 4).join(' '))
            .filter((run) => run.split(' ').length === 4),
        ),
      )
    expect(covered(a, b, 'again')).toEqual(covered(b, a, 'again'))
  })
  fc.assert(holds, { numRuns: 300 })
})
