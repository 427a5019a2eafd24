import { expect, test } from 'vitest'
import type { z } from 'zod'
import { jsonOf } from './json-of.ts'
import { lineForm } from './read-lines.ts'
import { noJson, readStructure } from './read-structure.ts'
import { again, kept, memory, plan, review, weakReplies } from './testing/weak-replies.ts'

const second = (schema: z.ZodType): string => (schema === review ? 'point: 1\nverdict: kept' : again)

/** In which call a structure is read, and what it then is. */
const readIn = (schema: z.ZodType, reply: string): readonly [value: unknown, call: 1 | 2] => {
  const first = readStructure(schema, reply)
  return typeof first === 'string' ? [readStructure(schema, second(schema)), 2] : [first, 1]
}

test.each(weakReplies)('%s', (_, schema, reply, value, call) => {
  expect(readIn(schema, reply)).toEqual([value, call])
})

test('of the replies of weak models most are read at once, and the rest when asked again', () => {
  const calls = weakReplies.map(([, schema, reply]) => readIn(schema, reply)[1])
  const asked = weakReplies.filter(([, schema, reply]) => typeof readStructure(schema, reply) !== 'string')
  expect({
    replies: calls.length,
    first: asked.length,
    second: calls.filter((call) => call === 2).length,
  }).toEqual({
    replies: 76,
    first: 68,
    second: 8,
  })
})

test.each([
  ['no JSON at all', 'I am sorry.', noJson],
  ['the schema', JSON.stringify(jsonOf(plan)), 'It repeats the schema and does not fill it.'],
  [
    'a field left out',
    '[{"n":1,"title":"Ebb"}]',
    'At 0.entry: Invalid input: expected string, received undefined.',
  ],
])('%s is told to the model', (_, reply, sentence) => {
  expect(readStructure(plan, reply)).toBe(sentence)
})

test('how a structure is asked for in lines, and read again', () => {
  expect(lineForm(jsonOf(memory)))
    .toBe(`Write no JSON this time but plain lines, one for each field, each with the name of its field:
summary: words
over: numbers, with commas between (leave it out where there is nothing)
and for every entry, with an empty line before it:
about: person or place
name: words
fact: words`)
  const reply =
    'summary: The ferry sails.\n\nabout: person\nname: Ines\nfact: She is a nurse.\n\nabout: place\nname: The harbour\nfact: It falls dry.'
  expect(readStructure(memory, reply)).toEqual({
    ...kept,
    facts: [...kept.facts, { about: 'place', name: 'The harbour', fact: 'It falls dry.' }],
  })
})
