import type { ProviderPlatform } from './provider.ts'
import { awayFromSecrets } from './remote/away-from-secrets.ts'

/** Timers stand still while the machine sleeps; so often the clock is asked how long it really was. */
const lookMs = 5_000

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const until = Date.now() + ms
    const over = (): void => {
      clearTimeout(timer)
      clearInterval(looks)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, Math.max(0, ms))
    const looks = ms > lookMs ? setInterval(() => Date.now() >= until && over(), lookMs) : undefined
    signal.addEventListener('abort', over)
  })

/**
 * The real network, clock and chance. A sleep is over after so many milliseconds of work, or sooner where the clock says
 * that they have passed: the machine was asleep. One object for the whole app: breakers and gates are kept by platform.
 */
export const systemPlatform: ProviderPlatform = {
  fetch: awayFromSecrets((input, init) => globalThis.fetch(input, init)),
  now: Date.now,
  sleep,
  random: Math.random,
}
