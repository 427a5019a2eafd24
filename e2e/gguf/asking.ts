import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { forkEngine } from '../../electron/providers/llama-cpp/engine-port.ts'
import type { EnginePort } from '../../electron/providers/llama-cpp/engine-port.ts'
import { llamaCpp } from '../../electron/providers/llama-cpp.ts'
import type { ProviderPlatform } from '../../electron/providers/provider.ts'
import { systemPlatform } from '../../electron/providers/system-platform.ts'
import type { AttemptEvent } from '../../electron/providers/attempt.ts'
import type { ModelChoice, ModelRequest, Usage } from '../../shared/model.ts'

/** A reply in whole. */
export type Answer = {
  readonly text: string
  readonly thinking: string
  readonly last: AttemptEvent | undefined
  readonly usage: Usage
}

const beginning = `You write one section of a long work. ${'the captain looked at the sea . '.repeat(60)}`

/** A request whose beginning is the same for all sections. */
export const requestFor = (task: string, rest: Partial<ModelRequest> = {}): ModelRequest => ({
  role: 'writer',
  verb: 'draft',
  messages: [
    { from: 'system', text: 'You write.' },
    { from: 'user', text: beginning, cacheUpTo: true },
    { from: 'user', text: task },
  ],
  maxOutput: 60,
  seed: 7,
  temperature: 0.8,
  ...rest,
})

/** What came, in whole. */
export const wholeOf = (events: readonly AttemptEvent[]): Answer => {
  const all = (type: 'text' | 'thinking'): string =>
    events.map((event) => (event.type === type ? event.text : '')).join('')
  const last = events.at(-1)
  const usage = last && 'usage' in last ? last.usage : undefined
  return {
    text: all('text'),
    thinking: all('thinking'),
    last,
    usage: usage ?? { input: 0, cached: 0, output: 0 },
  }
}

/** A folder of models and the processes that run them; both go when the tests of the file have ended. */
export const engineRoom = () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-gguf-'))
  const ports: EnginePort[] = []
  const ended: Promise<void>[] = []
  const platform: ProviderPlatform = {
    ...systemPlatform,
    modelsFolder: () => folder,
    startEngine: (program) => {
      const port = forkEngine(program)
      ports.push(port)
      ended.push(
        new Promise((resolve) =>
          port.listen(
            () => undefined,
            () => resolve(),
          ),
        ),
      )
      return port
    },
  }
  afterAll(async () => {
    for (const port of ports) port.end()
    await Promise.all(ended)
    rmSync(folder, { recursive: true })
  })
  const events = (choice: ModelChoice, request: ModelRequest, signal = new AbortController().signal) =>
    llamaCpp.open(choice, platform)(request, signal)
  const ask = async (
    id: string,
    request: ModelRequest,
    settings: NonNullable<ModelChoice['settings']> = {},
  ): Promise<Answer> =>
    wholeOf(await Array.fromAsync(events({ id, settings: { threads: 1, ...settings } }, request)))
  return { folder, platform, ports, ended, events, ask }
}
