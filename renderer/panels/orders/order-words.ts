import { needsNoModel } from '../../../shared/questions/orders.ts'
import type { Order } from '../../../shared/records.ts'

/** What an order is about, in a word or two. */
export const orderNames: Readonly<Record<Order['kind'], string>> = {
  seam: 'Join',
  duplicate: 'Told twice',
  contradiction: 'Contradiction',
  term: 'Written two ways',
  opening: 'Openings alike',
  lead: 'Lead',
  memory: 'Memory',
  plan: 'Plan',
  text: 'No longer fits',
  command: 'Your command',
}

/** What the button that runs an order says: what is changed at once is told from what comes as a proposal. */
export const runWords = (order: Order): string => {
  if (order.status === 'failed') return 'Try it again'
  if (order.kind === 'term') return 'Propose the change'
  return needsNoModel(order) ? 'Change it' : 'Have it rewritten'
}

const line = (record: NonNullable<Order['put']>[number]): string =>
  'fact' in record ? `${record.name}: ${record.fact}` : `${record.title}: ${record.intent}`

/** What an order that holds its change would have stand, a line each; what it takes away is named by its words now. */
export const changeLines = (
  { put = [], remove = [] }: Order,
  now: (id: string) => string | null,
): readonly { readonly before: string | null; readonly after: string | null }[] => [
  ...put.map((record) => ({ before: now(record.id), after: line(record) })),
  ...remove.map((id) => ({ before: now(id), after: null })),
]
