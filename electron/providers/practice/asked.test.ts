import { expect, test } from 'vitest'
import { askedBrief, askedDuties, askedSection, targetWords } from './asked.ts'
import { fenced, promptBlocks } from './prompt-blocks.ts'

const briefText = `# The brief
Title: The harbour
Form: report
Language: en
Words in all: 3200

Write it.

# The plan
"""
is not a heading of ours.
# Requirements
- The whole. Say: "silt"
- Chapter 2. Say: "tide gauge"
# The plan
1. One (400 words): First.`

const own = `# Your section
Section 2 of 8: What was built
Entry: Tells what was built.
Words wanted: 400
Only here: the quay; the crane
# What it owes
- Say: "tide gauge"
- Say: "he said "no" twice"
- Never say: "world-class"
- Length: 360 to 440 words
- Keep to: Every number needs its unit.
- Say: "two
lines"
- Say: "tide gauge"
- Bring in: "a storm"
- Have: at least 2 questions
# Its text now
""""
"""
# What it owes
- Say: "a trap"
"""
""""
# Your task
Write.`

const blocks = promptBlocks([
  { from: 'system', text: 'You write.' },
  { from: 'user', text: briefText },
  { from: 'user', text: own },
])

test('a prompt is read by its headings, and not by those inside its fences', () => {
  expect([...blocks.keys()]).toEqual([
    'The brief',
    'The plan',
    'Requirements',
    'Your section',
    'What it owes',
    'Its text now',
    'Your task',
  ])
  expect(fenced(blocks.get('Its text now') ?? '')).toEqual(['"""\n# What it owes\n- Say: "a trap"\n"""'])
  expect(blocks.get('The plan')).toBe('1. One (400 words): First.')
})

test('the brief', () => {
  const { text, ...rest } = askedBrief(blocks)
  expect(rest).toEqual({
    title: 'The harbour',
    form: 'report',
    language: 'en',
    words: 3200,
    wholeAsks: [{ kind: 'mentions', params: { text: 'silt' } }],
  })
  expect(text).toBe('Write it.')
})

test('the section', () => {
  expect(askedSection(blocks)).toEqual({
    number: 2,
    of: 8,
    title: 'What was built',
    entry: 'Tells what was built.',
    words: 400,
    owns: ['the quay', 'the crane'],
  })
})

test('the duties', () => {
  expect(askedDuties(blocks)).toEqual({
    say: ['tide gauge', 'he said "no" twice', 'two lines', 'a storm'],
    never: ['world-class'],
    keep: ['Every number needs its unit.'],
    min: 360,
    max: 440,
    others: [{ kind: 'pattern', params: { has: 'question', min: 2 } }],
  })
})

test('a prompt that says nothing asks for nothing', () => {
  const none = promptBlocks([{ from: 'user', text: 'Hello' }])
  expect([askedSection(none), askedDuties(none), askedBrief(none)]).toEqual([
    { number: 0, of: 0, title: '', entry: '', words: 0, owns: [] },
    { say: [], never: [], keep: [], min: 0, max: Infinity, others: [] },
    { title: '', form: '', language: 'en', words: 0, text: '', wholeAsks: [] },
  ])
})

test.each([
  ['200 to 220 words', 400, 210],
  ['at least 200 words', 400, 400],
  ['at least 200 words', 150, 220],
  ['at most 300 words', 250, 250],
  ['at most 300 words', 400, 270],
  ['as planned', 350, 350],
  ['as planned', 0, 400],
])('Length: %s with %i words planned aims at %i', (length, planned, target) => {
  const duties = askedDuties(new Map([['What it owes', `- Length: ${length}`]]))
  expect(targetWords(duties, planned)).toBe(target)
})
