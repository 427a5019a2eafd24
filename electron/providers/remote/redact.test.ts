import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from './redact.ts'

const key = 'abcd/1234+xyz'

test.each([
  ['Wrong key abcd/1234+xyz given', 'Wrong key … given'],
  ['GET /v1?k=abcd%2F1234%2Bxyz', 'GET /v1?k=…'],
  ['Incorrect API key provided: sk-proj-abc***wxyz.', 'Incorrect API key provided: …'],
  ['authorization: Bearer abc.def.ghi', 'authorization: Bearer …'],
  ['see https://a/v1?api_key=12345&x=1', 'see https://a/v1?api_key=…&x=1'],
  ['two\n\n lines\u0000 and\u001b[31m more', 'two lines and [31m more'],
  ['The task-force met', 'The task-force met'],
  ['', ''],
])('H42 %j becomes %j', (text, expected) => {
  expect(redact(text, key)).toBe(expected)
})

test('an error body is cut to 300 characters, also where a key stands across the cut', () => {
  const cut = redact(`${'x '.repeat(147)}${key} and more ${'y'.repeat(200)}`, key)
  expect([cut.length, cut.slice(-10)]).toEqual([300, 'x x … and…'])
})

test('whatever the text, the key is gone', () => {
  const keys = fc.stringMatching(/^[\x21-\x7e]{8,40}$/)
  const holds = fc.property(keys, fc.string(), fc.string(), (secret, before, rest) => {
    expect(redact(before + secret + rest, secret)).not.toContain(secret)
  })
  fc.assert(holds, { numRuns: 200 })
})
