import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { better, fits, memoryOf, suggested } from './fitting.ts'

const GiB = 2 ** 30

test.each([
  [2, 0, [undefined, undefined], undefined],
  [4, 3, ['qwen2.5-1.5b', undefined], 'qwen2.5-1.5b'],
  [8, 6, ['qwen3-4b-instruct', undefined], 'qwen3-4b-instruct'],
  [16, 10, ['qwen3-4b-instruct', 'llama-3.1-8b'], 'llama-3.1-8b'],
  [32, 10, ['qwen3-4b-instruct', 'llama-3.1-8b'], 'llama-3.1-8b'],
  [128, 10, ['qwen3-4b-instruct', 'llama-3.1-8b'], 'llama-3.1-8b'],
])(
  'a machine with %i GiB can run %i models of the catalogue; to begin with %j, by a graphics processor %s',
  (memory, count, byProcessor, byGraphics) => {
    const total = memory * GiB
    expect(catalogue.filter((entry) => fits(entry, total)).length).toBe(count)
    expect([suggested, better].map((find) => find(catalogue, total, 'cpu')?.id)).toEqual(byProcessor)
    expect([suggested, better].map((find) => find(catalogue, total, 'vulkan')?.id)).toEqual([
      byGraphics,
      undefined,
    ])
  },
)

test('the catalogue: smallest first, every file named by its address at a commit, none twice', () => {
  expect(catalogue).toEqual(catalogue.toSorted((a, b) => a.bytes - b.bytes))
  for (const { file, url, licence, about } of catalogue) {
    const [, place, name] =
      /^(https:\/\/huggingface\.co\/[\w.-]+\/[\w.-]+\/resolve\/)[0-9a-f]{40}\/(.+)$/u.exec(url) ?? []
    expect([place !== undefined, name, licence !== '', about.endsWith('.')]).toEqual([true, file, true, true])
  }
  for (const key of ['id', 'file', 'sha256', 'url'] as const) {
    expect(new Set(catalogue.map((entry) => entry[key])).size).toBe(catalogue.length)
  }
  expect(catalogue.every((entry) => memoryOf(entry) > entry.bytes)).toBe(true)
})
