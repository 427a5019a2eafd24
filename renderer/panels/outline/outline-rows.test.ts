import { expect, test } from 'vitest'
import { applyEvent, type ProjectEvent } from '../../../shared/project-state.ts'
import type { AnyRecord } from '../../../shared/records.ts'
import { draft, plan, section, state } from '../../../shared/test-kit.ts'
import { outlineRows, unfolded, type Row } from './outline-rows.ts'

const put = (...records: readonly AnyRecord[]): ProjectEvent => ({
  type: 'change',
  seq: 1,
  put: records,
  remove: [],
})

/** 1 (2, 3), 4; the second is written, the third is being written. */
const book = state(
  plan(),
  section(1),
  section(2, { parent: 'section:1' }),
  section(3, { parent: 'section:1' }),
  section(4),
  draft(2, { author: 'writer', text: 'Four words stand here.' }),
  draft(3, { standing: 'streaming', text: '' }),
)

const said = ({ title, depth, position, siblings, mark, words, streaming }: Row) =>
  `${title} ${depth} ${position}/${siblings} ${mark} ${words} ${streaming ?? '-'}`

test('a line a section, with its place, its state and its words', () => {
  expect(outlineRows(book).map(said)).toEqual([
    'Chapter 1 1 1/2 planned 0 -',
    'Chapter 2 2 1/2 review 4 -',
    'Chapter 3 2 2/2 drafting 0 draft:3.1.0',
    'Chapter 4 1 2/2 planned 0 -',
  ])
})

test('letters that stream make no new lines', () => {
  const text: ProjectEvent = { type: 'text', seq: 1, parts: [{ draft: 'draft:3.1.0', at: 0, text: 'On' }] }
  expect(outlineRows(applyEvent(book, text))).toBe(outlineRows(book))
})

test('a change of one section leaves the lines of the others as they were', () => {
  const after = applyEvent(book, put(draft(4, { author: 'writer', text: 'Two words.' })))
  const [was, is] = [outlineRows(book), outlineRows(after)]
  expect(is.map((row, i) => JSON.stringify(row) === JSON.stringify(was[i]))).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test.each<readonly [Row['id'][], string]>([
  [[], '1 2 3 4'],
  [['section:1'], '1 4'],
  [['section:2'], '1 2 3 4'],
])('folded %j', (folded, shown) => {
  const rows = unfolded(outlineRows(book), new Set(folded))
  expect(rows.map(({ id }) => id.slice('section:'.length)).join(' ')).toBe(shown)
})
