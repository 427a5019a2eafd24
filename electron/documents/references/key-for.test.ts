import { expect, test } from 'vitest'
import { reference } from '../../../shared/records/reference.ts'
import { keyFor } from './key-for.ts'

const ahn = { author: [{ family: 'Ahn', given: 'Soo' }], issued: { 'date-parts': [[2021]] } }

test.each([
  ['author and year', { csl: ahn, file: 'a.md' }, [], 'ahn2021'],
  ['a second of the year', { csl: ahn, file: 'a.md' }, ['ahn2021'], 'ahn2021b'],
  ['a third', { csl: ahn, file: 'a.md' }, ['ahn2021', 'ahn2021b'], 'ahn2021c'],
  [
    'an author without a year: the title',
    { csl: { ...ahn, issued: undefined, title: 'The Tides!' }, file: 'a.md' },
    [],
    'the-tides',
  ],
  ['neither: the file', { csl: {}, file: 'Harbour notes (2).md' }, [], 'harbour-notes-2'],
  ['a second file', { csl: {}, file: 'notes.md' }, ['notes'], 'notes-2'],
  ['a key that came with it', { csl: ahn, key: 'Ahn:21_x', file: 'a.bib' }, [], 'Ahn:21_x'],
  ['one that is taken but for its case', { csl: ahn, key: 'AHN', file: 'a.bib' }, ['ahn'], 'AHN-2'],
  ['one with what no key can hold', { csl: ahn, key: '@{a; b}', file: 'a.bib' }, [], 'a-b'],
  ['one that is nothing else', { csl: ahn, key: '@@', file: 'a.bib' }, [], 'ahn2021'],
  [
    'letters of any script',
    { csl: { author: [{ literal: '灯塔' }], issued: { 'date-parts': [[1999]] } }, file: 'a' },
    [],
    '灯塔1999',
  ],
  ['nothing to go by', { csl: {}, file: '—.md' }, [], 'source'],
])('%s', (_, source, taken, key) => {
  const { csl, ...rest } = source
  const defined = Object.fromEntries(Object.entries(csl).filter(([, value]) => value !== undefined))
  expect(keyFor({ csl: defined, ...rest }, new Set(taken))).toBe(key)
  expect(reference.shape.key.safeParse(key).success).toBe(true)
})
