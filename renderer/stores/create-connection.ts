import { createORPCClient, type ClientOptions } from '@orpc/client'
import type { Client } from '../../shared/contract.ts'
import { asAppError, lost } from './failures.ts'
import {
  keepBeating,
  usualBeat,
  within,
  type Beat,
  type OpenPipe,
  type Pipe,
  type PipeContext,
} from './pipe.ts'

/** `opening` until the way to the app first stands, `lost` while it is being made again. */
export type Link = 'opening' | 'open' | 'lost'

/** Milliseconds within which a call must be answered, save those that wait for a run or follow a project. */
const callLimit = 60_000
const shortestPause = 250
const longestPause = 5_000

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/** The same items; what ends them early, a loss of the connection too, comes as an `AppError`. */
async function* told(items: AsyncIterable<unknown>, gone: AbortSignal) {
  const each: AsyncIterator<unknown, unknown> = items[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { done, value } = await within(each.next(), gone, null)
      if (done) return value
      yield value
    }
  } catch (error) {
    throw gone.aborted ? lost() : asAppError(error)
  } finally {
    // Over a connection that is gone there is nobody to be told, and nothing to wait for.
    each.return?.().catch(() => {})
  }
}

const isUnlimited = (path: readonly string[]): boolean =>
  ['runs.ended', 'projects.watch'].includes(path.join('.'))

const callOver = async (
  { link, gone, stands }: Pipe,
  path: readonly string[],
  input: unknown,
  options: ClientOptions<PipeContext>,
): Promise<unknown> => {
  const limit = isUnlimited(path) ? null : callLimit
  await within(stands, gone, limit)
  try {
    const output = await within(link.call(path, input, options), gone, limit)
    return isStream(output) ? told(output, gone) : output
  } catch (error) {
    throw asAppError(error)
  }
}

/**
 * The app's methods over one pipe that is opened again, ever more patiently, whenever it is lost: closed, or silent
 * for longer than a beat may take.
 */
export const createConnection = (open: OpenPipe, rhythm: Beat = usualBeat) => {
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
  const onGone = (): void => {
    tell('lost')
    const pause = Math.min(longestPause, shortestPause * 2 ** attempt) * (0.75 + Math.random() / 2)
    attempt += 1
    retry = setTimeout(again, pause)
  }
  const make = () => {
    const pipe = open(onOpen, onGone)
    return { pipe, beat: keepBeating(pipe, rhythm) }
  }
  const again = (): void => {
    clearTimeout(retry)
    retry = undefined
    now = make()
  }

  let now = make()
  const call = (path: readonly string[], input: unknown, options: ClientOptions<PipeContext>) => {
    const answer = callOver(now.pipe, path, input, options)
    if (!isUnlimited(path)) {
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
    /** Sees at once whether the connection still stands, or tries to make it, instead of waiting for the next time. */
    hurry: (): void => {
      if (retry === undefined) now.beat()
      else again()
    },
    /** Resolves when every call that is under way now has been answered, or has failed. */
    settled: async (): Promise<void> => {
      await Promise.allSettled(underWay)
    },
  }
}
