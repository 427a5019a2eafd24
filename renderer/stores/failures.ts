import { isDefinedError, ORPCError } from '@orpc/client'
import type { Failure } from '../../shared/contract.ts'
import { AppError, explain } from '../../shared/errors.ts'

const isFailure = (error: unknown): error is ORPCError<'FAILED', Failure> =>
  error instanceof ORPCError && error.code === 'FAILED' && isDefinedError(error)

/** What crossed the port as a failure is an `AppError` again; everything else stays what it is. */
export const asAppError = (error: unknown): unknown =>
  isFailure(error) ? new AppError(error.data.code, error.data.sentence, error.data.next) : error

/** The connection went while a call was under way, or was gone before it. */
export const lost = (): AppError =>
  new AppError(
    'stopped',
    'The connection to Longhand is lost.',
    'It is being made again; what you typed is kept on this page until then.',
  )

/** No answer came within the time limit. */
export const late = (): AppError =>
  new AppError('stopped', 'Longhand gave no answer in time.', 'Try it once more; nothing is lost.')

/** Any error as sentences for the writer; a bug says that it is one. */
export const sentenceOf = (error: unknown): string =>
  error instanceof AppError
    ? explain(error)
    : 'Longhand made a mistake of its own. Nothing you typed is lost; try it once more.'
