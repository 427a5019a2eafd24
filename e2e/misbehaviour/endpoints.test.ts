import { describe, expect, test } from 'vitest'
import { lastRun } from '../../shared/questions/phase.ts'
import { runStatus, tally } from '../../shared/questions/progress.ts'
import { played } from '../played.ts'
import { troubles, type Trouble } from '../scripted-server/trouble.ts'
import { expectSound, source } from './scene.ts'

describe('trouble with the endpoint: the run waits and goes on, or stops with a sentence', () => {
  test.each<readonly [string, Trouble]>([
    ['F8 seconds', troubles.tooManyCalls('0')],
    ['F8 a date', troubles.tooManyCalls('Sun, 22 Nov 2020 10:00:30 GMT')],
    ['F8 milliseconds', troubles.tooManyCalls(undefined, { 'retry-after-ms': '20' })],
    ['F8 rubbish', troubles.tooManyCalls('soon')],
    ['F8 600 s, waited for', troubles.tooManyCalls('600')],
    ['F9 500, three times', troubles.serverError()],
    ['F9 529, three times', troubles.serverError(529)],
  ])('%s', async (_, trouble) => {
    const waits: number[] = []
    await played(
      (n) => (n >= 4 && n <= 6 ? trouble : null),
      (project) => {
        expectSound(project)
        expect([runStatus(project.state()), tally(project.state()).broken]).toEqual(['done', 0])
      },
      {
        source,
        sleep: (ms) => {
          waits.push(ms)
          return Promise.resolve()
        },
      },
    )
    if (_.startsWith('F8 600')) expect(waits.some((ms) => ms > 500_000)).toBe(true)
  })

  test.each<readonly [string, Trouble, string]>([
    ['F9 a server that never recovers', troubles.serverError(503), 'model-unreachable'],
    ['F13 401', troubles.keyRefused(), 'model-key-refused'],
    ['F13 402', troubles.noCredit(), 'model-no-credit'],
    ['F13 404', troubles.noModel(), 'model-not-found'],
  ])('%s', async (_, trouble, code) => {
    let isWell = false
    await played(
      (n) => (n > 4 && !isWell ? trouble : null),
      async (project, again) => {
        const state = project.state()
        const streaming = [...state.draft.values()].filter(({ standing }) => standing === 'streaming')
        expect([runStatus(state), lastRun(state)?.reason?.code, streaming]).toEqual(['blocked', code, []])
        isWell = true
        await again()
        expectSound(project)
        expect([runStatus(project.state()), tally(project.state()).broken]).toEqual(['done', 0])
      },
      { source },
    )
  })
})
