import type { DownloadProgress } from '../../../shared/contract/catalogue.ts'

/** How one download goes, as those hear it who look on. */
export type Progress = {
  readonly now: () => DownloadProgress
  readonly received: (bytes: number) => void
  /** Trouble is told on until another is, or until it is held. */
  readonly state: (state: DownloadProgress['state'], trouble?: string) => void
  /** What changes, at most four times a second, until it goes no further; then that. */
  readonly follow: (signal?: AbortSignal) => AsyncGenerator<DownloadProgress>
}

/** Milliseconds between two pieces of news. */
const pace = 250

/** Pieces of news over which speed is reckoned: about three seconds. */
const window = 12

const goesOn = (state: DownloadProgress['state']): boolean => state === 'downloading' || state === 'checking'

/** The progress of a download of so many bytes, of which some have arrived before. */
export const createProgress = (bytes: number, before: number, clock: () => number): Progress => {
  let current: DownloadProgress = { received: before, bytes, bytesPerSecond: 0, state: 'downloading' }
  let samples: readonly (readonly [at: number, received: number])[] = [[clock(), before]]
  let news = Promise.withResolvers<void>()
  const tell = (next: DownloadProgress): void => {
    current = next
    news.resolve()
    news = Promise.withResolvers()
  }
  const speed = (at: number, received: number): number => {
    const [from = at, had = received] = samples[0] ?? []
    return at > from ? Math.max(0, ((received - had) * 1_000) / (at - from)) : 0
  }
  return {
    now: () => current,
    received: (received) => {
      const at = clock()
      const [last = at] = samples.at(-1) ?? []
      current = { ...current, received }
      if (at - last < pace) return
      const bytesPerSecond = speed(at, received)
      samples = [...samples.slice(1 - window), [at, received]]
      tell({ ...current, bytesPerSecond })
    },
    state: (state, trouble) => {
      const { trouble: told, ...rest } = current
      const still = trouble ?? (state === 'paused' ? undefined : told)
      tell({
        ...rest,
        state,
        bytesPerSecond: 0,
        ...(state === 'here' && { received: bytes }),
        ...(still !== undefined && { trouble: still }),
      })
    },
    follow: async function* (signal) {
      const left = Promise.withResolvers<void>()
      signal?.addEventListener('abort', () => left.resolve(), { once: true })
      for (;;) {
        const [{ promise }, shown] = [news, current]
        yield shown
        if (!goesOn(shown.state) || signal?.aborted) return
        await Promise.race([promise, left.promise])
      }
    },
  }
}
