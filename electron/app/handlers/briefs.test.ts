import { beforeEach, describe, expect, test } from 'vitest'
import { isPlanStale } from '../../../shared/questions/stale.ts'
import { writeBrief } from '../../../shared/write-brief.ts'
import { appClient, failure, imported, stateNow, testHome, type TestApp } from '../testing/app-client.ts'

let app: TestApp
beforeEach(() => {
  app = appClient(testHome())
})

describe('a brief that is saved', () => {
  const source = `---
title: The ferry
requirements:
  - { say: "tide", at: 1 }
  - { rule: "Never explain a joke.", each: true }
---
Write it.`

  const saved = async (change: (source: string) => string) => {
    const { project } = await app.client.projects.create({ source, folder: app.home })
    const first = await stateNow(app, project)
    await app.client.briefs.save({
      project,
      source: change(writeBrief([...first.brief.values()][0]!, first.constraint.values())),
    })
    const state = await stateNow(app, project)
    return { project, first, state }
  }

  test('as it was changes nothing', async () => {
    const { first, state } = await saved((same) => same)
    expect(state).toEqual(first)
  })

  test('puts what it asks in its order; what asks the same keeps its name', async () => {
    const { project, first, state } = await saved((same) =>
      same
        .replace('title: The ferry', 'title: The bus')
        .replace(
          '  - { say: tide, at: 1 }\n',
          '  - { say: rain, at: 2 }\n  - { avoid: very, document: true }\n',
        ),
    )
    expect([...state.constraint.values()].map(({ demand }) => demand.params)).toEqual([
      { within: 0.1 },
      { text: 'rain' },
      { text: 'very' },
      { text: 'Never explain a joke.' },
    ])
    expect([...state.constraint.keys()].at(-1)).toBe([...first.constraint.keys()].at(-1))
    expect(state.project.get('project:self')?.title).toBe('The bus')
    expect((await app.client.projects.known({})).recent.map(({ title }) => title)).toEqual(['The bus'])
    await app.projects.close(project)
    expect(await stateNow(app, (await app.client.projects.open({ path: project })).project)).toEqual({
      ...state,
      seq: 0,
    })
  })

  test('makes the plan stale, and as it was before does not', async () => {
    const { project } = await imported(app)
    const state = await stateNow(app, project)
    const asked = writeBrief([...state.brief.values()][0]!, state.constraint.values())
    await app.client.briefs.save({ project, source: asked.replace('---\n', '---\nwords: 900\n') })
    const changed = isPlanStale(await stateNow(app, project))
    await app.client.briefs.save({ project, source: asked })
    expect([changed, isPlanStale(await stateNow(app, project))]).toEqual([true, false])
  })

  test('and cannot be read changes nothing', async () => {
    const { project } = await imported(app)
    expect(await failure(app.client.briefs.save({ project, source: '---\nwords: many\n---\n' }))).toBe(
      'brief-invalid',
    )
  })
})
