import { describe, expect, test } from 'vitest'
import type { ModelEvent, ModelRequest } from '../../shared/model.ts'
import { providers } from './index.ts'
import { goodEngine, testEngine } from './llama-cpp/test-engine.ts'
import { openModel } from './open-model.ts'
import type { Model, Provider } from './provider.ts'
import { systemPlatform } from './system-platform.ts'

const request: ModelRequest = {
  role: 'writer',
  verb: 'draft',
  messages: [
    { from: 'system', text: 'You write one section.' },
    { from: 'user', text: '# The brief\nTitle: The Harbour\n\n# Your task\nWrite this section.' },
  ],
  maxOutput: 4000,
  seed: 7,
  temperature: 0.7,
}

const frame = (data: object): string => `data: ${JSON.stringify(data)}\n\n`
const chat = (delta: object, finish_reason: string | null = null): string =>
  frame({ choices: [{ index: 0, delta: { content: '', ...delta }, finish_reason }] })
const said = (text: string): string =>
  frame({ type: 'response.output_text.delta', item_id: 'm', output_index: 0, delta: text })
const block = (text: string): string =>
  frame({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })
const part = (text: string, rest: object = {}): string =>
  frame({ candidates: [{ content: { parts: [{ text }] }, ...rest }] })
const line = (rest: object): string => `${JSON.stringify({ model: 'm', ...rest })}\n`

const chatFrames = [
  chat({ content: 'Once ' }),
  chat({ content: 'more.' }),
  chat({}, 'stop'),
  'data: [DONE]\n\n',
]

/** The same reply on the wire of each vendor; those not named speak OpenAI's chat protocol. The first frame has text. */
const good: Readonly<Record<string, readonly string[]>> = {
  openai: [
    frame({ type: 'response.output_item.added', output_index: 0, item: { type: 'message', id: 'm' } }) +
      said('Once '),
    said('more.'),
    frame({ type: 'response.completed', response: { usage: { input_tokens: 9, output_tokens: 2 } } }),
  ],
  anthropic: [
    frame({ type: 'message_start', message: { id: 'm', usage: { input_tokens: 9 } } }) +
      frame({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }) +
      block('Once '),
    block('more.'),
    frame({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } }) +
      frame({ type: 'message_stop' }),
  ],
  google: [part('Once '), part('more.', { finishReason: 'STOP' })],
  ollama: [
    line({ message: { role: 'assistant', content: 'Once ' }, done: false }),
    line({ message: { role: 'assistant', content: 'more.' }, done: false }),
    line({
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: 'stop',
      prompt_eval_count: 30,
      eval_count: 2,
    }),
  ],
}

const streamed = (frames: readonly string[], isOpen = false): Response => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const each of frames) controller.enqueue(new TextEncoder().encode(each))
      if (!isOpen) controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

/** What the world may do to a provider; those without a network do not notice. */
const worlds = {
  speaks: async (frames: readonly string[]) => streamed(frames),
  hangs: async (frames: readonly string[]) => streamed(frames.slice(0, 1), true),
  ignoresEverything: () => new Promise<Response>(() => undefined),
  throws: () => Promise.reject(new Error('No network')),
  throwsAtOnce: () => {
    throw new TypeError('Not even a promise')
  },
  breaksOff: async (frames: readonly string[]) => streamed(frames.slice(0, 1)),
  talksNonsense: async () => streamed(['data: {"choices":[{"del\n\n', 'data: 7\n\n', 'nonsense\n\n']),
}

const open = (provider: Provider, world: keyof typeof worlds): Model => {
  const choice = provider.endpoint
    ? { id: `${provider.id}/m`, baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'any-key' }
    : { id: provider.id === 'llama-cpp' ? `llama-cpp/${import.meta.filename}` : provider.id }
  const startEngine = testEngine(goodEngine)
  const fetch = () => worlds[world](good[provider.id] ?? chatFrames)
  return openModel(choice, { ...systemPlatform, fetch, random: () => 0, startEngine }).model
}

const isLast = (event: ModelEvent): boolean => event.type === 'end' || event.type === 'failed'

describe.each(providers.map((provider): [string, Provider] => [provider.id, provider]))(
  'provider %s',
  (_, provider) => {
    test.each(['speaks', 'throws', 'throwsAtOnce', 'breaksOff', 'talksNonsense'] as const)(
      'never throws, and says exactly once that it is over, at last: a world that %s',
      async (world) => {
        const events = await Array.fromAsync(open(provider, world)(request, new AbortController().signal))
        expect([events.filter(isLast).length, events.findIndex(isLast)]).toEqual([1, events.length - 1])
      },
    )

    test('streams text and counts what it used', async () => {
      const events = await Array.fromAsync(open(provider, 'speaks')(request, new AbortController().signal))
      const last = events.at(-1)
      const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('')
      expect(text.trim()).not.toBe('')
      expect(last).toMatchObject({ type: 'end', finish: 'stop' })
      const usage = last?.type === 'end' ? last.usage : { input: 0, cached: 0, output: 0 }
      expect([usage.input > 0, usage.output > 0, usage.cached <= usage.input]).toEqual([true, true, true])
    })

    test.each(['speaks', 'hangs', 'ignoresEverything'] as const)(
      'F11 stops within 200 ms and says nothing more: a world that %s',
      async (world) => {
        const stop = new AbortController()
        const rest: ModelEvent[] = []
        let stoppedAt = Infinity
        const timer = setTimeout(() => {
          stoppedAt = performance.now()
          stop.abort()
        }, 30)
        for await (const event of open(provider, world)(request, stop.signal)) {
          if (stop.signal.aborted) rest.push(event)
        }
        clearTimeout(timer)
        expect(stop.signal.aborted ? performance.now() - stoppedAt : 0).toBeLessThan(200)
        expect(rest).toEqual([])
      },
    )

    test('a signal that is already stopped gets nothing', async () => {
      const events = await Array.fromAsync(open(provider, 'speaks')(request, AbortSignal.abort()))
      expect(events).toEqual([])
    })
  },
)
