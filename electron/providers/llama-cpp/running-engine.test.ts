import { expect, test } from 'vitest'
import type { ModelRequest } from '../../../shared/model.ts'
import type { AttemptEvent } from '../attempt.ts'
import { createEngine } from './running-engine.ts'
import { goodEngine, testEngine } from './test-engine.ts'
import type { Behaviour, EngineNote } from './test-engine.ts'
import type { StartEngine } from './engine-port.ts'
import type { FromEngine } from './wire.ts'

const request: ModelRequest = {
  role: 'writer',
  verb: 'draft',
  messages: [],
  maxOutput: 9,
  seed: 1,
  temperature: 0,
}
const options = { path: '/models/a.gguf', gpu: true, lanes: 4 }

const askOnce = async (start: StartEngine): Promise<readonly string[]> => {
  const engine = createEngine({ start, options, name: 'a' }, 60_000)
  const events = await Array.fromAsync(engine.ask(request, new AbortController().signal))
  engine.unload()
  return events.map(told)
}
const told = (event: AttemptEvent): string =>
  event.type === 'failed' ? `${event.failure.code}: ${event.failure.sentence}` : event.type

/** Dies of what it is opened with, after it has said this. */
const dying =
  (words: string, said: readonly FromEngine[] = [], unlessCpu = false): Behaviour =>
  (message, say, die) => {
    if (message.type === 'open' && !(unlessCpu && !message.options.gpu)) {
      for (const each of said) say(each)
      return die(words)
    }
    if (unlessCpu) goodEngine(message, say, die)
  }

const damaged =
  'model-not-found: The process of the model a ended while it was loaded: the file is damaged, or of a kind that is not supported. Get it again, or choose another.'

test.each<[string, Behaviour, readonly string[]]>([
  ['that works', goodEngine, ['text', 'end']],
  [
    'that dies over a graphics processor',
    dying('CUDA error', [{ type: 'device', device: 'cuda' }], true),
    ['text', 'end'],
  ],
  ['that dies before it says what computes', dying('', [], true), ['text', 'end']],
  [
    'that dies with the processor alone',
    dying('GGML_ASSERT', [{ type: 'device', device: 'cpu' }]),
    [damaged],
  ],
  ['that dies either way', dying('GGML_ASSERT'), [damaged]],
  [
    'that runs out of memory',
    dying('ggml_backend_alloc: failed to allocate buffer'),
    [
      'model-unreachable: The process of the model a ended for lack of memory. Close other programs, or choose a smaller model.',
    ],
  ],
  [
    'that dies while it writes',
    dying('', [{ type: 'loaded' }]),
    [
      'model-unreachable: The process of the model a ended while it wrote. It is started again for the next call.',
    ],
  ],
  [
    'that says why it cannot',
    (message, say) => {
      const failure = { code: 'model-not-found', sentence: 'No.', scope: 'endpoint' } as const
      if (message.type === 'open') say({ type: 'cannot', failure })
    },
    ['model-not-found: No.'],
  ],
])('an engine %s', async (_, behaviour, expected) => {
  expect(await askOnce(testEngine(behaviour))).toEqual(expected)
})

test('an engine that cannot be started fails the call, and throws nothing', async () => {
  const start: StartEngine = () => {
    throw new Error('EAGAIN')
  }
  expect(await askOnce(start)).toEqual([
    'model-unreachable: What runs GGUF files could not be started (Error: EAGAIN). Choose another model.',
  ])
})

test('an engine that is busy and says nothing is ended', async () => {
  const log: EngineNote[] = []
  const start = testEngine((message, say) => message.type === 'open' && say({ type: 'loaded' }), log)
  const engine = createEngine({ start, options, name: 'a', silenceMs: 60 }, 60_000)
  const events = await Array.fromAsync(engine.ask(request, new AbortController().signal))
  expect(events.map(told)).toEqual([
    'model-unreachable: The process of the model a said nothing for 0 minutes, and was ended.',
  ])
  expect(log).toEqual(['open', 'ask', 'end'])
})

test('all calls share one process; one that is stopped is dropped, and the last one ended lets it rest', async () => {
  const log: EngineNote[] = []
  const silent: Behaviour = () => undefined
  const engine = createEngine({ start: testEngine(silent, log), options, name: 'a' }, 20)
  const stop = new AbortController()
  const calls = [1, 2].map(() => Array.fromAsync(engine.ask(request, stop.signal)))
  await Promise.resolve()
  stop.abort()
  expect(await Promise.all(calls)).toEqual([[], []])
  await expect.poll(() => log).toEqual(['open', 'ask', 'ask', 'stop', 'stop', 'end'])
})
