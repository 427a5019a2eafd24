import { expect, test } from 'vitest'
import { openModel } from '../electron/providers/open-model.ts'
import type { Model } from '../electron/providers/provider.ts'
import { systemPlatform } from '../electron/providers/system-platform.ts'
import { lastRun } from '../shared/questions/phase.ts'
import { runStatus, tally } from '../shared/questions/progress.ts'
import { inProject, runWith } from './in-project.ts'
import { fourChapters } from './played.ts'
import { fastPlatform } from './providers/fast-clock.ts'
import { asked, told } from './scripted-server/ask.ts'
import { startScriptedServer, type LogEntry, type Scenario } from './scripted-server/scripted-server.ts'
import { troubles, type Trouble } from './scripted-server/trouble.ts'
import { practice } from './standing-work.ts'

const { signal } = new AbortController()

/** Works with a server on a clock that runs so many times as fast. */
const withServer = async (
  scenario: Scenario,
  times: number,
  work: (model: Model, log: readonly LogEntry[]) => Promise<void>,
): Promise<void> => {
  const server = await startScriptedServer(scenario)
  const { model } = openModel({ id: 'openai-compatible/m', baseUrl: server.url }, fastPlatform(times))
  try {
    await work(model, server.log)
  } finally {
    await server.close()
  }
}

const spent: Trouble = {
  name: 'nothing left',
  headers: { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '20s' },
}

test('F8 a server that says no calls are left is left alone until it has some again', () =>
  withServer({ reply: () => 'Yes.', trouble: (n) => (n === 1 ? spent : null) }, 100, async (model, log) => {
    const first = await told(model(asked, signal), log)
    const next = await Promise.all([1, 2, 3].map(() => told(model(asked, signal), log)))
    const [one, two] = log
    expect([first.waits, next.map(({ text, waits }) => [text, waits])]).toEqual([
      0,
      [1, 2, 3].map(() => ['Yes.', 1]),
    ])
    expect((two?.arrivedAt ?? 0) - (one?.lastByteAt ?? 0)).toBeGreaterThan(150)
  }))

test('F8 a server that takes three at once is soon asked for no more, and every call is answered', async () => {
  const inHand = new Set<unknown>()
  let refused = 0
  const scenario: Scenario = {
    pace: { firstTokenMs: 20, tokenMs: 0 },
    reply: async (request) => {
      inHand.add(request)
      await systemPlatform.sleep(20, signal)
      inHand.delete(request)
      return 'Yes.'
    },
    trouble: () => {
      if (inHand.size < 3) return null
      refused += 1
      return troubles.tooManyCalls()
    },
  }
  await withServer(scenario, 20, async (model, log) => {
    const all = await Promise.all(Array.from({ length: 40 }, () => told(model(asked, signal), log)))
    // All forty are sent before the first is refused; from then on the place of each is waited for.
    expect([all.filter(({ text }) => text === 'Yes.').length, refused < 60]).toEqual([40, true])
  })
})

test.each([
  ['set back by an hour', -3_600_000],
  ['set on by an hour', 3_600_000],
  ['eight hours asleep', 8 * 3_600_000],
])('F15 a clock that is %s while the run waits: it goes on', async (_, jump) => {
  let time = 1e12
  let asks = 0
  const busy: Model = async function* (request, halt) {
    asks += 1
    if (asks !== 4) return yield* practice(request, halt)
    const failure = {
      code: 'model-busy',
      sentence: 'Busy.',
      scope: 'endpoint',
      retryAt: time + 600_000,
    } as const
    yield { type: 'failed', failure }
  }
  await inProject(fourChapters, async (project) => {
    const slept: number[] = []
    const sleep = (ms: number): Promise<void> => {
      if (ms > 0) {
        slept.push(ms)
        time += jump
      }
      return Promise.resolve()
    }
    await runWith(project, busy, { lanes: 1, now: () => (time += 1), sleep })
    const state = project.state()
    expect([runStatus(state), tally(state).broken, lastRun(state)?.setbacks, slept.length]).toEqual([
      'done',
      0,
      1,
      1,
    ])
  })
})
