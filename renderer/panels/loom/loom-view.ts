import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Place } from './loom-keys.ts'
import { noFilter, type LoomFilter } from './loom-threads.ts'

/** How the writer looks at the loom; it is found again as it was left. */
export type LoomView = {
  readonly filter: LoomFilter
  /** 0 is the whole work at once, 1 as close as it gets. */
  readonly zoom: number
  /** Whether the band of what every section owes is unfolded. */
  readonly isOpen: boolean
  /** Where the keyboard stands. */
  readonly place: Place
}

/** The one view of the loom. */
export const loomView = createStore<LoomView>(() => ({
  filter: noFilter,
  zoom: 0,
  isOpen: false,
  place: { line: 0, column: 0 },
}))

/** The view of the loom, as it is now. */
export const useLoomView = (): LoomView => useStore(loomView)

/** Changes parts of it. */
export const look = (change: Partial<LoomView>): void => loomView.setState(change)
