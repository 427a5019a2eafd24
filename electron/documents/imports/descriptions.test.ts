import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bibtex } from './bibtex.ts'
import { entriesOf } from './bibtex/entries.ts'
import { plainLatex } from './bibtex/plain-latex.ts'
import { cslJson } from './csl-json.ts'
import type { ImportFormat, ReadFile } from './import-format.ts'
import { ris } from './ris.ts'

const read = (format: ImportFormat, text: string): ReadFile =>
  format.read(new TextEncoder().encode(text), `sources.${format.extensions[0] ?? ''}`)

const smith = {
  type: 'article-journal',
  title: 'Tides of the North',
  author: [
    { family: 'Smith', given: 'Ann' },
    { family: 'Dijk', given: 'Bo', 'non-dropping-particle': 'van' },
  ],
  'container-title': 'Journal of Tides',
  volume: '12',
  issue: '3',
  page: '1–20',
  DOI: '10.1000/tides',
  issued: { 'date-parts': [[2021, 3]] },
}

test('an article in BibTeX', () => {
  const source = `Anything here is a comment.
@string{jt = "Journal of Tides"}
@comment{ @article{gone, title = {x}} }
@Article{smith:2021,
  author = {Smith, Ann and Bo van Dijk},
  title = {Tides of the {North}},
  journal = jt, volume = 12, number = "3", pages = {1--20},
  year = 2021, month = mar, doi = {https://doi.org/10.1000/tides},
  abstract = {It rose.}
}`
  expect(read(bibtex, source)).toEqual({
    kind: 'descriptions',
    sources: [{ key: 'smith:2021', csl: smith, abstract: 'It rose.' }],
    notices: [],
  })
})

test('the same article in RIS', () => {
  const source = `TY  - JOUR
ID  - smith:2021
AU  - Smith, Ann
AU  - van Dijk, Bo
TI  - Tides of
 the North
T2  - Journal of Tides
VL  - 12
IS  - 3
SP  - 1
EP  - 20
DO  - 10.1000/tides
PY  - 2021/03//
AB  - It rose.
ER  - `
  expect(read(ris, source)).toEqual({
    kind: 'descriptions',
    sources: [{ key: 'smith:2021', csl: smith, abstract: 'It rose.' }],
    notices: [],
  })
})

test('the same article in CSL JSON', () => {
  const item = { ...smith, id: 'smith:2021', abstract: 'It rose.', custom: { any: 1 } }
  const expected = {
    kind: 'descriptions',
    sources: [{ key: 'smith:2021', csl: smith, abstract: 'It rose.' }],
    notices: [],
  }
  expect(read(cslJson, JSON.stringify([item, { note: 'no title' }, 7]))).toEqual(expected)
  expect(read(cslJson, JSON.stringify({ items: [item] }))).toEqual(expected)
  expect(read(cslJson, JSON.stringify(item))).toEqual(expected)
})

test.each([
  ['{\\"O}sterreich \\& M\\"uller', 'Österreich & Müller'],
  ['Caf\\\'{e} \\c{c}a \\v{S}koda na\\"{\\i}ve', 'Café ça Škoda naïve'],
  ['\\ss{} {\\o} \\AA rhus \\emph{set} \\textbf{bold}', 'ß ø Århus set bold'],
  ["``Quoted''~text --- 1--2", '“Quoted” text — 1–2'],
  ['{The {NATO}} \\$5 \\{x\\} 100\\%', 'The NATO $5 {x} 100%'],
  ['\\unknown{kept} rest', 'kept rest'],
])('the LaTeX %s', (value, text) => {
  expect(plainLatex(value)).toBe(text)
})

test.each([
  ['in parentheses', '@book(a, title = {T})', ['a T'], 0],
  ['joined', '@book{a, title = "T" # { and } # "U"}', ['a T and U'], 0],
  ['without a last comma, without a value', '@book{a, title = {T}}@book{b}', ['a T', 'b '], 0],
  ['broken off', '@book{a, title = {T}\n@book{b, title = {U}}', ['b U'], 1],
  ['an address', 'mail ann@example.org', [], 0],
  ['braces in quotes', '@book{a, title = "a {"} b"}', ['a a {"} b'], 0],
])('BibTeX %s', (_, source, entries, lost) => {
  const found = entriesOf(source)
  expect(found.entries.map(({ key, fields }) => `${key} ${fields.get('title') ?? ''}`)).toEqual(entries)
  expect(found.lost).toBe(lost)
})

test('broken entries are said', () => {
  expect(read(bibtex, '@book{a, title = {T').notices).toEqual([
    { sentence: 'Entries in it that could not be read: 1.' },
  ])
})

test('what is no JSON says so', () => {
  expect(() => read(cslJson, '{"title"')).toThrow('“sources.json” cannot be read: it is not JSON.')
})

test('no source makes a reader throw anything but that, or take long', () => {
  const pieces = fc.constantFrom(
    '@',
    'book',
    '{',
    '}',
    '"',
    ',',
    '=',
    '#',
    'a',
    '\\',
    "'",
    '\n',
    'TY  - ',
    '(',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (some) => {
      read(bibtex, some.join(''))
      read(ris, some.join(''))
    }),
    { numRuns: 300 },
  )
  const began = performance.now()
  read(bibtex, '@a{b,c={'.repeat(20_000))
  expect(performance.now() - began).toBeLessThan(2_000)
})
