import { expect, test } from 'vitest'
import { constraintMatrix } from '../../../shared/questions/constraint-matrix.ts'
import type { Constraint } from '../../../shared/records.ts'
import { brief, constraint, draft, say, section, state } from '../../../shared/test-kit.ts'
import { cellSentence } from './cell-words.ts'
import { loomSummary } from './loom-summary.ts'
import { noFilter, strandsOf, type LoomFilter } from './loom-threads.ts'

const avoid = constraint('avoid', { kind: 'avoids', params: { text: 'sea' } }, { where: 'each' })
const long = constraint('long', { kind: 'length', params: { min: 4 } }, { where: 'document' })
const asked: readonly Constraint[] = [
  say('tide', { where: 'once', at: 3 }),
  long,
  avoid,
  constraint('rule', { kind: 'rule', params: { text: 'Be kind.' } }, { where: 'once', at: 1 }),
  say('salt', { where: 'range', from: 1, to: 2 }),
]
const work = state(
  brief(),
  ...[1, 2, 3].map((n) => section(n)),
  ...asked,
  draft(1, { text: 'Salt.' }),
  draft(2),
)
const matrix = constraintMatrix(work)

const names = (filter: Partial<LoomFilter>, isOpen = false): readonly string[] =>
  strandsOf(matrix, { ...noFilter, ...filter }, isOpen).map((strand) =>
    strand.is === 'band' ? `band of ${strand.threads.length}` : strand.thread.name,
  )

test.each<readonly [string, Partial<LoomFilter>, boolean, readonly string[]]>([
  [
    'all: the band, by kind and place, the whole',
    {},
    false,
    ['band of 1', 'salt', 'tide', 'Be kind.', 'at least 4 words'],
  ],
  ['the band unfolded', {}, true, ['band of 1', 'sea', 'salt', 'tide', 'Be kind.', 'at least 4 words']],
  ['one kind', { kind: 'mentions' }, false, ['salt', 'tide']],
  ['only what is broken or unsure', { trouble: true }, false, ['salt']],
  ['by a word of its name', { text: ' KIND' }, false, ['Be kind.']],
  ['by nothing there is', { text: 'zebra' }, false, []],
])('lines of the loom: %s', (_, filter, isOpen, expected) => {
  expect(names(filter, isOpen)).toEqual(expected)
})

const strands = strandsOf(matrix, noFilter, false)

test.each<readonly [number, number, string]>([
  [0, 0, 'In every section, Chapter 1: 1 kept'],
  [1, 0, 'Requirement Say “salt”, Chapter 1: kept, “Salt”'],
  [1, 1, 'Requirement Say “salt”, Chapter 2: broken'],
  [1, 2, 'Requirement Say “salt”, Chapter 3: not owed'],
  [4, 2, 'Requirement Length “at least 4 words”, the whole work: owed'],
])('the cell in line %i, column %i says what it knows', (line, column, expected) => {
  expect(cellSentence(work, strands[line], matrix.columns, column)).toBe(expected)
})

test('the loom in plain words', () => {
  expect(loomSummary(matrix)).toBe(
    '5 requirements over 3 sections: 3 kept, 1 broken, 0 unsure, 4 owed. Say “salt” is broken in Chapter 2.',
  )
})
