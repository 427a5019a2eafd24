import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { fits, memoryOf, suggested } from './fitting.ts'

const GiB = 2 ** 30

test.each([
  [2, 0, undefined],
  [4, 3, 'qwen2.5-1.5b'],
  [8, 6, 'qwen3-4b-instruct'],
  [16, 10, 'llama-3.1-8b'],
  [32, 10, 'llama-3.1-8b'],
  [128, 10, 'llama-3.1-8b'],
])('a machine with %i GiB can run %i models of the catalogue; to begin with: %s', (memory, count, best) => {
  expect(catalogue.filter((entry) => fits(entry, memory * GiB)).length).toBe(count)
  expect(suggested(catalogue, memory * GiB)?.id).toBe(best)
})

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
