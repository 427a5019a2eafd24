import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { ModelRequest } from '../../shared/model.ts'
import { engineRoom, requestFor } from './asking.ts'
import { writeGguf } from './make-gguf.ts'

const { folder, ports, events, ask } = engineRoom()
const settings = { draft: 'small' }

beforeAll(() => {
  writeGguf(join(folder, 'large.gguf'), { kind: 'bigram' })
  writeGguf(join(folder, 'small.gguf'), { kind: 'bigram' })
  writeGguf(join(folder, 'other.gguf'), { kind: 'bigram', text: 'a ship and a storm .' })
})

const greedy = { maxOutput: 12, temperature: 0 } as const

const ended = async (verb: ModelRequest['verb'], task: string, draft = 'small') => {
  const { last, text } = await ask('llama-cpp/large', requestFor(task, { ...greedy, verb }), { draft })
  return last?.type === 'failed' ? last.failure.sentence : text
}
const plain = async (task: string) => (await ask('llama-cpp/large', requestFor(task, greedy))).text

test('with a draft model revisions and drafts go on, one after another and four at once', async () => {
  const tasks = ['one', 'two', 'three', 'four']
  const expected = await Promise.all(tasks.map(plain))
  const before = ports.length
  const inTurn: string[] = []
  for (const verb of ['revise', 'revise', 'draft', 'revise', 'revise', 'revise', 'revise'] as const) {
    inTurn.push(await ended(verb, 'one'))
  }
  expect(inTurn).toEqual(inTurn.map(() => expected[0]))
  for (const verb of ['revise', 'draft', 'revise'] as const) {
    expect(await Promise.all(tasks.map((task) => ended(verb, task)))).toEqual(expected)
  }
  expect(await ended('draft', 'one')).toBe(expected[0])
  expect(ports.length - before).toBe(1)
})

test('with a draft model the context grows, and who is stopped leaves it ready', async () => {
  const expected = await plain('five')
  const before = ports.length
  const choice = { id: 'llama-cpp/large', settings: { ...settings, threads: 1 } }
  for (const verb of ['revise', 'draft'] as const) {
    const long = requestFor('five', { ...greedy, verb, maxOutput: 9000 })
    for await (const event of events(choice, long)) if (event.type === 'text') break
    expect(await ended('revise', 'five')).toBe(expected)
  }
  expect(ports.length - before).toBe(1)
})

test('a draft model of another family is refused', async () => {
  expect(await ended('draft', 'six', 'other')).toBe(
    'The draft model other.gguf does not fit this model: it has another vocabulary. Choose a smaller model of the same family, or none.',
  )
})
