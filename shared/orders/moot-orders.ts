import type { ProjectState } from '../project-state.ts'
import { desk } from '../questions/drafts.ts'
import { draftPlain } from '../questions/text-hash.ts'
import type { Order } from '../records.ts'
import { findQuote } from '../text/quotes.ts'

/** Kinds that a search of all texts finds each time: what it does not find again is gone. */
const searched: ReadonlySet<Order['kind']> = new Set(['duplicate', 'opening', 'term', 'lead'])

/** Kinds that are about the words of texts. */
const ofText: ReadonlySet<Order['kind']> = new Set([...searched, 'seam', 'contradiction', 'text'])

const waiting: ReadonlySet<Order['status']> = new Set(['suspected', 'open', 'failed'])

/** Whether all that an order quotes still stands. */
const stands = (state: ProjectState, { places }: Order): boolean =>
  places.every(({ section, quote }) => {
    const { current } = desk(state, section)
    if (!current) return false
    return findQuote(current.text, quote) !== null || findQuote(draftPlain(current), quote) !== null
  })

/**
 * The orders that wait although what they are about is gone: words they quote no longer stand, or a search did not find
 * it again. `found` are the ids of all that it found, or would put to a reader.
 */
export const mootOrders = (state: ProjectState, found: ReadonlySet<Order['id']>): readonly Order[] =>
  [...state.order.values()].filter((order) => {
    const { id, kind, status, by } = order
    if (!waiting.has(status) || by === 'writer' || !ofText.has(kind)) return false
    const isSearched = searched.has(kind) || (kind === 'contradiction' && by === 'code')
    return (isSearched && !found.has(id)) || !stands(state, order)
  })
