import type { Command } from '../../shared/commands/command.ts'
import { commandOrder, type Given } from '../../shared/orders/command-order.ts'
import { inverseOrderChange, type OrderChange } from '../../shared/orders/order-change.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { needsNoModel } from '../../shared/questions/orders.ts'
import type { Memory, Order, Reference } from '../../shared/records.ts'
import { counted } from '../ui/figures.ts'
import { perform, runSettings } from './actions.ts'
import { client } from './connection.ts'
import { notify } from './notices.ts'
import { openPath, projectStore } from './project-store.ts'
import { settleAll } from './settle-first.ts'
import { keepDone } from './undo-stack.ts'

const state = (): ProjectState => projectStore.getState().state

/** Makes a change and keeps what takes it back; true, for it throws `AppError` where it cannot be made. */
const doAndKeep = async <Change>(
  name: string,
  change: Change,
  inverse: Change,
  apply: (change: Change) => Promise<unknown>,
): Promise<true> => {
  await apply(change)
  keepDone({ name, at: Date.now(), undo: () => apply(inverse), redo: () => apply(change) })
  return true
}

const putOrders = ({ put, remove }: OrderChange) => client.orders.change({ project: openPath(), put, remove })

const changeOrders = (name: string, change: OrderChange): Promise<true> =>
  doAndKeep(name, change, inverseOrderChange(state(), change), putOrders)

/** What the writer asked for is done by the run that works, or by one of its own. */
export const beginOrders = () =>
  client.runs.start({ project: openPath(), approve: 'auto', scope: 'orders', ...runSettings() })

/** Goes on with what was asked for and is not done: its run was stopped, or came to a cap. */
export const startOrders = () => perform(beginOrders)

/** Changes orders without running them: another advice, or dropped. True where it was done. */
export const keepOrders = (name: string, put: readonly Order[]) =>
  perform(() => changeOrders(name, { put, remove: [] }))

/** Drops orders, and says how they come back. */
export const dropOrders = async (orders: readonly Order[]): Promise<void> => {
  const isOne = orders.length === 1
  const dropped = orders.map((order): Order => ({ ...order, status: 'dropped' }))
  if (await keepOrders(`Dropping of ${counted(orders.length, 'work order')}`, dropped))
    notify(
      isOne
        ? 'The work order was dropped. Undo brings it back.'
        : `${orders.length} work orders were dropped. Undo brings them back.`,
    )
}

/**
 * Has orders done: what needs no model at once, the others by a run. What is typed is saved before, so that they are
 * about what the writer sees.
 */
export const runOrders = (orders: readonly Order[]) =>
  perform(async () => {
    await settleAll()
    const asked = orders.map((order): Order => ({ ...order, status: 'asked' }))
    // One by one: an order whose ground has changed must not hold back the others.
    for (const order of asked.filter(needsNoModel))
      await perform(() => changeOrders('Work order', { put: [order], remove: [] }))
    const ofModel = asked.filter((order) => !needsNoModel(order))
    if (ofModel.length === 0) return
    await changeOrders('Work orders', { put: ofModel, remove: [] })
    await beginOrders()
  })

/** Gives a command for a section or a part of it; its result comes as a proposal. Throws `AppError`. */
export const giveCommand = async (command: Command, given: Omit<Given, 'at'>): Promise<void> => {
  await settleAll()
  const order = commandOrder(state(), command, { ...given, at: Date.now() })
  await putOrders({ put: [order], remove: [] })
  await beginOrders()
}

type MemoryChange = { readonly put: readonly Memory[]; readonly remove: readonly Memory['id'][] }

const putMemory = ({ put, remove }: MemoryChange) =>
  client.memory.change({ project: openPath(), put, remove })

/** Writes, changes or removes what is remembered, as the writer's own. True where it was done. */
export const changeMemory = (name: string, { put, remove }: MemoryChange) =>
  perform(() => {
    const { memory } = state()
    const touched = [...put.map(({ id }) => id), ...remove]
    const inverse: MemoryChange = {
      put: touched.flatMap((id) => memory.get(id) ?? []),
      remove: put.map(({ id }) => id).filter((id) => !memory.has(id)),
    }
    return doAndKeep(name, { put, remove }, inverse, putMemory)
  })

type ReferenceChange = { readonly put: readonly Reference[]; readonly remove: readonly Reference['id'][] }

const putReferences = ({ put, remove }: ReferenceChange) =>
  client.references.change({ project: openPath(), put, remove })

/** Changes or removes references; undo brings them back with their passages. True where it was done. */
export const changeReferences = (name: string, { put, remove }: ReferenceChange) =>
  perform(() => {
    const { reference } = state()
    const touched = [...put.map(({ id }) => id), ...remove]
    const inverse: ReferenceChange = { put: touched.flatMap((id) => reference.get(id) ?? []), remove: [] }
    return doAndKeep(name, { put, remove }, inverse, putReferences)
  })
