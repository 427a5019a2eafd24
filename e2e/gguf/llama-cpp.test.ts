import { performance } from 'node:perf_hooks'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AttemptEvent } from '../../electron/providers/attempt.ts'
import type { JsonSchema } from '../../shared/model.ts'
import { engineRoom, requestFor } from './asking.ts'
import { writeGguf } from './make-gguf.ts'

const { folder, events, ask } = engineRoom()
const random = 'llama-cpp/random'
const words = 'llama-cpp/words'
const endless = 'llama-cpp/endless'

beforeAll(() => {
  writeGguf(join(folder, 'random.gguf'), { kind: 'random' })
  writeGguf(join(folder, 'words.gguf'), { kind: 'bigram' })
  writeGguf(join(folder, 'endless.gguf'), { kind: 'bigram', text: 'the sea and the wind and the sea' })
  writeGguf(join(folder, 'thinks.gguf'), { kind: 'bigram', thinks: true })
})

describe('a reply', () => {
  test('streams, and ends at its bound with true counts', async () => {
    const { last, text, usage } = await ask(random, requestFor('Write the first.'))
    expect(last).toMatchObject({ type: 'end', finish: 'length' })
    expect(text).not.toBe('')
    expect([usage.input > 400, usage.cached, usage.output]).toEqual([true, 0, 60])
  })

  test('is the same for the same seed, though its prompt is then known, and another for another', async () => {
    const [first, again, other] = [
      await ask(random, requestFor('Write the second.')),
      await ask(random, requestFor('Write the second.')),
      await ask(random, requestFor('Write the second.', { seed: 8 })),
    ]
    expect(again.text).toBe(first.text)
    expect(again.usage.cached).toBe(again.usage.input - 1)
    expect(other.text).not.toBe(first.text)
  })

  test('of words ends by itself', async () => {
    const { last, text } = await ask(words, requestFor('Write.', { maxOutput: 2000 }))
    expect(last).toMatchObject({ type: 'end', finish: 'stop' })
    expect(text).toMatch(/^( \w+| \.)+ \.$/u)
  })

  test('keeps thoughts apart from prose', async () => {
    const { text, thinking } = await ask('llama-cpp/thinks', requestFor('Write.'))
    expect(thinking).toBe(' hm')
    expect(text).toMatch(/^ the /u)
    expect(text).not.toContain('think>')
  })
})

const findings = z.array(
  z.object({
    point: z.int().positive().max(40),
    verdict: z.enum(['kept', 'broken', 'unsure']),
    quote: z.string().max(12).default(''),
  }),
)
const plan = z.object({
  title: z.string().min(1).max(12),
  words: z.int().nonnegative(),
  offset: z.int(),
  weight: z.number(),
  isOpen: z.boolean(),
  parent: z.string().max(5).nullable(),
  place: z.discriminatedUnion('at', [
    z.object({ at: z.literal('once'), k: z.int().min(1).max(300) }),
    z.object({ at: z.literal('each “one”') }),
  ]),
  tags: z.array(z.enum(['a', 'b'])).max(3),
  more: z.record(z.string().max(3), z.boolean()).optional(),
})
const asJson = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

/** Bytes that make no letter, and letters that JavaScript counts twice: a grammar counts each once. */
const strange = /\uFFFD+|[\u{10000}-\u{10FFFF}]/gu

describe.each([
  ['random weights', random],
  ['thoughts', 'llama-cpp/thinks'],
])('a structure from a model of %s', (_, id) => {
  test.each<[string, number, z.ZodType]>([
    ['findings', 24, findings.min(1).max(2)],
    ['a plan', 8, plan],
  ])('is always well-formed: %s, %d seeds', async (_name, count, schema) => {
    const json = asJson(schema)
    const seeds = Array.from({ length: count }, (_each, seed) => seed)
    const answers = await Promise.all(
      seeds.map((seed) => ask(id, requestFor('Judge.', { json, seed, temperature: 1, maxOutput: 2000 }))),
    )
    const wrong = answers.filter(({ text, last }) => {
      const isWhole = last?.type === 'end' && last.finish === 'stop'
      return !isWhole || !schema.safeParse(JSON.parse(text.replace(strange, '?'))).success
    })
    expect(wrong).toEqual([])
    expect(new Set(answers.map(({ text }) => text)).size).toBeGreaterThan(count / 2)
  })
})

test('stopping takes no time, keeps what was said, and leaves the model ready', async () => {
  const stop = new AbortController()
  const said: AttemptEvent[] = []
  let stoppedAt = Infinity
  const request = requestFor('Write on and on.', { maxOutput: 4000 })
  for await (const event of events({ id: endless, settings: { threads: 1 } }, request, stop.signal)) {
    said.push(event)
    if (said.length === 20) {
      stoppedAt = performance.now()
      stop.abort()
    }
  }
  expect(performance.now() - stoppedAt).toBeLessThan(200)
  expect(said.map(({ type }) => type)).toEqual(Array.from({ length: 20 }, () => 'text'))
  expect(await ask(endless, requestFor('Write.'))).toMatchObject({ last: { finish: 'length' } })
})

test('stopping while a long prompt is read takes no time either', async () => {
  const stop = new AbortController()
  const long = requestFor('x'.repeat(20_000))
  let stoppedAt = Infinity
  setTimeout(() => {
    stoppedAt = performance.now()
    stop.abort()
  }, 50)
  const said = await Array.fromAsync(events({ id: random, settings: { threads: 1 } }, long, stop.signal))
  expect([said, performance.now() - stoppedAt < 200]).toEqual([[], true])
})

test('four write at once, read their common beginning once, and leave the app its time', async () => {
  const before = performance.eventLoopUtilization()
  const tasks = ['one', 'two', 'three', 'four'].map((task) =>
    requestFor(task, {
      messages: requestFor(task).messages.map((message) => ({ ...message, text: `${message.text} Now.` })),
      maxOutput: 300,
    }),
  )
  const answers = await Promise.all(tasks.map((task) => ask(random, task)))
  expect(answers.map(({ last }) => last?.type)).toEqual(['end', 'end', 'end', 'end'])
  const [first, ...rest] = answers.map(({ usage }) => usage).toSorted((a, b) => a.cached - b.cached)
  expect(first?.cached).toBeLessThan(100)
  expect(rest.map(({ input, cached }) => input - cached < 100)).toEqual([true, true, true])
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
})

test('four at once write what each would write alone, word for word', async () => {
  const all = Array.from({ length: 12 }, (_, i) =>
    requestFor(`Section ${i}.`, {
      maxOutput: 200,
      temperature: 0,
      messages: [{ from: 'user', text: `${i}` }],
    }),
  )
  const [first] = all
  if (!first) throw new Error('nothing to ask')
  const alone = await ask(endless, first)
  const together = await Promise.all(all.map((request) => ask(endless, request)))
  expect(new Set(together.map(({ text }) => text))).toEqual(new Set([alone.text]))
})

test('a reviser is heard while others write, and its guesses change nothing', async () => {
  const greedy = { maxOutput: 80, temperature: 0 }
  const others = ['a', 'b', 'c'].map((task) => ask(endless, requestFor(task, { maxOutput: 150 })))
  const began = performance.now()
  const revised = await ask(endless, requestFor('Again.', { ...greedy, verb: 'revise' }))
  const took = performance.now() - began
  await Promise.all(others)
  expect(took).toBeLessThan(performance.now() - began)
  const plain = await ask(endless, requestFor('Again.', greedy))
  expect([revised.text, revised.usage.output]).toEqual([plain.text, plain.usage.output])
})
