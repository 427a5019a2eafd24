import { describe, expect, test } from 'vitest'
import { everyRole, type NamedModel } from '../electron/agent/loop.ts'
import { practiceModel } from '../electron/providers/practice.ts'
import type { Model } from '../electron/providers/provider.ts'
import type { Role } from '../shared/model.ts'
import { costOf } from '../shared/price.ts'
import { moneyCommitted, runStatus, spent } from '../shared/questions/progress.ts'
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
