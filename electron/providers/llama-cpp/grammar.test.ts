import { expect, test } from 'vitest'
import { z } from 'zod'
import type { JsonSchema } from '../../../shared/model.ts'
import { grammarOf } from './grammar.ts'

/** The rules that a schema adds to those that are always there. */
const rulesOf = (schema: JsonSchema): string => grammarOf(schema).split('\ncharacter ::= ')[0] ?? ''

const cases: readonly (readonly [string, JsonSchema, string])[] = [
  ['anything', {}, 'root ::= value'],
  ['a choice', { enum: ['a "b"', 1, null] }, String.raw`root ::= ("\"a \\\"b\\\"\"" | "1" | "null")`],
  ['a constant', { const: true }, 'root ::= "true"'],
  ['several types', { type: ['boolean', 'null'] }, 'root ::= (("true" | "false") | "null")'],
  ['a short string', { type: 'string', maxLength: 3 }, String.raw`root ::= "\"" character{0,3} "\""`],
  [
    'a long string',
    { type: 'string', minLength: 1, maxLength: 4000 },
    String.raw`root ::= "\"" character{1,} "\""`,
  ],
  ['above nought', { type: 'integer', exclusiveMinimum: 0, maximum: 12 }, 'root ::= ([1-9] | "1" [0-2])'],
  ['a list', { type: 'array', items: { const: 1 } }, 'root ::= "[" ("1" (comma "1")*)? "]"'],
  [
    'a list of one to three',
    { type: 'array', items: { const: 1 }, minItems: 1, maxItems: 3 },
    'root ::= "[" "1" (comma "1"){0,2} "]"',
  ],
  ['an empty list', { type: 'array', maxItems: 0 }, 'root ::= "[]"'],
  ['a pair', { type: 'array', prefixItems: [{ const: 1 }, { const: 2 }] }, 'root ::= "[" "1" comma "2" "]"'],
  ['no members', { type: 'object', additionalProperties: false }, 'root ::= "{}"'],
  [
    'names for numbers',
    { type: 'object', propertyNames: { enum: ['a'] }, additionalProperties: { const: 1 } },
    String.raw`root ::= "{" ("\"a\"" colon "1" (comma "\"a\"" colon "1")*)? "}"`,
  ],
  [
    'members that may be left out',
    { type: 'object', properties: { a: { const: 1 }, b: { const: 2 } }, required: ['b'] },
    String.raw`root ::= "{" ("\"a\"" colon "1" comma "\"b\"" colon "2" | "\"b\"" colon "2") "}"`,
  ],
  [
    'all of two',
    {
      allOf: [
        { type: 'object', properties: { a: { const: 1 } }, required: ['a'] },
        { type: 'object', properties: { b: { const: 2 } }, required: ['b'] },
      ],
    },
    String.raw`root ::= "{" "\"a\"" colon "1" comma "\"b\"" colon "2" "}"`,
  ],
  [
    'itself within itself',
    { $ref: '#/$defs/tree', $defs: { tree: { type: 'array', items: { $ref: '#/$defs/tree' } } } },
    'root ::= ref--defs-tree\nref--defs-tree ::= "[" (ref--defs-tree (comma ref--defs-tree)*)? "]"',
  ],
]

test.each(cases)('%s', (_, schema, expected) => {
  expect(rulesOf(schema)).toBe(expected)
})

test('a schema as zod writes it', () => {
  const schema = z.object({ point: z.int().min(1).max(9), quote: z.string().default('') })
  expect(rulesOf(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema)).toBe(
    String.raw`root ::= "{" "\"point\"" colon [1-9] (comma "\"quote\"" colon "\"" character* "\"")? "}"`,
  )
})
