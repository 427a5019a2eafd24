import { createORPCClient, type ClientLink, type ClientOptions } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { Client } from '../../shared/contract.ts'
import { asAppError, late, lost } from './failures.ts'

/** `opening` until the socket first stands, `lost` while it is being made again. */
export type Link = 'opening' | 'open' | 'lost'

/** Milliseconds within which a call must be answered, save those that wait for a run or follow a project. */
const callLimit = 60_000
const shortestPause = 250
const longestPause = 5_000

type Context = Record<string, never>
type Socket = {
  readonly link: ClientLink<Context>
  readonly gone: AbortSignal
  readonly stands: Promise<void>
}

const portAddress = (): string => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/port`
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/** The same items; what ends them early comes as an `AppError`. */
async function* told(items: AsyncIterable<unknown>, gone: AbortSignal) {
  try {
    const end: unknown = yield* items
    return end
  } catch (error) {
    throw gone.aborted ? lost() : asAppError(error)
  }
}

const within = async <Result>(
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

/** A socket that is being opened; `stands` fails and `gone` aborts when it is lost. */
const openSocket = (address: string, onOpen: () => void, onClose: () => void): Socket => {
  const websocket = new WebSocket(address)
  const gone = new AbortController()
  const stands = Promise.withResolvers<void>()
  // Calls that were made meanwhile hear of it; there may be none.
  stands.promise.catch(() => {})
  websocket.addEventListener('open', () => {
    stands.resolve()
    onOpen()
  })
  websocket.addEventListener('close', () => {
    gone.abort()
    stands.reject(lost())
    onClose()
  })
  return { link: new RPCLink<Context>({ websocket }), gone: gone.signal, stands: stands.promise }
}

const callOver = async (
  { link, gone, stands }: Socket,
  path: readonly string[],
  input: unknown,
  options: ClientOptions<Context>,
): Promise<unknown> => {
  const name = path.join('.')
  const limit = name === 'runs.ended' || name === 'projects.watch' ? null : callLimit
  await within(stands, gone, limit)
  try {
    const output = await within(link.call(path, input, options), gone, limit)
    return isStream(output) ? told(output, gone) : output
  } catch (error) {
    throw asAppError(error)
  }
}

/** The app's methods over one WebSocket that is made again, ever more patiently, whenever it is lost. */
const createConnection = (address: () => string = portAddress) => {
  const listeners = new Set<(link: Link) => void>()
  let status: Link = 'opening'
  let attempt = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const tell = (link: Link): void => {
    if (status === link) return
    status = link
    for (const listener of listeners) listener(link)
  }
  const onOpen = (): void => {
    attempt = 0
    tell('open')
  }
  const onClose = (): void => {
    tell('lost')
    const pause = Math.min(longestPause, shortestPause * 2 ** attempt) * (0.75 + Math.random() / 2)
    attempt += 1
    retry = setTimeout(again, pause)
  }
  const again = (): void => {
    clearTimeout(retry)
    retry = undefined
    socket = openSocket(address(), onOpen, onClose)
  }

  let socket = openSocket(address(), onOpen, onClose)
  const client: Client = createORPCClient<Client>({
    call: (path: readonly string[], input: unknown, options: ClientOptions<Context>) =>
      callOver(socket, path, input, options),
  })
  return {
    client,
    link: () => status,
    /** Hears of every change of the link; gives back what ends that. */
    onLink: (listener: (link: Link) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Tries at once instead of waiting for the next attempt. */
    hurry: (): void => {
      if (retry !== undefined) again()
    },
  }
}

/** The one connection of this page. */
export const connection = createConnection()
addEventListener('online', connection.hurry)

/** The app's methods. Expected failures are thrown as `AppError`. */
export const client: Client = connection.client
