import type { ProviderPlatform } from './provider.ts'

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const over = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, Math.max(0, ms))
    signal.addEventListener('abort', over)
  })

/** The real network, clock and chance. One object for the whole app: breakers are kept by platform. */
export const systemPlatform: ProviderPlatform = {
  fetch: (input, init) => globalThis.fetch(input, init),
  now: Date.now,
  sleep,
  random: Math.random,
}
