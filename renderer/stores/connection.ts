import { createORPCClient, type ClientOptions } from '@orpc/client'
import type { Client } from '../../shared/contract.ts'
import { asAppError, late, lost } from './failures.ts'
import { openPort, openSocket, type OpenPipe, type Pipe, type PipeContext } from './port-pipe.ts'
import { shellPort } from './port.ts'

/** `opening` until the way to the app first stands, `lost` while it is being made again. */
export type Link = 'opening' | 'open' | 'lost'

/** Milliseconds within which a call must be answered, save those that wait for a run or follow a project. */
const callLimit = 60_000
const shortestPause = 250
const longestPause = 5_000

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

const isUnlimited = (name: string): boolean => name === 'runs.ended' || name === 'projects.watch'

const callOver = async (
  { link, gone, stands }: Pipe,
  path: readonly string[],
  input: unknown,
  options: ClientOptions<PipeContext>,
): Promise<unknown> => {
  const limit = isUnlimited(path.join('.')) ? null : callLimit
  await within(stands, gone, limit)
  try {
    const output = await within(link.call(path, input, options), gone, limit)
    return isStream(output) ? told(output, gone) : output
  } catch (error) {
    throw asAppError(error)
  }
}

/** The app's methods over one pipe that is opened again, ever more patiently, whenever it is lost. */
const createConnection = (open: OpenPipe) => {
  const listeners = new Set<(link: Link) => void>()
  const underWay = new Set<Promise<unknown>>()
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
    pipe = open(onOpen, onClose)
  }

  let pipe = open(onOpen, onClose)
  const call = (path: readonly string[], input: unknown, options: ClientOptions<PipeContext>) => {
    const answer = callOver(pipe, path, input, options)
    if (!isUnlimited(path.join('.'))) {
      underWay.add(answer)
      const forget = (): unknown => underWay.delete(answer)
      answer.then(forget, forget)
    }
    return answer
  }
  const client: Client = createORPCClient<Client>({ call })
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
    /** Resolves when every call that is under way now has been answered, or has failed. */
    settled: async (): Promise<void> => {
      await Promise.allSettled(underWay)
    },
  }
}

const shell = shellPort()

/** The one connection of this page. */
export const connection = createConnection(shell ? openPort(shell) : openSocket)
addEventListener('online', connection.hurry)

/** The app's methods. Expected failures are thrown as `AppError`. */
export const client: Client = connection.client
