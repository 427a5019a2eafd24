import type { ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { late, lost } from './failures.ts'

/** Nothing goes with a call but its input. */
export type Context = Record<string, never>

/** A socket, and how it stands with it: `stands` fails and `gone` aborts when it is lost. */
export type Socket = {
  readonly link: ClientLink<Context>
  readonly gone: AbortSignal
  readonly stands: Promise<void>
  /** Takes it for lost, whatever it says of itself. */
  readonly drop: () => void
}

/** The same answer; fails when the socket is gone, or after `limit` ms where there is one. */
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

/** Follows a socket that is being opened; `onGone` is told once, when it was lost or dropped. */
export const openSocket = (websocket: WebSocket, onOpen: () => void, onGone: () => void): Socket => {
  const gone = new AbortController()
  const stands = Promise.withResolvers<void>()
  // Calls that were made meanwhile hear of it; there may be none.
  stands.promise.catch(() => {})
  const end = (): void => {
    if (gone.signal.aborted) return
    gone.abort()
    stands.reject(lost())
    onGone()
  }
  websocket.addEventListener('open', () => {
    if (gone.signal.aborted) return
    stands.resolve()
    onOpen()
  })
  websocket.addEventListener('close', end)
  return {
    link: new RPCLink<Context>({ websocket }),
    gone: gone.signal,
    stands: stands.promise,
    drop: () => {
      // Nobody may be left to answer the close, so nothing waits for it.
      end()
      websocket.close()
    },
  }
}

/** How often a socket is asked whether anybody is there, and how long it may take to stand or to answer, in ms. */
export type Beat = { readonly every: number; readonly limit: number }

/** As often as the host asks the page. */
export const usualBeat: Beat = { every: 15_000, limit: 10_000 }

/** Asks a socket at every beat, and drops it when it does not answer in time; gives back what asks at once. */
export const keepBeating = (socket: Socket, { every, limit }: Beat): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  const isThere = async (): Promise<void> => {
    await socket.stands
    // The cheapest call there is: a watcher that nobody has, which has read nothing. A failure is an answer too.
    await socket.link.call(['projects', 'seen'], { watcher: '', items: 0 }, { context: {} }).catch(() => {})
  }
  const beat = async (): Promise<void> => {
    if (asking || socket.gone.aborted) return
    clearTimeout(timer)
    asking = true
    try {
      await within(isThere(), socket.gone, limit)
      timer = setTimeout(() => void beat(), every)
    } catch {
      socket.drop()
    } finally {
      asking = false
    }
  }
  socket.gone.addEventListener('abort', () => clearTimeout(timer), { once: true })
  void beat()
  return () => void beat()
}
