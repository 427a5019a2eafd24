import { expect, test } from 'vitest'
import { draft } from '../../shared/test-kit.ts'
import { isWorthKeeping } from './worth-keeping.ts'

const minute = 60_000
const ten = 'one two three four five six seven eight nine ten'

test.each<[string, string, string, number, number | undefined, boolean]>([
  ['a text of an earlier day', ten, `${ten} more`, 0, undefined, true],
  ['a text just begun', ten, `${ten} more`, 1_000, 0, false],
  ['ten minutes of writing', ten, `${ten} more`, 10 * minute, 0, true],
  ['all of it replaced by a letter', ten, 'x', 1_000, 0, true],
  ['a fifth of it gone', ten, 'one two three four five six seven eight', 1_000, 0, false],
  ['more than a fifth gone', ten, 'one two three four five six seven', 1_000, 0, true],
  ['the first word that goes after a minute', ten, ten.slice(0, -4), minute, 0, true],
  ['the same words', ten, ten, 11 * minute, undefined, false],
  ['nothing was there', ' \n', 'x', 11 * minute, undefined, false],
])('%s', (...[, before, text, at, keptAt, expected]) => {
  expect(isWorthKeeping(draft(1, { author: 'writer', text: before }), text, at, keptAt)).toBe(expected)
})
