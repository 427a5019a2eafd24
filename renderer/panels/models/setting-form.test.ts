import { expect, test } from 'vitest'
import { numberTrouble, settingsIn, withSetting, withSettings, type Setting } from './setting-form.ts'

const one = (property: object) => settingsIn({ type: 'object', properties: { it: property } })
const it = { name: 'it', label: 'it' }
const whole = { ...it, kind: 'number', isWhole: true, least: null, most: null } as const

test.each<[what: string, property: object, settings: readonly Setting[]]>([
  ['one of a few', { type: 'string', enum: ['a', 'b'] }, [{ ...it, kind: 'enum', options: ['a', 'b'] }]],
  ['a text', { type: 'string', minLength: 1 }, [{ ...it, kind: 'text' }]],
  ['yes or no', { type: 'boolean' }, [{ ...it, kind: 'boolean' }]],
  ['yes or no, and which', { type: 'boolean', default: true }, [{ ...it, kind: 'boolean', usual: true }]],
  ['a whole number', { type: 'integer', minimum: 1, maximum: 9 }, [{ ...whole, least: 1, most: 9 }]],
  ['any whole number', { type: 'integer', maximum: Number.MAX_SAFE_INTEGER }, [whole]],
  ['a number', { type: 'number', minimum: 0 }, [{ ...whole, isWhole: false, least: 0 }]],
  [
    'words for the writer',
    { type: 'boolean', title: 'Think', description: 'Slow.' },
    [{ name: 'it', label: 'Think', hint: 'Slow.', kind: 'boolean' }],
  ],
  ['a list, which cannot be drawn', { type: 'array' }, []],
  ['several types', { anyOf: [{ type: 'string' }, { type: 'null' }] }, []],
])('a schema of %s', (_, property, settings) => {
  expect(one(property)).toEqual(settings)
})

test.each([
  ['no schema', undefined],
  ['no properties', { type: 'object' }],
])('%s is nothing to set', (_, schema) => {
  expect(settingsIn(schema)).toEqual([])
})

const usual: Setting = { ...it, kind: 'boolean', usual: true }

test.each([
  ['another value', usual, { a: 1 }, false, { a: 1, it: false }],
  ['the usual value', usual, { a: 1, it: false }, true, { a: 1 }],
  ['no value', usual, { it: false }, undefined, {}],
  ['an empty text', { ...it, kind: 'text' } as const, { it: 'x' }, '', {}],
  ['zero', whole, {}, 0, { it: 0 }],
])('setting %s', (_, setting, before, value, after) => {
  expect(withSetting(before, setting, value)).toEqual(after)
})

test.each([
  [null, null],
  [1, null],
  [65_536, null],
  [0, 'At least 1.'],
  [65_537, 'At most 65,536.'],
])('%s: %s', (value, trouble) => {
  expect(numberTrouble({ ...whole, least: 1, most: 65_536 }, value)).toBe(trouble)
})

test('a choice without settings has none at all', () => {
  const choice = { id: 'x/y', settings: { a: 1 } }
  expect([withSettings(choice, {}), withSettings(choice, { b: 2 })]).toEqual([
    { id: 'x/y' },
    { id: 'x/y', settings: { b: 2 } },
  ])
})
