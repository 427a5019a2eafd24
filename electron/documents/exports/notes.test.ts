import { expect, test } from 'vitest'
import { parseMarkdown } from '../../../shared/text/markdown.ts'
import { nameNotes, notesOf } from './notes.ts'

const named = (...sections: string[]) =>
  nameNotes(sections.map((section) => notesOf(parseMarkdown(section)))).map((names) =>
    Object.fromEntries([...names].map(([identifier, { label }]) => [identifier, label])),
  )

const long = 'x'.repeat(200)

test.each([
  ['one section keeps its labels', ['a[^1] b[^x]\n\n[^1]: A\n\n[^x]: X'], [{ 1: '1', x: 'x' }]],
  [
    'a later section gives way',
    ['a[^1]\n\n[^1]: A', 'b[^1]\n\n[^1]: B', 'c[^1]\n\n[^1]: C'],
    [{ 1: '1' }, { 1: '1-2' }, { 1: '1-3' }],
  ],
  [
    'a number in use is passed over',
    ['a[^1]\n\n[^1]: A', 'b[^1]\n\n[^1]: B', 'c[^1-2]\n\n[^1-2]: C'],
    [{ 1: '1' }, { 1: '1-3' }, { '1-2': '1-2' }],
  ],
  [
    'labels differ only by more than their case',
    ['a[^N]\n\n[^N]: A', 'b[^n]\n\n[^n]: B'],
    [{ n: 'N' }, { n: 'n-2' }],
  ],
  ['a call finds its note in another section', ['a[^1]', 'b\n\n[^1]: B'], [{ 1: '1' }, { 1: '1' }]],
  ['but its own note first', ['a\n\n[^1]: A', 'b[^1]\n\n[^1]: B'], [{}, { 1: '1' }]],
  ['a note without a call has no name', ['a\n\n[^1]: A'], [{}]],
  ['a call without a note has no name', ['a[^1]'], [{}]],
  ['a call within a note does not count', ['a[^1]\n\n[^1]: A[^2]\n\n[^2]: B'], [{ 1: '1' }]],
  [
    'a long label is cut',
    [`a[^${long}]\n\n[^${long}]: A`, `b[^${long}]\n\n[^${long}]: B`],
    [{ [long]: long }, { [long]: 'note-2' }],
  ],
])('%s', (_, sections, names) => {
  expect(named(...sections)).toEqual(names)
})
