import { expect, test } from 'vitest'
import { section } from '../../../shared/test-kit.ts'
import type { Memory } from '../../../shared/records.ts'
import { appClient, failure, stateNow, testHome } from '../testing/app-client.ts'

test('memory is changed through the port, and a change that is refused changes nothing', async () => {
  const app = appClient(testHome())
  const { project } = await app.client.projects.create({ source: 'Write it.', name: 'Log', folder: app.home })
  await app.client.sections.change({ project, put: [section(1)], remove: [] })
  const fact: Memory = {
    id: 'memory:1/mine',
    section: 'section:1',
    about: 'person',
    name: 'Maren',
    fact: 'is 23',
    madeFrom: '',
  }
  await app.client.memory.change({ project, put: [fact], remove: [] })
  const kept = [{ ...fact, by: 'writer' }]
  expect([...(await stateNow(app, project)).memory.values()]).toEqual(kept)
  const lost = { ...fact, id: 'memory:9/mine', section: 'section:9' } as const
  expect(await failure(app.client.memory.change({ project, put: [lost], remove: [fact.id] }))).toBe('usage')
  expect([...(await stateNow(app, project)).memory.values()]).toEqual(kept)
})
