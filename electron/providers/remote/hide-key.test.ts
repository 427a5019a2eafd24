import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideKey, keyHider } from './hide-key.ts'
import { formsOf } from './key-forms.ts'

const key = 'sk-abcd/1234+xyz'

/** What is said at each piece, and at the end. */
const said = (pieces: readonly string[], own: string = key): readonly string[] => {
  const { hear, rest } = keyHider(own)
  return [...pieces.map(hear), rest()]
}

test.each<[string, readonly string[], readonly string[]]>([
  ['no piece is held back', ['The harbour ', 'was calm. '], ['The harbour ', 'was calm. ', '']],
  ['one letter waits for the next piece', ['The boats', ' came'], ['The boat', 's came', '']],
  ['a beginning that goes another way', ['a sk-ab', 'out'], ['a ', 'sk-about', '']],
  ['a beginning at the end', ['a sk-abcd/1234'], ['a ', 'sk-abcd/1234']],
  ['the key in one piece', [`It is ${key}.`], ['It is ….', '']],
  ['the key in many', ['It is s', 'k-abcd', '/1234', '+xyz.'], ['It is ', '', '', '….', '']],
  ['a beginning within a beginning', ['sk-sk-abcd/1234+xyz'], ['sk-…', '']],
  ['twice', [key + key], ['……', '']],
  ['backwards', ['zyx+4321/', 'dcba-ks!'], ['', '…!', '']],
])('%s', (_, pieces, expected) => {
  expect(said(pieces)).toEqual(expected)
})

test.each(['none', 'EMPTY', 'ollama', 'sk-1234', 'lm-studio', 'not-needed', ''])(
  'a key %j that says nothing leaves the text as it is',
  (own) => {
    expect(said([`Of ${own} he spoke.`], own)).toEqual([`Of ${own} he spoke.`, ''])
  },
)

const keys = fc.stringMatching(/^[\x21-\x7e]{16,40}$/)

test('however the text comes in pieces, it is the same, and no form of the key is in it', () => {
  const pieces = fc.array(fc.oneof(fc.string(), fc.nat({ max: 99 })), { maxLength: 8 })
  fc.assert(
    fc.property(keys, pieces, fc.array(fc.nat({ max: 60 }), { maxLength: 12 }), (own, parts, cuts) => {
      const forms = formsOf(own).filter(({ length }) => length >= 8)
      const text = parts
        .map((part) => (typeof part === 'string' ? part : forms[part % forms.length]))
        .join('')
      const { hear, rest } = keyHider(own)
      let at = 0
      const heard = cuts.map((length) => hear(text.slice(at, (at += length)))).join('')
      const whole = heard + hear(text.slice(at)) + rest()
      expect(whole).toBe(hideKey(text, own))
      expect(forms.filter((form) => whole.includes(form))).toEqual([])
    }),
  )
})

test('a text without a form of the key stays what it is, and little of it waits', () => {
  fc.assert(
    fc.property(keys, fc.array(fc.lorem()), (own, pieces) => {
      expect(said(pieces, own).join('')).toBe(pieces.join(''))
      expect(said(pieces, own).at(-1)?.length ?? 0).toBeLessThan(own.length)
    }),
  )
})
