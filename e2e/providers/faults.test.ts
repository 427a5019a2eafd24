import { describe, expect, test } from 'vitest'
import type { AttemptEvent } from '../../electron/providers/attempt.ts'
import { providers } from '../../electron/providers/index.ts'
import type { Provider } from '../../electron/providers/provider.ts'
import { asked } from '../scripted-server/ask.ts'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'
import { troubles } from '../scripted-server/trouble.ts'
import type { Trouble } from '../scripted-server/trouble.ts'
import { fastPlatform } from './fast-clock.ts'
import { faults, key, reply } from './faults.ts'
import { choiceOf, speakers } from './speakers.ts'
import type { Speaker } from './speakers.ts'

/** How a call ends on this wire: what has no filters ends as if nothing had been held back. */
const expectedOf = ({ lacks = [] }: Speaker, outcome: string): string =>
  lacks.includes('filters') && outcome === 'end filter' ? 'end stop' : outcome

/** Runs `work` against a server that is in this trouble. */
const troubled = async <T>(
  speaker: Speaker,
  trouble: Trouble,
  work: (url: string) => Promise<T>,
): Promise<T> => {
  const server = await startScriptedServer({ reply: () => reply, trouble: () => trouble, key }, speaker.wire)
  try {
    return await work(server.url)
  } finally {
    await server.close()
  }
}

const call = (speaker: Speaker, url: string, signal: AbortSignal): AsyncIterable<AttemptEvent> =>
  speaker.provider.open(choiceOf(speaker, url), fastPlatform(speaker.speed ?? 60))(asked, signal)

const isLast = ({ type }: AttemptEvent): boolean => type === 'end' || type === 'failed'

const textOf = (events: readonly AttemptEvent[], kind: 'text' | 'thinking'): string =>
  events.map((event) => (event.type === kind ? event.text : '')).join('')

const outcomeOf = (event: AttemptEvent | undefined): string => {
  if (event?.type === 'end') return `end ${event.finish}`
  if (event?.type !== 'failed') return 'nothing'
  const { code, scope, retry } = event.failure
  return [code, scope, retry?.because, retry?.afterMs].filter((word) => word !== undefined).join(' ')
}

const isSound = (event: AttemptEvent): boolean => {
  const usage = 'usage' in event ? event.usage : undefined
  if (!usage) return event.type === 'failed'
  const counts = [usage.input, usage.cached, usage.output]
  return counts.every((count) => Number.isSafeInteger(count) && count >= 0) && usage.cached <= usage.input
}

test('every provider with an endpoint is spoken to, and nothing else is', () => {
  const all: readonly Provider[] = providers
  const remote = all.filter(({ endpoint }) => endpoint).map(({ id }) => id)
  expect([...new Set(speakers.map(({ provider }) => provider.id))].toSorted()).toEqual(remote.toSorted())
})

describe.concurrent.each(speakers)('$name', (speaker) => {
  test.for(faults)('$name', async ({ trouble, outcome, text = '', thinking = '' }) => {
    const events = await troubled(speaker, trouble, (url) =>
      Array.fromAsync(call(speaker, url, new AbortController().signal)),
    )
    const last = events.at(-1)
    expect(outcomeOf(last)).toBe(expectedOf(speaker, outcome))
    expect(textOf(events, 'text')).toBe(text)
    expect(textOf(events, 'thinking')).toBe(speaker.isThinkingTold === false ? '' : thinking)
    expect([events.filter(isLast).length, last && isSound(last)]).toEqual([1, true])
    expect(JSON.stringify(events)).not.toContain(key)
  })

  test.for(faults)('stops within 200 ms: $name', async ({ trouble }) => {
    await troubled(speaker, trouble, async (url) => {
      const stop = new AbortController()
      const late: AttemptEvent[] = []
      const timer = setTimeout(() => stop.abort(performance.now()), 30)
      for await (const event of call(speaker, url, stop.signal)) if (stop.signal.aborted) late.push(event)
      clearTimeout(timer)
      const took = stop.signal.aborted ? performance.now() - Number(stop.signal.reason) : 0
      expect([late, took < 200]).toEqual([[], true])
    })
  })

  test('a reply without end is cut at 16 characters a token and 64 kB', async () => {
    const events = await troubled(speaker, troubles.repetition(), (url) =>
      Array.fromAsync(call(speaker, url, new AbortController().signal)),
    )
    expect([textOf(events, 'text').length, outcomeOf(events.at(-1))]).toEqual([
      asked.maxOutput * 16 + 65_536,
      'reply-runaway attempt',
    ])
  })

  test('the vendor’s own refusal ends as one, and its words are no text of the work', async () => {
    const events = await troubled(speaker, troubles.declines(), (url) =>
      Array.fromAsync(call(speaker, url, new AbortController().signal)),
    )
    expect([textOf(events, 'text'), outcomeOf(events.at(-1))]).toEqual([
      '',
      expectedOf(speaker, 'end filter'),
    ])
  })
})
