import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote, holds } from './quotes.ts'

const found = (text: string, quote: string, caseless = false): string | null => {
  const place = findQuote(text, quote, { caseless })
  return place && text.slice(place.from, place.to)
}

test.each([
  ['He said “no” twice.', 'said "no"', 'said “no”'],
  ['He said "no" twice.', 'said “no”', 'said "no"'],
  ['It’s late', "It's late", 'It’s late'],
  ['«Oui», dit-il', '"Oui"', '«Oui»'],
  ['a—b', 'a-b', 'a—b'],
  ['a -- b', 'a – b', 'a -- b'],
  ['wait… what', 'wait... what', 'wait… what'],
  ['wait... what', 'wait… what', 'wait... what'],
  ['one  two\n three', 'one two three', 'one  two\n three'],
  ['hy\u00adphen', 'hyphen', 'hy\u00adphen'],
  ['a *very* **bold** `one`', 'a very bold one', 'a *very* **bold** `one'],
  ['an _old_ ~~new~~ snake_case', 'old new snake_case', 'old_ ~~new~~ snake_case'],
  ['1984\\. A year \\*', '1984. A year', '1984\\. A year'],
  ['  spaced  ', ' spaced ', 'spaced'],
  ['cafe\u0301 noir', 'café noir', 'cafe\u0301 noir'],
  ['le café noir', 'cafe\u0301', 'café'],
  ['\u1112\u1161\u11ab글', '한글', '\u1112\u1161\u11ab글'],
  ['The end', 'the end', null],
  ['cafe\u0301', 'cafe', null],
  ['anything', '', null],
  ['anything *', '*', null],
  ['我喜欢“写作”。', '喜欢"写作"', '喜欢“写作”'],
  ['彼は言った。', '言った', '言った'],
  ['אמר שלום לכולם', 'שלום', 'שלום'],
  ['a 👩‍👩‍👧 family', '👩‍👩‍👧', '👩‍👩‍👧'],
  ['𠮷野家へ', '野家', '野家'],
  ['20 ~ 30', '20 ~ 30', '20 ~ 30'],
  ['one – *two*', 'one — two', 'one – *two'],
])('in %j the quote %j is %j', (text, quote, wanted) => {
  expect(found(text, quote)).toBe(wanted)
})

test.each([
  ['The End', 'the end', 'The End'],
  ['İstanbul’da bir gün', "i̇stanbul'da", 'İstanbul’da'],
  ['ΣΊΣΥΦΟΣ', 'Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ['STRASSE', 'straße', null],
])('in %j the caseless quote %j is %j', (text, quote, wanted) => {
  expect(found(text, quote, true)).toBe(wanted)
})

test.each([
  ['The Cat sat.', 'cat', true],
  ['concatenate', 'cat', false],
  ['concatenate the cat', 'cat', true],
  ["the cat's paw", 'cat', true],
  ['a cat-like thing', 'cat', true],
  ['week 13', 'week 1', false],
  ['week 13 and week 1.', 'week 1', true],
  ['C++ is old', 'c++', true],
  ['**Bold** move', 'bold move', true],
  ['“Who goes there?”', '"who goes there?"', true],
  ['我喜欢写作', '喜欢', true],
  ['日本語を読む', '本', true],
  ['세계는 넓다', '세계', true],
  ['cafés', 'café', false],
  ['cafe\u0301s', 'cafe', false],
  ['ภาษาไทย', 'ไทย', true],
  ['𝒳cat', 'cat', false],
  ['anything', '', false],
  ['', 'cat', false],
])('%j holds %j: %s', (text, phrase, wanted) => {
  expect(holds(text, phrase)).toBe(wanted)
})

const typeset = (text: string): string =>
  text.replaceAll(' ', '\n  ').replaceAll('"', '“').replaceAll("'", '’').replaceAll('-', '—').normalize('NFD')

test('a quote is found wherever it was taken from, however it was typeset since', () => {
  const others = fc.array(fc.constantFrom('land', 'thé', '你', '“x”', '👎'), { maxLength: 6 })
  const words = fc.array(
    fc.constantFrom('the', 'café', 'sea', '"sea"', "it's", 'a-b', '我', '한', '…', '👍', 'e'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(others, words, others, (before, quoted, after) => {
      const quote = quoted.join(' ')
      const text = `${before.join(' ')} | ${typeset(quote)} | ${after.join(' ')}`
      const place = findQuote(text, quote)
      expect(place && text.slice(place.from, place.to).normalize('NFC')).toBe(typeset(quote).normalize('NFC'))
    }),
  )
})

test('what is found lies inside the text, and finds itself', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
      (text, quote) => {
        const place = findQuote(text, quote, { caseless: true })
        if (place === null) return
        expect(0 <= place.from && place.from < place.to && place.to <= text.length).toBe(true)
        expect(findQuote(text.slice(place.from, place.to), quote, { caseless: true })).not.toBeNull()
      },
    ),
  )
})
