import { expect, test } from 'vitest'
import { allLanes, learned } from './learned-lanes.ts'

/** What is known after calls that ended so, one after the other: `8!` is a refusal with eight in hand, `+` a good reply, `-` neither. */
const after = (script: string): number =>
  script
    .split(' ')
    .filter(Boolean)
    .reduce((lanes, word) => {
      const lesson = word.endsWith('!') ? 'limit' : word === '+' ? 'good' : 'nothing'
      return learned(lanes, lesson, { round: lanes.round, inHand: Number.parseInt(word, 10) || 1 })
    }, allLanes).most

const eight = '+ + + + + + + + '

test.each([
  ['', Infinity],
  ['+ + -', Infinity],
  ['8!', 4],
  ['9!', 4],
  ['1!', 1],
  ['8! 4! 2! 1!', 1],
  ['64! 3!', 1],
  [`8! ${eight}`, 5],
  [`8! ${eight}${eight}`, 6],
  ['8! + + + + + + + - - -', 4],
  [`8! + + + + 2! ${eight}`, 2],
  [`8! ${eight.repeat(9)} 6!`, 3],
])('lanes after “%s”: %s', (script, most) => {
  expect(after(script)).toBe(most)
})

test('of the calls of one moment only the first that is refused counts', () => {
  const first = learned(allLanes, 'limit', { round: 0, inHand: 8 })
  const second = learned(first, 'limit', { round: 0, inHand: 7 })
  const later = learned(second, 'limit', { round: 1, inHand: 4 })
  expect([first.most, second.most, later.most]).toEqual([4, 4, 2])
})
