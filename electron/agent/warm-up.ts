import { guessTokens } from '../../shared/text/tokens.ts'
import type { Prompt } from '../prompts/context.ts'

/** Vendors keep no beginning of fewer tokens. */
const leastKept = 1_024

/**
 * Waits until a server can have a prompt's beginning in its cache, and gives what is to be called once the server has
 * said its first word or will say none. Also resolves when `signal` aborts.
 */
export type WarmUp = (model: string, prompt: Prompt, signal: AbortSignal) => Promise<() => void>

const beginningOf = (prompt: Prompt): string =>
  prompt
    .slice(0, prompt.findLastIndex(({ cacheUpTo }) => cacheUpTo) + 1)
    .map(({ text }) => text)
    .join('\n')

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

const nobodyWaits = (): void => {}

/** Of the calls of one run that begin alike one goes first, and the others start at its first word. */
export const createWarmUp = (): WarmUp => {
  const warm = new Map<string, Promise<void>>()
  return async (model, prompt, signal) => {
    const beginning = beginningOf(prompt)
    if (guessTokens(beginning) < leastKept) return nobodyWaits
    const key = `${model}\n${beginning}`
    const [, under] = [...warm].find(([known]) => known.startsWith(key)) ?? []
    if (under) {
      await Promise.race([under, aborted(signal)])
      return nobodyWaits
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    warm.set(key, promise)
    return resolve
  }
}
