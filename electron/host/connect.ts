import { createORPCClient, isDefinedError, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { MessagePort } from 'node:worker_threads'
import type { Client, Failure } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'

/** The app on the other side of a port. */
export type Connection = { readonly client: Client; readonly close: () => void }

/** Milliseconds within which a call must be answered, save those that wait for a run. */
const callLimit = 60_000

const closed = (): AppError =>
  new AppError('stopped', 'The connection to Longhand has ended.', 'Open the project again; nothing is lost.')

const late = (): AppError =>
  new AppError('stopped', 'Longhand gave no answer in time.', 'Open the project again; nothing is lost.')

const isFailure = (error: unknown): error is ORPCError<'FAILED', Failure> =>
  error instanceof ORPCError && error.code === 'FAILED' && isDefinedError(error)

const asAppError = (error: unknown): unknown =>
  isFailure(error) ? new AppError(error.data.code, error.data.sentence, error.data.next) : error

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/** The same items; what ends them early comes as `reason` has it. */
async function* told(items: AsyncIterable<unknown>, reason: (error: unknown) => unknown) {
  try {
    const end: unknown = yield* items
    return end
  } catch (error) {
    throw reason(error)
  }
}

/** Fails as soon as the port has closed, and after `limit` milliseconds; oRPC alone would wait for ever. */
const watchPort = (port: MessagePort, limit: number) => {
  const gone = new AbortController()
  port.on('close', () => gone.abort(closed()))
  const reason = (error: unknown): unknown => (gone.signal.aborted ? closed() : asAppError(error))
  const guarded = <Result>(
    call: (signal: AbortSignal) => Promise<Result>,
    waits: boolean,
  ): Promise<Result> => {
    gone.signal.throwIfAborted()
    const cancel = new AbortController()
    return new Promise<Result>((resolve, reject) => {
      const stop = (error: unknown): void => {
        reject(error)
        cancel.abort(error)
      }
      const timer = waits ? undefined : setTimeout(() => stop(late()), limit)
      const onGone = (): void => stop(gone.signal.reason)
      gone.signal.addEventListener('abort', onGone, { once: true })
      const settle = (): void => {
        clearTimeout(timer)
        gone.signal.removeEventListener('abort', onGone)
      }
      call(cancel.signal).then(resolve, reject).finally(settle)
    })
  }
  return { guarded, reason }
}

/** Joins an app through a port. Expected failures come back as `AppError`. */
export const connect = (port: MessagePort, limit: number = callLimit): Connection => {
  const { guarded, reason } = watchPort(port, limit)
  const link = new RPCLink({
    port,
    interceptors: [
      async (call) => {
        const { path, signal } = call
        const ask = (cancel: AbortSignal): Promise<unknown> =>
          call.next({ ...call, signal: signal ? AbortSignal.any([signal, cancel]) : cancel })
        try {
          const output = await guarded(ask, path.join('.') === 'runs.ended')
          return isStream(output) ? told(output, reason) : output
        } catch (error) {
          throw reason(error)
        }
      },
    ],
  })
  port.start()
  return { client: createORPCClient(link), close: () => port.close() }
}
