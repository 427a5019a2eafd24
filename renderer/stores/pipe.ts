import type { ClientLink } from '@orpc/client'
import { late, lost } from './failures.ts'

/** Nothing goes with a call but its input. */
export type PipeContext = Record<string, never>

/** A way to the app that is being opened; `stands` fails and `gone` aborts when it is lost. */
export type Pipe = {
  readonly link: ClientLink<PipeContext>
  readonly gone: AbortSignal
  readonly stands: Promise<void>
  /** Takes it for lost, whatever it says of itself. */
  readonly drop: () => void
}

/** Opens a way to the app; `onOpen` is told when it stands, and `onGone` once, when it was lost or dropped. */
export type OpenPipe = (onOpen: () => void, onGone: () => void) => Pipe

/** How it stands with a way to the app, for those who make one. */
export const createStanding = (onOpen: () => void, onGone: () => void) => {
  const gone = new AbortController()
  const stands = Promise.withResolvers<void>()
  // Calls that were made meanwhile hear of it; there may be none.
  stands.promise.catch(() => {})
  return {
    gone: gone.signal,
    stands: stands.promise,
    open: (): void => {
      if (gone.signal.aborted) return
      stands.resolve()
      onOpen()
    },
    end: (): void => {
      if (gone.signal.aborted) return
      gone.abort()
      stands.reject(lost())
      onGone()
    },
  }
}

/** The same answer; fails when the pipe is gone, or after `limit` ms where there is one. */
export const within = async <Result>(
  answer: Promise<Result>,
  gone: AbortSignal,
  limit: number | null,
): Promise<Result> => {
  const over = Promise.withResolvers<never>()
  const onGone = (): void => over.reject(lost())
  if (gone.aborted) onGone()
  gone.addEventListener('abort', onGone, { once: true })
  const timer = limit === null ? undefined : setTimeout(() => over.reject(late()), limit)
  try {
    return await Promise.race([answer, over.promise])
  } finally {
    clearTimeout(timer)
    gone.removeEventListener('abort', onGone)
  }
}

/** How often a pipe is asked whether anybody is there, and how long it may take to stand or to answer, in ms. */
export type Beat = { readonly every: number; readonly limit: number }

/** As often as the host asks the page. */
export const usualBeat: Beat = { every: 15_000, limit: 10_000 }

/** Asks a pipe at every beat, and drops it when it does not answer in time; gives back what asks at once. */
export const keepBeating = (pipe: Pipe, { every, limit }: Beat): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  const isThere = async (): Promise<void> => {
    await pipe.stands
    // The cheapest call there is: a watcher that nobody has, which has read nothing. A failure is an answer too.
    await pipe.link.call(['projects', 'seen'], { watcher: '', items: 0 }, { context: {} }).catch(() => {})
  }
  const beat = async (): Promise<void> => {
    if (asking || pipe.gone.aborted) return
    clearTimeout(timer)
    asking = true
    try {
      await within(isThere(), pipe.gone, limit)
      timer = setTimeout(() => void beat(), every)
    } catch {
      pipe.drop()
    } finally {
      asking = false
    }
  }
  pipe.gone.addEventListener('abort', () => clearTimeout(timer), { once: true })
  void beat()
  return () => void beat()
}
