import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError, explain } from '../../../shared/errors.ts'
import { modelOf } from '../casting.ts'
import { nodePlatform } from '../platform.ts'

const folder = '/nowhere/models'
const file = (name: string): string => join(folder, name)

test.each([
  [
    'llama-cpp/qwen2.5-1.5b-instruct-q4_k_m',
    'npm run -s longhand --',
    `There is no file ${file('qwen2.5-1.5b-instruct-q4_k_m.gguf')}. Get Qwen2.5 1.5B Instruct (1.1 GB) under Models, or with: npm run -s longhand -- models get qwen2.5-1.5b`,
  ],
  [
    'llama-cpp/qwen2.5-1.5b',
    undefined,
    `There is no file ${file('qwen2.5-1.5b.gguf')}. Get Qwen2.5 1.5B Instruct (1.1 GB) under Models.`,
  ],
  [
    'llama-cpp/mine',
    'longhand',
    `There is no file ${file('mine.gguf')}. Choose a GGUF file, or put one into the folder of models.`,
  ],
])('%s, which is not here, started by %s', (id, program, sentence) => {
  const platform = { ...nodePlatform(() => {}), modelsFolder: () => folder, ...(program && { program }) }
  const open = (): string => {
    try {
      return `${modelOf(platform, { id }).lanes} lanes`
    } catch (error) {
      if (error instanceof AppError) return explain(error)
      throw error
    }
  }
  expect(open()).toBe(sentence)
})
