import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edited, findPlace, type Edit } from './edits.ts'

const at = (text: string, quote: string, nth = 0): Edit => {
  let from = text.indexOf(quote)
  for (let i = 0; i < nth; i += 1) from = text.indexOf(quote, from + 1)
  return { from, to: from + quote.length, quote, text: '' }
}

describe('a place is found again', () => {
  const text = 'It rained. The quay was empty. It rained.'
  test.each<readonly [string, string, Edit, string | null]>([
    ['just there', text, at(text, 'It rained.'), 'It rained.|0'],
    ['the second of two', text, at(text, 'It rained.', 1), 'It rained.|31'],
    ['further on', `Once. ${text}`, at(text, 'The quay'), 'The quay|17'],
    ['the nearest of two', `Oh. ${text}`, at(text, 'It rained.', 1), 'It rained.|35'],
    [
      'in other typography',
      'She said “no”.',
      { from: 3, to: 9, quote: 'said "no"', text: '' },
      'said “no”|4',
    ],
    ['gone', 'Nothing.', at(text, 'The quay'), null],
    ['without words', text, { from: 3, to: 3, quote: ' ', text: '' }, null],
    ['behind the end', 'The quay', { from: 90, to: 98, quote: 'The quay', text: '' }, 'The quay|0'],
  ])('%s', (_, now, place, expected) => {
    const found = findPlace(now, place)
    expect(found && `${now.slice(found.from, found.to)}|${found.from}`).toBe(expected)
  })
})

describe('edits are made', () => {
  const text = 'Ines waits. Ines sings. Nobody hears Ines.'
  const swap = (nth: number): Edit => ({ ...at(text, 'Ines', nth), text: 'Inés' })
  test.each<readonly [string, string, readonly Edit[], string | null]>([
    ['one', text, [swap(1)], 'Ines waits. Inés sings. Nobody hears Ines.'],
    ['all', text, [swap(2), swap(0), swap(1)], 'Inés waits. Inés sings. Nobody hears Inés.'],
    [
      'in a text that grew',
      `So: ${text}`,
      [swap(0), swap(1), swap(2)],
      'So: Inés waits. Inés sings. Nobody hears Inés.',
    ],
    [
      'what is gone is left out',
      text,
      [{ ...at('Ada', 'Ada'), text: 'Eve' }, swap(0)],
      'Inés waits. Ines sings. Nobody hears Ines.',
    ],
    [
      'one place, once',
      text,
      [swap(0), { ...swap(0), text: 'Ida' }],
      'Inés waits. Ines sings. Nobody hears Ines.',
    ],
    ['none', text, [{ ...at('Ada', 'Ada'), text: 'Eve' }], null],
  ])('%s', (_, now, edits, expected) => {
    expect(edited(now, edits)).toBe(expected)
  })
})

test('law: an edit leaves all else as it is, unit by unit', () => {
  const holds = fc.property(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.nat(),
    fc.nat(),
    fc.string({ unit: 'binary' }),
    (text, a, b, fresh) => {
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y)
      const quote = text.slice(from, to)
      fc.pre(quote.trim() !== '')
      expect(edited(text, [{ from: from ?? 0, to: to ?? 0, quote, text: fresh }])).toBe(
        text.slice(0, from) + fresh + text.slice(to),
      )
    },
  )
  fc.assert(holds, { numRuns: 100 })
})
