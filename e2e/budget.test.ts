import { describe, expect, test } from 'vitest'
import { everyRole, type NamedModel } from '../electron/agent/loop.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import type { ModelEvent, Role } from '../shared/model.ts'
import { costOf } from '../shared/price.ts'
import { moneyCommitted, runStatus, spent, tokensCommitted } from '../shared/questions/progress.ts'
import { lastRun } from '../shared/questions/phase.ts'
import { inProject, runWith } from './in-project.ts'

const brief = `---
units: { label: Chapter, count: 4, words: { min: 60, max: 80 } }
---
Four chapters about a ferry.`

const practice = practiceModel()
const price = { input: 10, cached: 1, output: 30 }
const priced: NamedModel = { name: 'priced', model: practice, price }

const refused: Model = async function* () {
  const failure = { code: 'model-key-refused', sentence: 'The key was refused.', scope: 'endpoint' } as const
  yield { type: 'failed', failure }
}

/** Says nothing until it is stopped. */
const silent: Model = async function* (_, signal) {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
  yield* []
}

/** Writes letter after letter without an end; `tick` is called before each. */
const dripping = (tick: () => Promise<void> | void): Model =>
  async function* (request, signal) {
    if (request.verb !== 'draft') return yield* practice(request, signal)
    const words = 'The ferry lay at the quay, and nobody had come. '
    for (let i = 0; !signal.aborted; i += 1) {
      await tick()
      yield { type: 'text', text: i < words.length ? (words[i] ?? '') : '\u200b' }
    }
  }

/** Practice, but for what a reply ends with. */
const ending = (end: (event: Extract<ModelEvent, { type: 'end' }>) => ModelEvent): Model =>
  async function* (request, signal) {
    for await (const event of practice(request, signal)) yield event.type === 'end' ? end(event) : event
  }

describe('what no vendor counted is held against the caps', () => {
  test('a call that is stopped before its first word', async () => {
    await inProject(brief, async (project) => {
      for (let i = 0; i < 30 && runStatus(project.state()) !== 'blocked'; i += 1) {
        const halt = new AbortController()
        const model: Model = (request, signal) => {
          halt.abort()
          return silent(request, signal)
        }
        const models = everyRole({ ...priced, model })
        await runWith(project, model, { models, caps: { money: 0.4 }, signal: halt.signal })
      }
      const state = project.state()
      expect([runStatus(state), lastRun(state)?.reason?.code]).toEqual(['blocked', 'cap-reached'])
      expect(state.call.size).toBeGreaterThan(1)
      expect(moneyCommitted(state)).toBeLessThanOrEqual(0.4)
      expect(spent(state).money).toBe(0)
    })
  })

  test.each([
    ['money', { money: 1 }],
    ['tokens', { tokens: 16_000 }],
  ])('calls that stall before their first word, under a cap in %s', async (_, caps) => {
    await inProject(brief.replace('4', '40'), async (project) => {
      const failure = { code: 'reply-stalled', sentence: 'It said nothing.', scope: 'attempt' } as const
      const model: Model = async function* () {
        yield { type: 'failed', failure }
      }
      await runWith(project, model, {
        models: everyRole({ name: 'stalls', model, price: { input: 100, output: 1 } }),
        caps,
      })
      const state = project.state()
      expect([runStatus(state), lastRun(state)?.reason?.code]).toEqual(['blocked', 'cap-reached'])
      expect(state.call.size).toBeGreaterThan(10)
      expect(tokensCommitted(state)).toBeLessThanOrEqual(16_000)
      expect(moneyCommitted(state)).toBeLessThanOrEqual(1.6)
    })
  })

  test('calls for which nobody charges are free', async () => {
    await inProject(brief, async (project) => {
      await runWith(project, refused, {
        models: everyRole({ ...priced, model: refused }),
        caps: { money: 0.2 },
      })
      expect([project.state().call.size, moneyCommitted(project.state())]).toEqual([1, 0])
      expect(tokensCommitted(project.state())).toBe(0)
    })
  })

  test('what a cache serves may be dearer than what it does not', async () => {
    await inProject(brief, async (project) => {
      const model = ending((event) => ({ ...event, usage: { ...event.usage, cached: event.usage.input } }))
      const named = { name: 'dear', model, price: { input: 1, cached: 100, output: 1 } }
      await runWith(project, model, { models: everyRole(named), caps: { money: 0.3 } })
      expect(runStatus(project.state())).toBe('blocked')
      expect(project.state().call.size).toBeGreaterThan(0)
      expect(spent(project.state()).money).toBeLessThanOrEqual(0.3)
    })
  })
})

