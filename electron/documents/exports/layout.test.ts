import { expect, test } from 'vitest'
import { layoutOf, pageSizeOf } from './layout.ts'

test.each([
  ['novel', 'novel'],
  ['Short story', 'novel'],
  ['diary', 'novel'],
  ['小説', 'novel'],
  ['report', 'report'],
  ['history report', 'report'],
  ['non-fiction', 'report'],
  ['a manual for novel readers', 'report'],
  ['', 'report'],
])('the form %j is set as a %s', (form, layout) => {
  expect(layoutOf(form)).toBe(layout)
})

test.each([
  ['en-US', 'letter'],
  ['fr-CA', 'letter'],
  ['en', 'a4'],
  ['en-GB', 'a4'],
  ['ja', 'a4'],
])('%s is printed on %s', (language, page) => {
  expect(pageSizeOf(language)).toBe(page)
})
