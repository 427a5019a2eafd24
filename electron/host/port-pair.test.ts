import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp, type App } from '../app/create-app.ts'
import { nodePlatform, type OpenedModel, type Platform } from '../app/platform.ts'
import { AppError } from '../../shared/errors.ts'
import { stateOf, type ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { manuscript } from '../../shared/questions/manuscript.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import { runStatus } from '../../shared/questions/progress.ts'
import { connect, type Connection } from './connect.ts'
import { follow, stateNow } from './follow.ts'
import { joinApp } from './port-pair.ts'

const source = `---
title: The Tide Tables
units: { label: Part, count: 2, words: { min: 40, max: 120 } }
---
A report on the tides of a small harbour.
`

const folder = mkdtempSync(join(tmpdir(), 'longhand-app-'))
afterAll(() => rmSync(folder, { recursive: true }))

const bugs: Error[] = []
const platform: Platform = nodePlatform((bug) => bugs.push(new Error('a bug', { cause: bug })))
const practice = { id: 'practice' } as const
const start = { model: practice, approve: 'auto' } as const

let app: App
let joined: Connection
let names = 0
const open = (over: Partial<Platform> = {}): void => {
  app = createApp({ ...platform, ...over })
  joined = joinApp(app)
}
beforeEach(() => open())
afterEach(async () => {
  await app.close()
  joined.close()
  const [bug] = bugs.splice(0)
  if (bug) throw bug
})

const create = async (seed = 7): Promise<string> => {
  names += 1
  const path = join(folder, `${names}.longhand`)
  return (await joined.client.projects.create({ source, folder, path, seed })).project
}

const failure = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

/** A model that says nothing until it is stopped. */
const silent = (): OpenedModel => ({
  lanes: 2,
  model: async function* (_, signal) {
    await platform.sleep(60_000, signal)
    yield* []
  },
})

describe('a run through the ports', () => {
  test('a brief becomes a manuscript, and a follower sees what the file holds', async () => {
    const project = await create()
    const over = new AbortController()
    const seen: ProjectState[] = []
    const following = follow(joined.client, project, over.signal, (state) => seen.push(state))
    const { run } = await joined.client.runs.start({ project, ...start })
    const { seq } = await joined.client.runs.ended({ project })
    const state = await stateNow(joined.client, project)
    while ((seen.at(-1)?.seq ?? 0) < seq) await platform.sleep(5, over.signal)
    over.abort()
    await following
    expect([run, seq, runStatus(state), leaves(state).length]).toEqual([1, state.seq, 'done', 2])
    expect(seen.at(-1)).toEqual(state)
    expect(seen.some(({ live }) => live.size > 0)).toBe(true)
    expect(manuscript(state).parts.every(({ text }) => text.length > 100)).toBe(true)
  })

  test('with approve: ask it waits for the writer between plan and drafts', async () => {
    const project = await create()
    const asked = { ...start, approve: 'ask' } as const
    await joined.client.runs.start({ project, ...asked })
    await joined.client.runs.ended({ project })
    const planned = await stateNow(joined.client, project)
    expect([runStatus(planned), planned.draft.size]).toEqual(['awaits-writer', 0])
    await joined.client.plans.approve({ project })
    await joined.client.runs.start({ project, ...asked })
    await joined.client.runs.ended({ project })
    expect(runStatus(await stateNow(joined.client, project))).toBe('done')
  })

  test('it can be stopped, and only one works at a time', async () => {
    await app.close()
    open({ openModel: silent })
    const project = await create()
    await joined.client.runs.start({ project, ...start })
    expect(await failure(joined.client.runs.start({ project, ...start }))).toBe('stale')
    await joined.client.runs.stop({ project })
    expect(runStatus(await stateNow(joined.client, project))).toBe('stopped')
    expect(lastRun(await stateNow(joined.client, project))).toMatchObject({ lanes: 2, status: 'stopped' })
  })
})

describe('projects', () => {
  test('a brief’s name, or else its title, names the file, with a number where it is taken', async () => {
    const made: string[] = []
    for (const name of ['week', 'week', undefined]) {
      const { project } = await joined.client.projects.create({ source, folder, ...(name && { name }) })
      made.push(project)
    }
    expect(made).toEqual(
      ['week', 'week 2', 'The Tide Tables'].map((name) => join(folder, `${name}.longhand`)),
    )
  })

  test('opening twice is opening once; closing tells whoever follows', async () => {
    const project = await create()
    expect(await joined.client.projects.open({ path: project })).toEqual({ project })
    const items = await joined.client.projects.watch({ project })
    await items.next()
    await joined.client.projects.close({ project })
    expect(await items.next()).toEqual({ done: true, value: 'closed' })
    expect(await failure(joined.client.projects.watch({ project }))).toBe('not-found')
    expect(await joined.client.projects.open({ path: project })).toEqual({ project })
  })

  test('the state comes first, with the seed that was given', async () => {
    const project = await create(42)
    const items = await joined.client.projects.watch({ project })
    const { value } = await items.next()
    const state = typeof value === 'object' && value.type === 'open' ? stateOf(value.records) : null
    expect(state?.project.get('project:self')).toMatchObject({ seed: 42, title: 'The Tide Tables' })
  })
})

describe('failures come back as they were', () => {
  const cases: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['a brief', () => joined.client.briefs.read({ source: '---\nwords: many\n---\n' }), 'brief-invalid'],
    [
      'a missing file',
      () => joined.client.projects.open({ path: join(folder, 'no.longhand') }),
      'file-missing',
    ],
    ['a model', () => joined.client.models.check({ id: 'prattice' }), 'model-unknown'],
    [
      'a plan that is not there',
      async () => joined.client.plans.approve({ project: await create() }),
      'not-found',
    ],
    ['a form', async () => joined.client.exports.write({ project: await create(), path: '/a.pdf' }), 'usage'],
    [
      'a folder that is not there',
      async () => joined.client.exports.write({ project: await create(), path: join(folder, 'no/a.md') }),
      'file-unwritable',
    ],
  ]
  test.each(cases)('%s', async (_, call, code) => {
    expect(await failure(call())).toBe(code)
  })
})

