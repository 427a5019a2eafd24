import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownPrices, priceOf } from './prices.ts'

const folderWith = (text?: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-prices-'))
  if (text !== undefined) writeFileSync(join(folder, 'prices.json'), text)
  return folder
}

test.each([
  ['a price of the list', {}, 'openai/gpt-5.4', { input: 2.5, cached: 0.25, output: 15 }],
  ['all that begin so', {}, 'ollama/qwen3:8b', { input: 0, output: 0 }],
  ['a model nobody knows', {}, 'openai-compatible/own', null],
  [
    'the own price goes before',
    { 'openai/gpt-5.4': { input: 1, output: 1 } },
    'openai/gpt-5.4',
    { input: 1, output: 1 },
  ],
  [
    'the longest beginning',
    { 'a/*': { input: 1, output: 1 }, 'a/b*': { input: 2, output: 2 } },
    'a/bc',
    { input: 2, output: 2 },
  ],
])('%s', (_, own, model, price) => {
  expect(priceOf(own, model)).toEqual(price)
})

test('a user has no prices, or those of the file, or is told that it cannot be read', async () => {
  expect(await ownPrices(folderWith())).toEqual({})
  expect(await ownPrices(folderWith('{"x/y":{"input":1,"output":2}}'))).toEqual({
    'x/y': { input: 1, output: 2 },
  })
  await expect(ownPrices(folderWith('{"x/y":{"input":-1,"output":2}}'))).rejects.toThrow('cannot be read')
  await expect(ownPrices(folderWith('{'))).rejects.toThrow('cannot be read')
})
