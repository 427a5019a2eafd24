import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { JsonSchema, ModelEvent, ModelRequest } from '../../shared/model.ts'
import { providers } from './index.ts'
import { openModel } from './open-model.ts'
import type { Model, Provider } from './provider.ts'
import { systemPlatform } from './system-platform.ts'
import { wireOf } from './test-wires.ts'
import { engineOf, networkOf, worlds } from './test-worlds.ts'
import type { World } from './test-worlds.ts'

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

const verdicts = z.array(
  z.strictObject({ point: z.number(), verdict: z.string(), quote: z.string(), advice: z.string() }),
)
const schema = z.toJSONSchema(verdicts) as JsonSchema

/** A request for a structure, as the loop makes them. */
const judging: ModelRequest = {
  ...request,
  role: 'reviewer',
  verb: 'review',
  messages: [
    {
      from: 'user',
      text: '# The section "Moorings"\n"""\nIt is low water.\n"""\n# Points to judge\n1. Say: "low water"\n# Your task\nJudge.',
    },
  ],
  json: schema,
}

const prose = ['Once ', 'more.']
const verdict = ['[{"point": 1, "verdict": "kept", ', '"quote": "low water", "advice": ""}]']

/** A model in a world that says `pieces`, and what is sent to it. */
const open = (
  provider: Provider,
  world: World,
  pieces = prose,
): { readonly model: Model; readonly sent: readonly string[] } => {
  const wire = wireOf(provider.id)
  const choice = provider.endpoint
    ? { id: `${provider.id}/${wire.model}`, baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'any-key' }
    : { id: provider.id === 'llama-cpp' ? `llama-cpp/${import.meta.filename}` : provider.id }
  const sent: string[] = []
  const fetch = networkOf(world, { wire, pieces, sent })
  const startEngine = engineOf(world, { pieces, sent })
  return { model: openModel(choice, { ...systemPlatform, fetch, random: () => 0, startEngine }).model, sent }
}

const never = new AbortController().signal
const all = ({ model }: { readonly model: Model }, asked = request): Promise<readonly ModelEvent[]> =>
  Array.fromAsync(model(asked, never))

const isLast = (event: ModelEvent): boolean => event.type === 'end' || event.type === 'failed'
const textOf = (events: readonly ModelEvent[]): string =>
  events.map((event) => (event.type === 'text' ? event.text : '')).join('')

/** Whether a value stands somewhere within another. */
const holds = (within: unknown, value: unknown): boolean =>
  isDeepStrictEqual(within, value) ||
  (typeof within === 'object' && within !== null && Object.values(within).some((each) => holds(each, value)))

/** Providers between which and the app there is something that may break: all but the one that is built in. */
const notices = ({ id }: Provider): boolean => id !== 'practice'

beforeEach(() => vi.stubEnv('LONGHAND_PRACTICE_PACE', '1'))
afterEach(() => vi.unstubAllEnvs())

describe.each(providers.map((provider): [string, Provider] => [provider.id, provider]))(
  'provider %s',
  (_, provider) => {
    const ending = worlds.filter((world) => !['speaks on', 'hangs', 'ignores everything'].includes(world))
    test.each(ending)(
      'never throws, and says exactly once that it is over, at last: a world that %s',
      async (world) => {
        const events = await all(open(provider, world))
        expect([events.filter(isLast).length, events.findIndex(isLast)]).toEqual([1, events.length - 1])
      },
    )

    test('streams text and counts what it used', async () => {
      const events = await all(open(provider, 'speaks'))
      const last = events.at(-1)
      const counted = { input: 30, cached: wireOf(provider.id).tellsCached ? 10 : 0, output: 2 }
      const usage = notices(provider) ? counted : { input: 22, cached: 0, output: expect.any(Number) }
      expect(last).toEqual({ type: 'end', finish: 'stop', usage })
      expect(textOf(events)).toMatch(notices(provider) ? /^Once more\.$/u : /\w/u)
    })

    test.each(notices(provider) ? (['breaks off', 'resets'] as const) : [])(
      'F10 a reply that is cut is a failure, its text kept: a world that %s',
      async (world) => {
        const events = await all(open(provider, world))
        const code = provider.endpoint ? 'reply-cut' : 'model-unreachable'
        expect(events.at(-1)).toMatchObject({ type: 'failed', failure: { code } })
        expect(textOf(events)).toBe('Once ')
      },
    )

    test('a schema goes along whole, and the reply is what it asks for', async () => {
      const opened = open(provider, 'speaks', verdict)
      const events = await all(opened, judging)
      expect(events.at(-1)).toMatchObject({ type: 'end', finish: 'stop' })
      expect(events.at(-1)).not.toHaveProperty('isSchemaLeftOut')
      expect(verdicts.parse(JSON.parse(textOf(events)))).toHaveLength(1)
      const carrying = opened.sent.filter((body) => holds(JSON.parse(body), schema))
      expect(carrying).toHaveLength(notices(provider) ? 1 : 0)
    })

    test('prose carries no schema', async () => {
      const { model, sent } = open(provider, 'speaks')
      await all({ model })
      expect(sent.filter((body) => /schema|"json"|"format"/u.test(body))).toEqual([])
    })

    const silent = notices(provider) ? (['hangs', 'ignores everything'] as const) : []
    test.each(['speaks on', ...silent] as const)(
      'F11 stops within 200 ms and says nothing more: a world that %s',
      async (world) => {
        const stop = new AbortController()
        let stoppedAt = Infinity
        const halt = (): void => {
          stoppedAt = performance.now()
          stop.abort()
        }
        const timer = world === 'ignores everything' ? setTimeout(halt, 30) : undefined
        const heard: ModelEvent[] = []
        for await (const event of open(provider, world).model(request, stop.signal)) {
          if (stop.signal.aborted) heard.push(event)
          else if (event.type === 'text') halt()
        }
        clearTimeout(timer)
        expect(performance.now() - stoppedAt).toBeGreaterThanOrEqual(0)
        expect(performance.now() - stoppedAt).toBeLessThan(200)
        expect(heard).toEqual([])
      },
      2_000,
    )

    test('a signal that is already stopped gets nothing', async () => {
      const events = await Array.fromAsync(open(provider, 'speaks').model(request, AbortSignal.abort()))
      expect(events).toEqual([])
    })
  },
)
