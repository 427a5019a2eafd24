import { withPolicy } from '../../electron/providers/call-policy.ts'
import { openCompatible } from '../../electron/providers/openai-compatible.ts'
import type { Timings } from '../../electron/providers/remote/watchdog.ts'
import type { Model, ProviderPlatform } from '../../electron/providers/provider.ts'
import { systemPlatform } from '../../electron/providers/system-platform.ts'
import type { AttemptEvent } from '../../electron/providers/attempt.ts'
import type { ModelRequest } from '../../shared/model.ts'
import { startScriptedServer } from './scripted-server.ts'
import type { LogEntry, Scenario } from './scripted-server.ts'

const timings: Timings = { firstByteMs: 800, stallMs: 600, silenceMs: 900, graceMs: 50, listMs: 800 }

/** A request for tests: short, and bounded well above any reply they use. */
export const asked: ModelRequest = {
  role: 'writer',
  verb: 'draft',
  messages: [
    { from: 'system', text: 'You write.' },
    { from: 'user', text: 'The brief.', cacheUpTo: true },
    { from: 'user', text: 'Write the section.' },
  ],
  maxOutput: 500,
  seed: 7,
  temperature: 0.5,
}

/** What came back from one call, and what the server saw of it. */
export type Told = {
  readonly text: string
  readonly thinking: string
  readonly waits: number
  readonly last: AttemptEvent | undefined
  readonly log: readonly LogEntry[]
}

/** Sums up a stream of events. */
export const told = async (events: AsyncIterable<AttemptEvent>, log: readonly LogEntry[]): Promise<Told> => {
  const all = await Array.fromAsync(events)
  const join = (kind: 'text' | 'thinking'): string =>
    all.map((event) => (event.type === kind && 'text' in event ? event.text : '')).join('')
  const last = all.findLast(({ type }) => type === 'end' || type === 'failed')
  const waits = all.filter(({ type }) => type === 'wait').length
  return { text: join('text'), thinking: join('thinking'), waits, last, log }
}

/** A model at a base URL, policy and all; waits and backoff are short. */
export const asking = (baseUrl: string, apiKey?: string): Model => {
  const platform: ProviderPlatform = { ...systemPlatform, random: () => 0.02 }
  const choice = { id: 'openai-compatible/m', baseUrl, ...(apiKey && { apiKey }) }
  return withPolicy(openCompatible(choice, platform, timings), { endpoint: baseUrl, platform })
}

/** Makes one call to a server that plays `scenario`. */
export const ask = async (scenario: Scenario, request: ModelRequest = asked): Promise<Told> => {
  const server = await startScriptedServer(scenario)
  try {
    const model = asking(server.url, scenario.key)
    return await told(model(request, new AbortController().signal), server.log)
  } finally {
    await server.close()
  }
}
