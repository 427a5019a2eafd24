import { expect, test } from 'vitest'
import { filler, missingSymbols, topSymbols } from './grammar.ts'
import { languageFor, languages, withinQuotes } from './language.ts'
import { randomFrom } from './random.ts'
import { registerFor } from './register.ts'

const all = Object.entries(languages)

test.each(all)(
  'the grammar of %s calls no symbol that it lacks, and none of its symbols is empty',
  (_, { grammar }) => {
    const empty = Object.keys(grammar).filter((symbol) => grammar[symbol]?.length === 0)
    expect({ missing: missingSymbols(grammar), empty }).toEqual({ missing: [], empty: [] })
  },
)

test.each(all)('no list of %s holds a piece twice, save frames weighted on purpose', (_, { grammar }) => {
  const twice = Object.entries(grammar).filter(
    ([symbol, frames]) => symbol !== 'matter' && new Set(frames).size !== frames.length,
  )
  expect(twice).toEqual([])
})

test.each(all)('%s fills every slot, whatever it draws', (_, { grammar }) => {
  const fill = filler(grammar, randomFrom(1))
  const open = topSymbols.flatMap((symbol) =>
    Array.from({ length: 60 }, () => fill(`{${symbol}}`, { phrase: 'P', title: 'T' })).filter(
      (text) => /[{}]|\s\s|undefined/u.test(text) || text.trim() === '',
    ),
  )
  expect(open).toEqual([])
})

test.each(all)('%s knows each of its honest sentences again', (_, { grammar, honest }) => {
  expect([...grammar.honest, ...grammar.honestShort].filter((sentence) => !honest.test(sentence))).toEqual([])
})

test('a deck deals all its cards before one comes again', () => {
  const grammar = { ...languages.en.grammar, card: ['a', 'b', 'c'] }
  const fill = filler(grammar, randomFrom(7))
  const hands = Array.from({ length: 3 }, () =>
    ['{card}', '{card}', '{card}'].map((frame) => fill(frame)).toSorted(),
  )
  expect(hands).toEqual(Array.from({ length: 3 }, () => ['a', 'b', 'c']))
})

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['zh', 'zh'],
  ['zh-Hant', 'zh'],
  ['中文', 'zh'],
  ['Chinese', 'zh'],
  ['ja', 'ja'],
  ['de-AT', 'de'],
  ['Deutsch', 'de'],
  ['french', 'fr'],
  ['es', 'es'],
  ['den', 'en'],
  ['fry', 'en'],
  ['est', 'en'],
  ['', 'en'],
] as const)('the language %j is written as %s', (name, code) => {
  expect(languageFor(name)).toBe(languages[code])
})

test.each([
  ['novel', 'story'],
  ['short stories', 'story'],
  ['Weekly diary', 'diary'],
  ['captain’s log', 'diary'],
  ['user manual', 'manual'],
  ['手册', 'manual'],
  ['日记', 'diary'],
  ['catalogue', 'report'],
  ['report', 'report'],
  ['', 'report'],
] as const)('a %s is written as a %s', (form, register) => {
  expect(registerFor(form)).toBe(register)
})

test('marks within a quotation are the inner ones', () => {
  expect([
    withinQuotes('says “ebb”', languages.en),
    withinQuotes('sagt „Ebbe“', languages.de),
    withinQuotes('「潮」と書く', languages.ja),
  ]).toEqual(['says ‘ebb’', 'sagt ‚Ebbe‘', '『潮』と書く'])
})
