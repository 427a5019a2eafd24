import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import type { Pace } from '../../../shared/pace.ts'
import { call, run, state } from '../../../shared/test-kit.ts'
import { notePace, pastPace } from '../known-paces.ts'
import { appClient, failure, imported, testHome } from '../testing/app-client.ts'

const figures = { calls: 100, input: 100_000, cached: 0, output: 50_000, ms: 60_000_000 }
const reviewer = { id: 'openai-compatible/slow', baseUrl: 'http://127.0.0.1:1/v1' }

const outputs = async (paces: Readonly<Record<string, Pace>>) => {
  const home = testHome()
  const app = appClient(home)
  const { project } = await imported(app)
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ paces }))
  const { phases } = await app.client.runs.estimate({
    project,
    model: { id: 'practice' },
    roles: { reviewer: [reviewer] },
  })
  return phases.map(({ verb, calls, output }) => [verb, output / calls] as const)
}

test('each role is estimated by what its own model did before', async () => {
  const usual = await outputs({})
  const isReviewers = (verb: string): boolean => verb === 'review' || verb === 'remember'
  expect(usual.some(([verb]) => isReviewers(verb))).toBe(true)
  const known = await outputs({ [reviewer.id]: { review: figures, remember: figures, draft: figures } })
  expect(known).toEqual(usual.map(([verb, each]) => [verb, isReviewers(verb) ? 500 : each]))
  expect(await outputs({ practice: { review: figures, remember: figures } })).toEqual(usual)
})

test('older calls come to count half, also those of a model that drafts nothing', async () => {
  let kept: unknown = { paces: { b: { review: { ...figures, calls: 501 } } } }
  const settings = {
    read: () => Promise.resolve(kept),
    write: (value: unknown) => {
      kept = value
      return Promise.resolve()
    },
  }
  const usage = { input: 1, cached: 0, output: 1 }
  const after = state(run(1), call(1, { model: 'b', verb: 'review', usage, startedAt: 0, endedAt: 1 }))
  await notePace(settings, after, 'run:1')
  expect((await pastPace(settings, 'b')).review?.calls).toBe(251.5)
})

test('prices that cannot be read stop no run with a model that costs nothing', async () => {
  const app = appClient(testHome(), { prices: async () => new AppError('usage', 'They cannot be read.') })
  const { project } = await imported(app)
  const practice = { project, model: { id: 'practice' }, approve: 'auto' } as const
  expect((await app.client.runs.estimate(practice)).total.money).toBe(0)
  expect(await failure(app.client.runs.start({ ...practice, maxMoney: 1 }))).toBe('usage')
  const far = { id: 'openai-compatible/far', baseUrl: 'https://models.example/v1' }
  expect(await failure(app.client.runs.start({ ...practice, model: far }))).toBe('usage')
  expect(await app.client.runs.start(practice)).toEqual({ run: 1 })
  await app.client.runs.ended({ project })
})
