import { expect, test } from 'vitest'
import { isStrict } from './strict-schema.ts'

const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const text = { type: 'string' }

test.each([
  ['no schema', undefined, true],
  ['closed, and all required', closed({ a: text }, ['a']), true],
  ['one is not required', closed({ a: text, b: text }, ['a']), false],
  ['open', { type: 'object', properties: { a: text }, required: ['a'] }, false],
  [
    'an open one within',
    closed({ a: { type: 'array', items: { type: 'object', properties: { b: text } } } }, ['a']),
    false,
  ],
  ['a property called properties', closed({ properties: text }, ['properties']), true],
])('%s', (_, schema, expected) => {
  expect(isStrict(schema)).toBe(expected)
})
