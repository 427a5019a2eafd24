import { expect, test } from 'vitest'
import { commands } from '../../../shared/commands/index.ts'
import { commandOrder } from '../../../shared/orders/command-order.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import type { Order } from '../../../shared/records.ts'
import { practiceModel } from '../../providers/practice.ts'
import type { Model } from '../../providers/provider.ts'
import { appClient, failure, imported, testHome, type TestApp } from '../testing/app-client.ts'

const model = { id: 'practice' } as const
const forOrders = { model, approve: 'auto', scope: 'orders' } as const

const give = async ({ client, projects }: TestApp, project: string, at = 1): Promise<Order['id']> => {
  const command = commands.find(({ id }) => id === 'expand')
  if (!command) throw new Error('no command')
  const order = commandOrder(projects.get(project).project.state(), command, { section: 'section:2', at })
  await client.orders.change({ project, put: [order], remove: [] })
  return order.id
}

const statusOf = ({ projects }: TestApp, project: string, id: Order['id']): unknown =>
  projects.get(project).project.state().order.get(id)?.status

/** The practice model, which waits before its first answer until it is let go. */
const waiting = () => {
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const practice = practiceModel()
  const slow: Model = async function* (request, signal) {
    await held
    yield* practice(request, signal)
  }
  return { letGo: () => letGo(), openModel: () => ({ lanes: 1, model: slow }) }
}

test('what is asked for is done by a run for orders, and the text that stands stays', async () => {
  const app = appClient(testHome())
  const { project } = await imported(app)
  const id = await give(app, project)
  const { run } = await app.client.runs.start({ project, ...forOrders })
  await app.client.runs.ended({ project })
  const state = app.projects.get(project).project.state()
  expect([statusOf(app, project, id), lastRun(state)?.number, lastRun(state)?.scope]).toEqual([
    'ended',
    run,
    'orders',
  ])
  expect([...state.draft.values()].filter(({ standing }) => standing === 'proposal').length).toBe(1)
})

test('a run that works takes up what is asked for; no other is begun', async () => {
  const { letGo, openModel } = waiting()
  const app = appClient(testHome(), { openModel })
  const { project } = await imported(app)
  const first = await give(app, project)
  const { run } = await app.client.runs.start({ project, ...forOrders })
  const second = await give(app, project, 2)
  expect(await app.client.runs.start({ project, ...forOrders })).toEqual({ run })
  expect(await failure(app.client.runs.start({ project, model, approve: 'auto' }))).toBe('stale')
  letGo()
  await app.client.runs.ended({ project })
  expect([statusOf(app, project, first), statusOf(app, project, second)]).toEqual(['ended', 'ended'])
  expect(runStatus(app.projects.get(project).project.state())).not.toBe('working')
})

test('stopped, what was asked for waits for the next run', async () => {
  const { letGo, openModel } = waiting()
  const app = appClient(testHome(), { openModel })
  const { project } = await imported(app)
  const id = await give(app, project)
  await app.client.runs.start({ project, ...forOrders })
  const stopped = app.client.runs.stop({ project })
  letGo()
  await stopped
  expect(statusOf(app, project, id)).toBe('asked')
  await app.client.runs.start({ project, ...forOrders })
  await app.client.runs.ended({ project })
  expect(statusOf(app, project, id)).toBe('ended')
})

test('an order for what is not there is refused', async () => {
  const app = appClient(testHome())
  const { project } = await imported(app)
  const order: Order = {
    id: 'order:x',
    kind: 'command',
    section: 'section:9',
    sentence: 'Expand',
    places: [],
    advice: 'Tell more.',
    status: 'asked',
    by: 'writer',
    madeFrom: '',
    take: 1,
    at: 1,
  }
  expect(await failure(app.client.orders.change({ project, put: [order], remove: [] }))).toBe('stale')
})
