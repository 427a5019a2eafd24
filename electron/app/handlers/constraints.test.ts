import { beforeEach, expect, test } from 'vitest'
import type { Constraint } from '../../../shared/records.ts'
import { say } from '../../../shared/test-kit.ts'
import { writeBrief } from '../../../shared/write-brief.ts'
import { appClient, failure, stateNow, testHome, type TestApp } from '../testing/app-client.ts'

let app: TestApp
beforeEach(() => {
  app = appClient(testHome())
})

const made = async (source: string) => {
  const { project } = await app.client.projects.create({ source, name: 'Log', folder: app.home })
  return { project, state: await stateNow(app, project) }
}

const asked = (all: Iterable<Constraint>): readonly Constraint[] =>
  [...all].filter(({ origin }) => origin.from !== 'plan')

test('what the writer decided outlives the saving of the brief, as long as its words do', async () => {
  const choir = 'In week 3 the choir sings.'
  const { project, state } = await made(`Write a log of 9 weeks.\n${choir}\nIn week 5 the bell rings.\n`)
  const [brief] = state.brief.values()
  const read = asked(state.constraint.values()).find(({ origin }) => origin.quote.includes('choir'))
  if (!brief || !read) throw new Error('nothing was read')
  const mended: Constraint = { ...read, placement: { where: 'once', at: 4 }, mended: true }
  const added = say('rain', { where: 'once', at: 1 })
  await app.client.constraints.change({ project, put: [mended, added], remove: [] })
  const save = (text: string) =>
    app.client.briefs.save({ project, source: writeBrief({ ...brief, text }, state.constraint.values()) })
  const now = async () => asked((await stateNow(app, project)).constraint.values())

  await save(`${brief.text}\nIn week 7 it snows.`)
  expect((await now()).filter(({ mended: is }) => is)).toEqual([mended])
  expect((await now()).filter(({ id }) => id === added.id)).toEqual([added])
  await save(brief.text.replace(choir, ''))
  expect((await now()).filter(({ id }) => id === mended.id)).toEqual([])
  expect((await now()).filter(({ id }) => id === added.id)).toEqual([added])
})

test('what the brief says is muted, not removed', async () => {
  const { project, state } = await made('Write a log of 9 weeks.\nIn week 3 the choir sings.\n')
  const remove = asked(state.constraint.values()).map(({ id }) => id)
  expect(await failure(app.client.constraints.change({ project, put: [], remove }))).toBe('usage')
  expect(await stateNow(app, project)).toEqual(state)
})

test('a run does not begin on a brief that contradicts itself', async () => {
  const { project } = await made('---\nunits: { count: 3, words: { min: 90, max: 80 } }\n---\nWrite it.\n')
  const start = app.client.runs.start({ project, model: { id: 'practice' }, approve: 'auto' })
  expect(await failure(start)).toBe('brief-conflict')
  expect((await stateNow(app, project)).run.size).toBe(0)
})