test('an export overwrites only when told to', async () => {
  const project = await create()
  const path = join(folder, 'there.md')
  writeFileSync(path, 'mine')
  expect(await failure(joined.client.exports.write({ project, path }))).toBe('file-exists')
  expect(readFileSync(path, 'utf8')).toBe('mine')
  const { bytes } = await joined.client.exports.write({ project, path, overwrite: true })
  expect(readFileSync(path).length).toBe(bytes)
})

test('what the writer types stands, and two editors lose nothing', async () => {
  const project = await create()
  await joined.client.runs.start({ project, ...start })
  await joined.client.runs.ended({ project })
  const before = await stateNow(joined.client, project)
  const [section] = leaves(before)
  const model = section && desk(before, section.id).current
  if (!section || !model) throw new Error('nothing was drafted')
  const save = (text: string, origin: string) =>
    joined.client.drafts.save({
      project,
      section: section.id,
      text,
      base: { draft: model.id, edition: model.edition },
      origin,
    })
  const first = await save('Mine.', 'here')
  expect(await save('Mine, longer.', 'here')).toEqual({ ...first, edition: 2 })
  expect((await save('Also mine.', 'there')).standing).toBe('proposal')
  const { current, proposals } = desk(await stateNow(joined.client, project), section.id)
  expect([current?.text, current?.parent, proposals.map(({ text }) => text)]).toEqual([
    'Mine, longer.',
    model.id,
    ['Also mine.'],
  ])
})

describe('a port', () => {
  test('that closes fails what waits, and every later call', async () => {
    const project = await create()
    const items = await joined.client.projects.watch({ project })
    await items.next()
    const waiting = failure(items.next())
    joined.close()
    expect(await waiting).toBe('stopped')
    expect(await failure(joined.client.exports.list({}))).toBe('stopped')
    expect(await failure(joined.client.runs.ended({ project }))).toBe('stopped')
  })

  test('behind which nobody answers fails after the time limit', async () => {
    const { port1, port2 } = new MessageChannel()
    const { client, close } = connect(port1, 20)
    expect(await failure(client.exports.list({}))).toBe('stopped')
    close()
    port2.close()
  })
})
