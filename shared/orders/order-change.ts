import type { ProjectState } from '../project-state.ts'
import type { Order } from '../records.ts'

/** Work orders put and removed, as one change. What is put stays, also where both name it. */
export type OrderChange = { readonly put: readonly Order[]; readonly remove: readonly Order['id'][] }

/** The change that leads back to these orders once `change` has been made: what undo is made of. */
export const inverseOrderChange = (state: ProjectState, { put, remove }: OrderChange): OrderChange => {
  const touched = new Set<Order['id']>([...put.map(({ id }) => id), ...remove])
  return {
    put: [...touched].flatMap((id) => state.order.get(id) ?? []),
    remove: put.map(({ id }) => id).filter((id) => !state.order.has(id)),
  }
}
