import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { practiceModel } from '../providers/practice.ts'
import { castRun } from './casting.ts'
import { ownPrices, priceOf } from './prices.ts'
import { nodePlatform } from './platform.ts'

const folderWith = (text?: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-prices-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  if (text !== undefined) writeFileSync(join(folder, 'prices.json'), text)
  return folder
}

const free = { input: 0, output: 0 }
const gpt = { input: 2.5, cached: 0.25, output: 15 }
const one = { input: 1, output: 1 }
const compatible = (name: string, baseUrl: string) => ({ id: `openai-compatible/${name}`, baseUrl })

test.each([
  ['a price of the list', {}, { id: 'openai/gpt-5.4' }, gpt],
  ['all that begin so', {}, { id: 'google/gemini-3-flash-preview' }, { input: 0.5, cached: 0.05, output: 3 }],
  ['the same at the vendor’s host', {}, compatible('gpt-5.4', 'https://api.openai.com/v1'), gpt],
  [
    'the same as Google calls it',
    {},
    compatible('models/gemini-3-flash', 'https://generativelanguage.googleapis.com/v1beta/openai/'),
    { input: 0.5, cached: 0.05, output: 3 },
  ],
  ['the same name elsewhere', {}, compatible('gpt-5.4', 'https://api.openai.com.example.org/v1'), null],
  ['a vendor and another', {}, compatible('gpt-5.4', 'https://api.openai.com/v1 https://a.example/v1'), null],
  ['a model nobody knows', {}, compatible('own', 'https://models.example/v1'), null],
  ['no address', {}, { id: 'openai-compatible/own' }, null],
  ['the practice model', {}, { id: 'practice' }, free],
  ['a file on this machine', {}, { id: 'llama-cpp/qwen3.gguf' }, free],
  ['Ollama', {}, { id: 'ollama/qwen3:8b' }, free],
  ['Ollama on a rented machine', {}, { id: 'ollama/qwen3:8b', baseUrl: 'https://gpu.example' }, free],
  [
    'a vendor through a door of this machine',
    {},
    { id: 'mistral/own', baseUrl: 'http://localhost/v1' },
    null,
  ],
  ['a server on this machine', {}, compatible('own', 'http://localhost:1234/v1'), free],
  ['a server at ::1', {}, compatible('own', 'http://[::1]:1234/v1'), free],
  ['a server next door', {}, compatible('own', 'http://192.168.1.7:8000/v1'), free],
  ['a server near, another far', {}, compatible('own', 'http://10.0.0.7/v1, https://a.example/v1'), null],
  ['a public address', {}, compatible('own', 'http://172.32.0.1/v1'), null],
  ['the own price goes before', { 'openai/gpt-5.4': one }, { id: 'openai/gpt-5.4' }, one],
  ['before what is free too', { 'ollama/*': one }, { id: 'ollama/qwen3:8b' }, one],
  ['the longest beginning', { 'a/*': free, 'a/b*': one }, { id: 'a/bc' }, one],
  ['a name that every object has', {}, { id: 'constructor' }, null],
])('%s', (_, own, choice, price) => {
  expect(priceOf(own, choice)).toEqual(price)
})

test.each([
  ['no file', undefined, {}],
  ['prices', '{"x/y":{"input":1,"output":1}}', { 'x/y': one }],
  ['a byte order mark', '\uFEFF{"x/y":{"input":1,"output":1}}', { 'x/y': one }],
])('a user has written down: %s', async (_, text, expected) => {
  expect(await ownPrices(folderWith(text))).toEqual(expected)
})

describe('what is wrong with the file is named', () => {
  test.each([
    ['no JSON', '{', 'It is not JSON.'],
    ['a list', '[]', 'It holds no prices by model.'],
    ['a number', '{"x/y":3}', '“x/y” has no price.'],
    [
      'a field by another name',
      '{"x/y":{"input":1,"cache":0.1,"output":1}}',
      '“x/y” has “cache”; there are input, cached and output.',
    ],
    [
      'less than nothing',
      '{"x/y":{"input":-1,"output":2}}',
      '“input” of “x/y” is not a number of 0 or more.',
    ],
    ['more than there is', '{"x/y":{"input":1,"output":1e309}}', '“output” of “x/y” is not a number of 0'],
    ['a field left out', '{"x/y":{"input":1}}', '“output” of “x/y” is not a number of 0 or more.'],
  ])('%s', async (_, text, expected) => {
    const own = await ownPrices(folderWith(text))
    expect(own instanceof AppError ? own.message : own).toContain(`cannot be read. ${expected}`)
  })

  test('a folder of that name is not no file', async () => {
    const folder = folderWith()
    mkdirSync(join(folder, 'prices.json'))
    expect(await ownPrices(folder)).toMatchObject({ code: 'usage' })
  })
})

describe('a file that cannot be read stops just what needs it', () => {
  const trouble = new AppError('usage', 'The prices cannot be read.')
  const platform = {
    ...nodePlatform(() => {}),
    openModel: () => ({ model: practiceModel(), lanes: 1 }),
  }
  const cast = (id: string, priced: boolean) => () =>
    castRun(platform, { model: { id } }, { prices: trouble, priced }).models.writer[0]?.price
  test('not what is free, without a cap', () => {
    expect(cast('practice', false)()).toEqual(free)
  })
  test.each([
    ['a cap in money', 'practice', true],
    ['a model that has a price', 'openai/gpt-5.4', false],
  ])('%s', (_, id, priced) => {
    expect(cast(id, priced)).toThrow(trouble)
  })
})
