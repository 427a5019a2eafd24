import { setImmediate } from 'node:timers/promises'
import type { ProviderPlatform } from './provider.ts'

/** A clock for tests that stands still until it is told to go on; `random` always gives the middle. */
export type ManualClock = {
  readonly platform: ProviderPlatform
  /** Goes on by `ms`, waking whatever is due on the way, in order. */
  readonly advance: (ms: number) => Promise<void>
  /** Jumps from one due sleep to the next until `work` is done, and returns what it gives. */
  readonly until: <T>(work: Promise<T>) => Promise<T>
}

type Sleeper = { readonly at: number; readonly wake: () => void }

/** A clock at 1,000,000 ms since 1970, with no network unless one is given. */
export const manualClock = (
  fetch: typeof globalThis.fetch = () => Promise.reject(new Error('No network')),
): ManualClock => {
  let now = 1_000_000
  const sleepers = new Set<Sleeper>()
  const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = (): void => {
        sleepers.delete(sleeper)
        resolve()
      }
      const sleeper = { at: now + ms, wake }
      sleepers.add(sleeper)
      signal.addEventListener('abort', wake, { once: true })
    })
  const next = (): Sleeper | undefined => [...sleepers].toSorted((a, b) => a.at - b.at)[0]
  const wakeNext = async (limit: number): Promise<boolean> => {
    await setImmediate()
    const sleeper = next()
    if (!sleeper || sleeper.at > limit) return false
    now = Math.max(now, sleeper.at)
    sleeper.wake()
    return true
  }
  return {
    platform: { fetch, now: () => now, sleep, random: () => 0.5 },
    advance: async (ms) => {
      const end = now + ms
      while (await wakeNext(end)) continue
      now = end
    },
    until: async (work) => {
      let isOver = false
      void work.finally(() => (isOver = true)).catch(() => undefined)
      while (!isOver) await wakeNext(Infinity)
      return work
    },
  }
}
