import type { Watched } from '../../shared/contract.ts'
import { recordsOf } from '../../shared/project-state.ts'
import type { OpenProject } from '../project/project.ts'
import { createEventQueue, queueBounds, type QueueBounds } from './event-queue.ts'

/** Items that may be on their way to a watcher that has not said it has read them. */
export const watchWindow = 64

/** One who follows an open project. */
export type Watcher = {
  readonly id: string
  /** How many items have been read. */
  readonly seen: (items: number) => void
  /** Ends its items with `closed`. */
  readonly close: () => void
  readonly items: AsyncGenerator<Watched, 'behind' | 'closed', void>
}

/** A promise that can be kept from outside, again and again. */
const createBell = () => {
  let bell = Promise.withResolvers<void>()
  const wait = async (): Promise<void> => {
    await bell.promise
    bell = Promise.withResolvers()
  }
  return { ring: () => bell.resolve(), wait }
}

/**
 * Follows a project: its state at this moment, then every later event. No more than `watchWindow` items are sent
 * ahead of what the watcher has read, since no port pushes back; the rest waits in a bounded queue.
 */
export const createWatcher = (
  { state, subscribe }: Pick<OpenProject, 'state' | 'subscribe'>,
  id: string,
  signal: AbortSignal | undefined,
  limits: QueueBounds = queueBounds,
): Watcher => {
  const queue = createEventQueue(limits)
  const bell = createBell()
  let read = 0
  let over = false
  const now = state()
  const open: Watched = { type: 'open', watcher: id, seq: now.seq, records: recordsOf(now), live: now.live }
  const unsubscribe = subscribe((event) => {
    queue.push(event)
    bell.ring()
  })
  const close = (): void => {
    over = true
    unsubscribe()
    bell.ring()
  }
  signal?.addEventListener('abort', close, { once: true })
  async function* items(): AsyncGenerator<Watched, 'behind' | 'closed', void> {
    try {
      yield open
      for (let sent = 1; ;) {
        const event = sent - read < watchWindow ? queue.shift() : undefined
        if (event) {
          sent += 1
          yield event
        } else if (queue.isBehind()) return 'behind'
        else if (over) return 'closed'
        else await bell.wait()
      }
    } finally {
      close()
    }
  }
  const seen = (count: number): void => {
    read = Math.max(read, count)
    bell.ring()
  }
  return { id, seen, close, items: items() }
}
