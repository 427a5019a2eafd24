import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBrief, type ReadBrief } from './brief.ts'
import { AppError } from './errors.ts'
import { writeBrief } from './write-brief.ts'

test('a brief is written as a writer would write it', () => {
  const source = `---
title: The ferry
form: report
language: en
reader: the council
words: 900
units: { label: Part, count: 3, words: { min: 250, max: 350 } }
requirements:
  - { say: low water, every: { n: 2, from: 1 } }
  - { avoid: "true", document: true }
  - { rule: "Never explain: a joke.", from: 1, to: 2 }
  - { treat: the harbour dues, at: [ 1, 3 ] }
  - { repeat: '"so it goes" 2 to 4 times', document: true }
  - { has: at least 2 questions, at: 2 }
  - { opens: '"Low water"', each: true }
  - { voice: "first person, past tense", each: true }
  - { cites: "at least 2 sources, as [@key]", document: true }
---

# The ferry

Why it sails when it does.
`
  const { brief, constraints } = readBrief(source)
  expect(writeBrief(brief, constraints)).toBe(source)
})

const phrase = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    'yes',
    '1984',
    '- a',
    'a: b',
    '# a',
    '---',
    'a\n---\nb',
    '"',
    "'",
    '{ a }',
    '渡轮',
    '…',
    'null',
    '*a',
  ),
)
const unit = fc.integer({ min: 1, max: 9 })
const demand = fc.oneof(
  phrase.map((say) => ({ say })),
  phrase.map((avoid) => ({ avoid })),
  phrase.map((rule) => ({ rule })),
  phrase.map((treat) => ({ treat })),
  phrase.map((text) => ({ repeat: `"${text}" at least 2 times` })),
  phrase.map((opens) => ({ opens })),
  phrase.map((text) => ({ closes: `a question: "${text}"` })),
  phrase.map((name) => ({ voice: `third person, through the eyes of ${name}` })),
  fc.constantFrom(
    { has: 'a list' },
    { has: 'at least 3 questions' },
    { has: 'no table' },
    { closes: 'a date' },
    { language: 'en-GB' },
    { cites: 'at least 2 sources, as [@key]' },
    { length: 'at most 90 words' },
  ),
)
const placement = fc.oneof(
  unit.map((at) => ({ at })),
  fc.uniqueArray(unit, { minLength: 2, maxLength: 4 }).map((at) => ({ at: at.toSorted((a, b) => a - b) })),
  fc.tuple(unit, fc.nat(3)).map(([from, more]) => ({ from, to: from + more })),
  fc.tuple(unit, unit).map(([n, from]) => ({ every: { n, from } })),
  fc.tuple(unit, unit, fc.nat(9)).map(([n, from, more]) => ({ every: { n, from, to: from + more } })),
  fc.constantFrom({ each: true }, { document: true }),
)
const front = fc.record(
  {
    title: phrase,
    form: phrase,
    language: phrase,
    reader: phrase,
    voice: phrase,
    words: fc.integer({ min: 1, max: 9_000 }),
    units: fc.record(
      {
        label: phrase,
        count: fc.integer({ min: 5, max: 40 }),
        words: fc.record({ min: unit, max: fc.integer({ min: 10, max: 400 }) }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
    requirements: fc.array(
      fc.tuple(demand, placement).map(([what, where]) => ({ ...what, ...where })),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
)

const readOrNull = (source: string): ReadBrief | null => {
  try {
    return readBrief(source)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

test('law: a brief that is written and read again is the same, with its constraints', () => {
  const text = fc.oneof(
    phrase,
    fc.array(phrase).map((lines) => lines.join('\n')),
  )
  const holds = fc.property(front, text, (head, words) => {
    const read = readOrNull(`---\n${JSON.stringify(head)}\n---\n${words}`)
    fc.pre(read !== null)
    expect(readBrief(writeBrief(read.brief, read.constraints))).toEqual(read)
  })
  fc.assert(holds, { numRuns: 500 })
})
