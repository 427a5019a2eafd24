import { beforeEach, describe, expect, test } from 'vitest'
import { appClient, failure, ferry, imported, testHome, type TestApp } from './testing/app-client.ts'

let app: TestApp
beforeEach(() => {
  app = appClient(testHome())
})

describe('texts', () => {
  test('what is restored stands, and all that ever stood is in the history', async () => {
    const { project } = await imported(app)
    const section = 'section:2'
    const [first] = await app.client.drafts.history({ project, section })
    if (!first) throw new Error('nothing was imported')
    const offered = {
      ...first,
      id: 'draft:p',
      author: 'model',
      standing: 'proposal',
      text: 'It flies.',
      at: 5,
    } as const
    app.projects.get(project).project.put({ put: [offered] })
    expect(await app.client.drafts.accept({ project, draft: 'draft:p' })).toEqual({
      draft: 'draft:p',
      edition: 1,
      standing: 'current',
    })
    expect(await failure(app.client.drafts.drop({ project, draft: 'draft:p' }))).toBe('stale')
    const { draft } = await app.client.drafts.restore({ project, draft: first.id })
    const history = await app.client.drafts.history({ project, section })
    expect(history.map(({ id, standing, text: said }) => [id, standing, said])).toEqual([
      [draft, 'current', 'It sails.'],
      ['draft:p', 'superseded', 'It flies.'],
      [first.id, 'superseded', 'It sails.'],
    ])
    expect(await failure(app.client.drafts.restore({ project, draft: 'draft:none' }))).toBe('not-found')
  })
})

test('an export is handed over with its name and type', async () => {
  const { project } = await imported(app)
  const { name, type, base64 } = await app.client.exports.make({ project, format: 'markdown' })
  expect([name, type]).toEqual(['The ferry.md', 'text/markdown; charset=utf-8'])
  expect(Buffer.from(base64, 'base64').toString()).toBe(ferry)
  expect(await failure(app.client.exports.make({ project, format: 'pdf' }))).toBe('usage')
})

describe('a model is tried', () => {
  test('the practice model answers, and no figure is said that means nothing', async () => {
    const { said, fit, ...trial } = await app.client.models.try({ id: 'practice' })
    expect([said.length > 0, new Set(Object.values(fit)).size]).toEqual([true, 1])
    const figures = { firstTokenMs: null, tokensPerSecond: null, contextSize: null, json: null }
    expect(trial).toEqual({ ...figures, good: ['planner', 'writer', 'reviewer'] })
  })

  test.each([
    [
      'says why it failed',
      { type: 'failed', failure: { code: 'model-key-refused', sentence: 'No.', scope: 'endpoint' } },
      'model-key-refused',
    ],
    [
      'says nothing',
      { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 0 } },
      'reply-empty',
    ],
  ] as const)('one that %s', async (_, event, code) => {
    const model = async function* () {
      yield event
    }
    app = appClient(app.home, { openModel: () => ({ lanes: 1, model }) })
    expect(await failure(app.client.models.try({ id: 'any' }))).toBe(code)
  })
})
