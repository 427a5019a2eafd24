import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk } from '../../shared/questions/drafts.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import { brief, plan, section } from '../../shared/test-kit.ts'
import { createProject, type Change, type OpenProject } from '../project/project.ts'
import { practiceModel } from '../providers/practice.ts'
import type { Model } from '../providers/provider.ts'
import { systemPlatform } from '../providers/system-platform.ts'
import { everyRole } from './loop.ts'
import { run } from './run.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-work-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const practice = practiceModel()

/** Says a little of its first draft and then nothing until it is stopped; answers all else. */
const hanging = (began: () => void, stopped: () => void): Model => {
  let hung = false
  return async function* (request, signal) {
    if (hung || request.verb !== 'draft') {
      yield* practice(request, signal)
      return
    }
    hung = true
    yield { type: 'text', text: 'The first words' }
    began()
    await systemPlatform.sleep(10_000, signal)
    stopped()
  }
}

const start = (project: OpenProject, model: Model): Promise<void> =>
  run(project, {
    models: everyRole({ name: 'double', model }),
    lanes: 1,
    approve: 'auto',
    now: Date.now,
    sleep: systemPlatform.sleep,
    signal: new AbortController().signal,
  })

let count = 0
const calledOff = async (change: (project: OpenProject) => Change) => {
  const path = join(folder, `${(count += 1)}.longhand`)
  const self = { id: 'project:self', title: 'Ferry', seed: 1, createdAt: 0 } as const
  const records = [self, brief(), plan(), section(1), section(2)]
  const project = createProject(path, records, { now: Date.now })
  let since = 0
  let took = Infinity
  const model = hanging(
    () =>
      setTimeout(() => {
        since = Date.now()
        project.put(change(project))
      }, 5),
    () => (took = Date.now() - since),
  )
  await start(project, model)
  const state = project.state()
  const kept = project.shelved('draft', 'section:1').map(({ standing, text }) => [standing, text])
  const outcome = {
    run: lastRun(state)?.status,
    written: leaves(state)
      .filter(({ id }) => desk(state, id).current?.text)
      .map(({ order }) => order),
    streaming: [...state.draft.values()].filter(({ standing }) => standing === 'streaming').length,
    first: [...state.call.values()][0]?.status,
    kept,
  }
  return { outcome, took, project }
}

const letters = ['partial', 'The first words']
const base = { run: 'ended', streaming: 0, first: 'stopped' }

describe('a section that the writer calls off is stopped by itself, its letters kept, and the run goes on', () => {
  test.each<readonly [string, Change, readonly number[]]>([
    ['on hold', { put: [section(1, { hold: true })] }, [2]],
    ['removed', { shelve: [section(1)] }, [2]],
    ['asked for anew', { put: [section(1, { take: 2 })] }, [1, 2]],
  ])('%s', async (_, change, written) => {
    const { outcome, took, project } = await calledOff(() => change)
    expect(outcome).toEqual({ ...base, written, kept: expect.arrayContaining([letters]) as unknown })
    expect(took).toBeLessThan(200)
    project.close()
  })

  test('taken off hold, the next run writes it', async () => {
    const { project } = await calledOff(() => ({ put: [section(1, { hold: true })] }))
    project.put({ put: [section(1)] })
    await start(project, practice)
    expect(desk(project.state(), 'section:1').current?.text).toContain('.')
    project.close()
  })
})
