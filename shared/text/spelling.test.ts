import { expect, test } from 'vitest'
import { respelled, spelled } from './spelling.ts'

test.each([
  ['the color of it', 'GB', 'color → colour', false],
  ['the colours of it', 'US', 'colours → colors', false],
  ['a harbour, a color', 'GB', 'color → colour', true],
  ['they organized it', 'GB', null, false],
  ['they organised it', 'US', 'organised → organized', false],
  ['they analyzed it', 'GB', 'analyzed → analysed', false],
  ['a tire and a check', 'GB', null, false],
  ['a tyre and a cheque', 'US', 'tyre → tire', false],
  ['the neighbor’s dog', 'GB', 'neighbor → neighbour', false],
  ['Pearl Harbor, Lincoln Center', 'GB', null, false],
  ['Harbor lights', 'GB', 'Harbor → harbour', false],
  ['the meter of a meter', 'GB', null, false],
  ['kilometres away', 'US', 'kilometres → kilometers', false],
  ['Colorado colorless', 'GB', 'colorless → colourless', false],
  ['travelling, modelled, jewellery', 'GB', null, true],
  ['skillful, enroll, fulfill', 'GB', 'skillful → skilful', false],
  ['', 'GB', null, false],
] as const)('%j in %s', (text, home, expected, shows) => {
  const { foreign, ...rest } = spelled(text, home)
  expect([foreign && `${foreign.word} → ${foreign.spelling}`, rest.shows]).toEqual([expected, shows])
})

test('a text is respelled and reads as at home', () => {
  const text = 'The Harbour of Grey Point: grey, honoured travellers.'
  expect(respelled(text, 'US')).toBe('The Harbour of Grey Point: gray, honored travelers.')
})
