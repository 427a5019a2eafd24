import { expect, test } from 'vitest'
import { uncitedClaims } from './claims.ts'

test.each([
  ['Studies show that cats sleep.', true],
  ['Research has found little.', true],
  ['According to the board, it rained.', true],
  ['Half of it, 48 %, was lost.', true],
  ['It cost $3 million.', true],
  ['There were 12,400 ships.', true],
  ['It grew by 3.5 points.', true],
  ['The bridge fell in 1998.', true],
  ['It is the largest port of the country.', true],
  ['研究表明猫爱睡觉。', true],
  ['全国最大的港口在这里。', true],
  ['Laut Bericht regnete es.', true],
  ['Selon le rapport, il pleut.', true],
  ['Cats sleep.', false],
  ['We counted three ships.', false],
  ['Chapter 12 tells more.', false],
  ['The first boat left.', false],
  ['Studies show that cats sleep [@cat].', false],
  ['Half of it, 48 %, was lost.[^1]\n\n[^1]: The board.', false],
  ['## In 1998 it fell', false],
])('%s', (text, isClaim) => {
  expect(uncitedClaims(text)).toEqual(isClaim ? [text] : [])
})

test('at most five, in order, those without a source alone', () => {
  const text = Array.from(
    { length: 8 },
    (_, i) => `In 19${10 + i} it rained${i === 1 ? ' [@rain]' : ''}.`,
  ).join(' ')
  expect(uncitedClaims(text)).toEqual([0, 2, 3, 4, 5].map((i) => `In 19${10 + i} it rained.`))
})
