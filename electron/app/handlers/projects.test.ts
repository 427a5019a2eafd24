import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { desk } from '../../../shared/questions/drafts.ts'
import { manuscript } from '../../../shared/questions/manuscript.ts'
import { outline } from '../../../shared/questions/outline.ts'
import { isPlanStale } from '../../../shared/questions/stale.ts'
import { appClient, failure, imported, stateNow, testHome, type TestApp } from '../testing/app-client.ts'

let app: TestApp
beforeEach(() => {
  app = appClient(testHome())
})

describe('what the first screen shows', () => {
  test('the samples, and a folder that is there', async () => {
    const { folder, recent, samples } = await app.client.projects.known({})
    expect([folder, recent]).toEqual([join(app.home, 'Longhand'), []])
    expect(samples.map(({ name, title, form }) => [name, title, form])).toEqual([
      ['harbour-report', 'The harbour of Ostreby, ten years on', 'report'],
      ['lighthouse-novel', 'The Keeper’s Arithmetic'.replace('’', "'"), 'novel'],
      ['year-diary', 'A year of Tuesdays', 'diary'],
    ])
  })

  test('the projects opened lately, newest first, with what became of them', async () => {
    const { folder, samples } = await app.client.projects.known({})
    const [first, second] = await Promise.all(
      samples.slice(0, 2).map(({ source }) => app.client.projects.create({ source, folder })),
    )
    if (!first || !second) throw new Error('nothing was made')
    await app.client.projects.open({ path: first.project })
    await app.client.projects.close(second)
    rmSync(second.project)
    app = appClient(app.home)
    const { recent } = await app.client.projects.known({})
    expect(recent.map(({ path, title, isThere }) => [path, title, isThere])).toEqual([
      [first.project, 'The harbour of Ostreby, ten years on', true],
      [second.project, "The Keeper's Arithmetic", false],
    ])
  })

  test.each(['{ "recent": 7, "theme": "dark" }', 'no JSON', '[]'])(
    'settings that are no use: %s',
    async (json) => {
      writeFileSync(join(app.home, 'settings.json'), json)
      expect((await app.client.projects.known({})).recent).toEqual([])
      const { project } = await imported(app)
      expect((await app.client.projects.known({})).recent.map(({ path }) => path)).toEqual([project])
    },
  )

  test('settings that cannot be written are no reason to fail', async () => {
    mkdirSync(join(app.home, 'settings.json'))
    expect((await imported(app)).sections).toBe(3)
  })
})

describe('projects', () => {
  test('a text becomes a project with the writer’s own drafts under an approved plan', async () => {
    const { project, sections } = await imported(app)
    const state = await stateNow(app, project)
    expect([project, sections]).toEqual([join(app.home, 'Longhand', 'The ferry.longhand'), 3])
    expect(manuscript(state)).toEqual({
      title: 'The ferry',
      form: 'text',
      language: 'en',
      parts: [
        { section: 'section:1', depth: 1, title: '', text: 'Before.' },
        { section: 'section:2', depth: 1, title: 'One', text: 'It sails.' },
        { section: 'section:3', depth: 1, title: 'Two', text: 'It *waits*.' },
      ],
    })
    expect(desk(state, 'section:2').current).toMatchObject({ author: 'writer', standing: 'current' })
    expect([state.plan.get('plan:self')?.status, isPlanStale(state)]).toEqual(['approved', false])
  })

  test('parts keep what stands below them', async () => {
    const long = `${'word '.repeat(80)}.`
    const parts = `# T\n\n## One\n\n### a\n\n${long}\n\n### b\n\n${long}\n\n## Two\n\n${long}`
    const { project, sections } = await app.client.projects.import({
      text: parts,
      name: 'x',
      folder: app.home,
    })
    expect(sections).toBe(3)
    expect(
      outline(await stateNow(app, project)).map(({ section, depth }) => [section.title, depth, section.unit]),
    ).toEqual([
      ['One', 1, null],
      ['a', 2, 1],
      ['b', 2, 2],
      ['Two', 1, 3],
    ])
  })

  test('an empty text makes none', async () => {
    expect(await failure(app.client.projects.import({ text: ' \n', name: 'a.md', folder: app.home }))).toBe(
      'brief-invalid',
    )
    expect(app.projects.all()).toEqual([])
  })

  test('a copy stands beside it, under a name that is free', async () => {
    const { project } = await imported(app)
    const made = [await app.client.projects.copy({ project }), await app.client.projects.copy({ project })]
    expect(made.map(({ path }) => path)).toEqual(
      ['copy', 'copy 2'].map((end) => join(app.home, 'Longhand', `The ferry ${end}.longhand`)),
    )
    const opened = await app.client.projects.open({ path: made[0]?.path ?? '' })
    expect(manuscript(await stateNow(app, opened.project))).toEqual(manuscript(await stateNow(app, project)))
  })
})
