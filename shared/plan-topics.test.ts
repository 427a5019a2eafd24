import { expect, test } from 'vitest'
import type { Constraint, Section } from './records.ts'
import { openTopics, topicTrouble, topicsOf } from './plan-topics.ts'
import { brief, constraint, say, section } from './test-kit.ts'

const whole = { where: 'document' } as const
const rule = (text: string): Constraint => constraint(text, { kind: 'rule', params: { text } }, whole)
const read = (quote: string): Constraint => ({
  ...say('x', { where: 'once', at: 2 }),
  origin: { from: 'brief', quote },
})

test.each<readonly [string, string, readonly Constraint[], readonly string[]]>([
  ['nothing', 'Write about a ferry.', [], []],
  ['what a list names', 'Parts:\n\n1. The flood\n2. *The quays*', [], ['The flood', 'The quays']],
  [
    'not what was read in a list',
    '- The flood\n- Put the fair in week 3',
    [read('Put the fair in week 3')],
    ['The flood'],
  ],
  [
    'not what only leads to a list',
    '1. The flood:\n   - the rain\n2. The quays',
    [],
    ['the rain', 'The quays'],
  ],
  ['not how long it is', '', [rule('Include the flood, at least 400 words.')], ['the flood']],
  ['the title of a long item', `- The flood\n  ${'and more '.repeat(30)}`, [], ['The flood']],
  ['what the whole must say', '', [say('low water', whole)], ['low water']],
  ['not what a unit must say', '', [say('low water', { where: 'once', at: 3 })], []],
  ['not what is muted', '', [{ ...say('low water', whole), muted: true }], []],
  [
    'what it is told to cover',
    '',
    [rule('Cover the flood, the quays and the fair.')],
    ['the flood', 'the quays', 'the fair'],
  ],
  ['Chinese', '', [rule('包括洪水、码头和集市')], ['洪水', '码头', '集市']],
  ['not how it is to be written', '', [rule('Be warm, plain and exact.'), rule('Never explain a joke.')], []],
  ['the same but once', '- low water', [say('low water', whole)], ['low water']],
  [
    'no more than twenty',
    Array.from({ length: 30 }, (_, i) => `- Topic number ${i}`).join('\n'),
    [],
    Array.from({ length: 20 }, (_, i) => `Topic number ${i}`),
  ],
])('topics: %s', (_, text, constraints, expected) => {
  expect(topicsOf(brief({ text }), constraints)).toEqual(expected)
})

test('a topic is open while no section holds two thirds of its words', () => {
  const leaves = [section(1, { intent: 'Floods come in January.' }), section(2, { title: 'The old quays' })]
  expect(
    openTopics(['the January flood', 'quay', 'fish market', 'the flood of the fish market'], leaves),
  ).toEqual(['fish market', 'the flood of the fish market'])
})

const claims = { owns: ['the January flood'] }

test.each<readonly [string, readonly Section[], readonly number[], string | null]>([
  ['one section', [section(1), section(2, { intent: 'The flood.' })], [2], null],
  ['several that touch it', [section(1, claims), section(2, { intent: 'After the flood.' })], [1, 2], null],
  ['none', [section(1)], [], 'No section treats "January flood".'],
  ['one that is not there', [section(1)], [0, 2, 99], 'No section treats "January flood".'],
  [
    'one that does not say so',
    [section(1), section(2)],
    [2],
    'Section 2 is to treat "January flood" but does not say so.',
  ],
  [
    'two owners',
    [section(1, claims), section(2, claims)],
    [1, 2],
    'Section 2 owns "January flood", which section 1 owns.',
  ],
  ['one owner named twice', [section(1, claims)], [1, 1], null],
])('the place of a topic: %s', (_, leaves, named, expected) => {
  expect(topicTrouble('January flood', leaves, named)).toBe(expected)
})
