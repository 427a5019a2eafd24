import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edited, findPlace, placeIn, type Edit } from './edits.ts'
import { cutsWord } from './quotes.ts'

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

describe('a word is found as the word it was', () => {
  const rope = 'He loved the art of rope. Later he went apart, and the party left.'
  const word = (quote: string): Edit => ({ ...at(rope, quote), text: 'craft' })
  const known = (quote: string): Edit => ({ ...placeIn(rope, at(rope, quote)), text: 'craft' })
  test.each<readonly [string, string, Edit, string | null]>([
    ['never within another', 'Later he went apart, and the party left.', word('art'), null],
    ['nor just where it was', 'He loved the artful rope.', word('art'), null],
    ['nor before signs and marks', 'Later *a*part.', word('art'), null],
    ['where it stands elsewhere, by its words alone', 'So. His art.', word('art'), 'So. His craft.'],
    ['not elsewhere, where its neighbours are known', 'So. His art.', known('art'), null],
    ['nor where both have changed', 'So. His art of chess.', known('art'), null],
    [
      'where one of them stands',
      'So. His art of rope. Later he went home.',
      known('art'),
      'So. His craft of rope. Later he went home.',
    ],
    ['part of a word that was selected so', rope, known('par'), rope.replace('par', 'craft')],
    ['the same, and gone', rope.replace('apart', 'parting'), known('par'), null],
    [
      'a sentence that stands once, whatever is around it',
      'So it was. Later he went apart, and the party left. Home!',
      known('Later he went apart, and the party left.'),
      'So it was. craft Home!',
    ],
    [
      'in scripts without spaces',
      '她走了。他来了。',
      { from: 0, to: 2, quote: '他来', text: '我来' },
      '她走了。我来了。',
    ],
  ])('%s', (_, now, edit, expected) => {
    expect(edited(now, [edit])).toBe(expected)
  })
})

test('an edit of a whole text goes with what was changed in other sentences since, or is not made', () => {
  const text = 'It rained. Nobody came.'
  const edit = { ...placeIn(text, { from: 0, to: text.length }), text: 'It poured. Nobody came.' }
  expect(edited('It rained. Nobody came at all.', [edit])).toBe('It poured. Nobody came at all.')
  expect(edited('It had rained. Nobody came.', [edit])).toBeNull()
})

test('law: no edit, made in a text that changed, begins or ends within a word', () => {
  const words = fc.array(
    fc.constantFrom('a', 'art', 'part', 'apart', 'he', 'the', 'It’s', '.', '潮水', '\n\n'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  const spaced = fc.tuple(words, fc.constantFrom(' ', '', '-')).map(([all, gap]) => all.join(gap))
  const holds = fc.property(spaced, spaced, fc.constantFrom('a', 'art', 'he', '潮'), (text, now, quote) => {
    const from = text.indexOf(quote)
    fc.pre(from >= 0)
    const found = findPlace(now, { from, to: from + quote.length, quote })
    expect(found && [cutsWord(now, found.from), cutsWord(now, found.to)]).toEqual(found && [false, false])
  })
  fc.assert(holds, { numRuns: 500 })
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
      const place = placeIn(text, { from: from ?? 0, to: to ?? 0 })
      fc.pre(place.quote.trim() !== '')
      expect(edited(text, [{ ...place, text: fresh }])).toBe(text.slice(0, from) + fresh + text.slice(to))
    },
  )
  fc.assert(holds, { numRuns: 100 })
})