describe('a server that never comes to an end', () => {
  test('is cut off, what it said is kept, and the run ends by itself', async () => {
    await inProject(brief, async (project) => {
      let time = 0
      const model = dripping(() => {
        time += 5_000
      })
      await runWith(project, model, { lanes: 1, now: () => time })
      const state = project.state()
      const drafts = [...state.call.values()].filter(({ verb }) => verb === 'draft')
      expect(drafts.length).toBeGreaterThan(0)
      expect(new Set(drafts.map(({ fault }) => fault?.code))).toEqual(new Set(['reply-stalled']))
      const lasted = drafts.map(({ startedAt, endedAt = Infinity }) => endedAt - startedAt)
      expect(Math.min(...lasted)).toBeGreaterThanOrEqual(600_000)
      expect(Math.max(...lasted)).toBeLessThanOrEqual(7_300_000)
      const [first] = drafts
      expect(project.shelf(`body:${first?.id.slice('call:'.length)}`)).toMatchObject({
        reply: expect.stringMatching(/^The ferry lay at the quay/u),
      })
      expect(['done', 'stopped', 'blocked']).toContain(runStatus(state))
    })
  })

  test.each([
    ['letter after letter', dripping(() => new Promise((resolve) => setTimeout(resolve, 20)))],
    ['in silence', silent],
  ])('is stopped soon after the minutes of a run are over: %s', async (_, model) => {
    await inProject(brief, async (project) => {
      const began = performance.now()
      await runWith(project, model, { caps: { minutes: 0.005 } })
      expect(performance.now() - began).toBeLessThan(3_000)
      const state = project.state()
      expect([runStatus(state), lastRun(state)?.reason?.code]).toEqual(['blocked', 'cap-reached'])
      const last = [...state.call.values()].at(-1)
      expect([last?.status, last?.fault]).toEqual(['stopped', undefined])
      expect(project.shelf(`body:${last?.id.slice('call:'.length)}`)).toBeTruthy()
    })
  })
})

describe('caps', () => {
  test('a cap in money pauses the run before it is passed; with a higher one it goes on', async () => {
    await inProject(brief, async (project) => {
      await runWith(project, practice, { models: everyRole(priced), caps: { money: 0.06 } })
      const [run] = project.state().run.values()
      expect([runStatus(project.state()), run?.reason?.code, run?.maxMoney]).toEqual([
        'blocked',
        'cap-reached',
        0.06,
      ])
      expect(moneyCommitted(project.state())).toBeLessThanOrEqual(0.06)
      await runWith(project, practice, { models: everyRole(priced), caps: { money: 100 } })
      const { money, tokens } = spent(project.state())
      expect(runStatus(project.state())).toBe('done')
      expect(money).toBeCloseTo(costOf(price, tokens), 6)
    })
  })

  test('minutes that are over pause the run, and what is under way is ended in peace', async () => {
    await inProject(brief, async (project) => {
      let time = 0
      const slow: Model = (request, signal) => {
        time += 20_000
        return practice(request, signal)
      }
      await runWith(project, slow, { lanes: 1, now: () => time, caps: { minutes: 1 } })
      const state = project.state()
      expect([runStatus(state), state.call.size]).toEqual(['blocked', 3])
      expect([...state.call.values()].every(({ status }) => status === 'ended')).toBe(true)
    })
  })
})

describe('roles', () => {
  test('each role asks its own model, and the next one where an endpoint fails', async () => {
    await inProject(brief, async (project) => {
      const models: Record<Role, readonly NamedModel[]> = {
        planner: [{ name: 'plans', model: practice }],
        writer: [
          { name: 'broken', model: refused },
          { name: 'writes', model: practice },
        ],
        reviewer: [{ name: 'reviews', model: practice }],
      }
      await runWith(project, practice, { models })
      const state = project.state()
      const asked = (role: Role) =>
        new Set(
          [...state.call.values()]
            .filter((call) => call.role === role && call.status === 'ended')
            .map(({ model }) => model),
        )
      expect([asked('planner'), asked('writer'), asked('reviewer')]).toEqual([
        new Set(['plans']),
        new Set(['writes']),
        new Set(['reviews']),
      ])
      expect([...state.run.values()][0]?.roles).toEqual({
        planner: ['plans'],
        writer: ['broken', 'writes'],
        reviewer: ['reviews'],
      })
      expect(runStatus(state)).toBe('done')
    })
  })

  test('where no model of a role answers the run says so and pauses', async () => {
    await inProject(brief, async (project) => {
      const both = [
        { name: 'one', model: refused },
        { name: 'two', model: refused },
      ]
      await runWith(project, practice, { models: { ...everyRole(priced), writer: both } })
      expect([runStatus(project.state()), [...project.state().run.values()][0]?.reason?.code]).toEqual([
        'blocked',
        'model-key-refused',
      ])
    })
  })
})
