import { beforeEach, describe, expect, test } from 'vitest'
import type { AnyRecord } from '../../shared/records.ts'
import { section } from '../../shared/test-kit.ts'
import { appClient, failure, imported, testHome, type TestApp } from './testing/app-client.ts'

let app: TestApp
beforeEach(() => {
  app = appClient(testHome())
})

const stateOf = (project: string) => app.projects.get(project).project.state()

describe('planning anew', () => {
  const open = async (...records: readonly AnyRecord[]): Promise<string> => {
    const { project } = await imported(app)
    app.projects.get(project).project.put({ put: records })
    return project
  }
  const part = section(8, { parent: null })
  const inPart = section(9, { parent: 'section:8', order: 1 })
  const heldThere = section(10, { parent: 'section:8', order: 2, hold: true })

  test('names what is open to it, whole or in part, and the next run does it', async () => {
    const project = await open(part, inPart, heldThere, section(11))
    const named = async (root: 'section:8' | 'section:9' | null): Promise<readonly string[]> => {
      const { order } = await app.client.plans.replan({ project, section: root, note: ' Shorter. ' })
      const made = stateOf(project).order.get(order)
      expect(made).toMatchObject({ kind: 'plan', status: 'asked', by: 'writer', advice: 'Shorter.', take: 1 })
      return made?.places.map((place) => place.section) ?? []
    }
    expect([await named(null), await named('section:8'), await named('section:9')]).toEqual([
      ['section:9', 'section:11'],
      ['section:9'],
      ['section:9'],
    ])
  })

  test.each<readonly [string, 'section:2' | 'section:10' | 'section:99', string]>([
    ['the writer’s text', 'section:2', 'usage'],
    ['what is on hold', 'section:10', 'usage'],
    ['what is not there', 'section:99', 'not-found'],
  ])('is refused for %s', async (_, root, code) => {
    const project = await open(part, inPart, heldThere)
    expect(await failure(app.client.plans.replan({ project, section: root, note: '', drafted: true }))).toBe(
      code,
    )
  })

  test('is refused without a plan', async () => {
    const { folder } = await app.client.projects.known({})
    const { project } = await app.client.projects.create({ source: 'A ferry.', name: 'Ferry', folder })
    expect(await failure(app.client.plans.replan({ project, section: null, note: '' }))).toBe('not-found')
  })
})

describe('a pattern', () => {
  const text = '## One\n\nIt sails at dawn.\n\n## Two\n\nIt waits, and waits, and waits again, and waits.\n'

  test('is learnt from a text, stays when the brief is typed, and can be forgotten', async () => {
    const { project } = await imported(app)
    expect(await app.client.plans.learn({ project, text })).toEqual({ parts: 2 })
    const pattern = () => [...stateOf(project).brief.values()][0]?.pattern
    expect(pattern()?.map(({ title, entry, share }) => [title, entry, Math.round(share * 100)])).toEqual([
      ['One', '', 31],
      ['Two', '', 69],
    ])
    await app.client.briefs.save({ project, source: 'Write about a bus.' })
    expect(pattern()?.length).toBe(2)
    await app.client.plans.setPattern({ project, pattern: null })
    expect(pattern()).toBeUndefined()
  })

  test('is learnt from the texts of the project', async () => {
    const { project } = await imported(app)
    const parts = stateOf(project).draft.size
    expect(await app.client.plans.learn({ project })).toEqual({ parts })
  })

  test('has no more parts than a planner can follow', async () => {
    const { project } = await imported(app)
    const many = Array.from({ length: 100 }, (_, i) => `## Part ${i + 1}\n\n${'It rains. '.repeat(40)}`).join(
      '\n\n',
    )
    expect(await app.client.plans.learn({ project, text: many })).toEqual({ parts: 34 })
  })

  test('is refused for no text', async () => {
    const { project } = await imported(app)
    expect(await failure(app.client.plans.learn({ project, text: ' \n' }))).toBe('brief-invalid')
  })
})

test('an imported work has its titles and lengths; what its parts do the next run finds out', async () => {
  const { project } = await imported(app)
  expect([...stateOf(project).section.values()].map(({ intent }) => intent)).toEqual(['', '', ''])
})
