import { expect, test } from 'vitest'
import { couldBe } from './language.ts'

test.each([
  ['de', 'Der Hafen von Ostreby', true],
  ['en-GB', 'The harbour', true],
  ['zh-Hant', '港口很靜', true],
  ['ja', '港は静かだった', true],
  ['ru', 'The harbour', false],
  ['en', 'Гавань', false],
  ['Klingon', 'Гавань', true],
])('letters that could be %s: %s', (language, text, expected) => {
  expect(couldBe(language, text)).toBe(expected)
})
