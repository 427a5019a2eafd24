import { AppError } from '../../shared/errors.ts'

const untouched = 'The file was left as it is.'

const causes: Readonly<Record<string | number, string>> = {
  3: 'access is denied',
  8: 'it may only be read',
  10: 'the disk reports an error',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'it cannot be opened',
  26: 'it is damaged',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'the disk may only be read',
  EIO: 'the disk reports an error',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
}

/** The `code` of a file system error, or the primary SQLite result code, or null. */
export const codeOf = (error: unknown): string | number | null => {
  if (!(error instanceof Error)) return null
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}

const reasonOf = (error: unknown): string => {
  const code = codeOf(error)
  return (code !== null && causes[code]) || (error instanceof Error ? error.message : String(error))
}

/** No file stands at the path. */
export const missing = (path: string): AppError => new AppError('file-missing', `There is no file ${path}.`)

/** Something stands at the path already; it is never overwritten. */
export const taken = (path: string): AppError =>
  new AppError('file-exists', `${path} exists already and was not touched.`, 'Choose another name.')

/** The file is not one of Longhand's, or holds what Longhand never puts into one. */
export const notProject = (path: string, reason: string): AppError =>
  new AppError('file-not-project', `${path} is not a Longhand project: ${reason}. ${untouched}`)

/** A later version of Longhand has written the file. */
export const newer = (path: string): AppError =>
  new AppError(
    'file-newer',
    `${path} was made by a newer Longhand. ${untouched}`,
    'Update Longhand to open it.',
  )

/** Another process, or this one, holds the file open. */
export const inUse = (path: string): AppError =>
  new AppError('file-in-use', `${path} is open already.`, 'Close it there, then try again.')

/** The file is one of Longhand's, but damaged or out of reach. */
export const unreadable = (path: string, reason: string, cause?: unknown): AppError =>
  new AppError(
    'file-unreadable',
    `${path} cannot be read: ${reason}. ${untouched}`,
    'Open a copy of it.',
    cause,
  )

/** The disk refuses a change; what is in memory is kept. */
export const unwritable = (path: string, reason: string, cause?: unknown): AppError =>
  new AppError(
    'file-unwritable',
    `${path} could not be saved: ${reason}. Nothing that was saved before is lost.`,
    'Make room or give access, or save a copy elsewhere.',
    cause,
  )

/** The file can be read but not written, so it is not opened at all. */
export const readOnly = (path: string, cause: unknown): AppError =>
  new AppError(
    'file-unwritable',
    `${path} or its folder may only be read. ${untouched}`,
    'Give access to both, or open a copy.',
    cause,
  )

const isBusy = (error: unknown): boolean => codeOf(error) === 5 || codeOf(error) === 6

/** What a failure to read means to the writer; an AppError stays as it is. */
export const whileReading = (error: unknown, path: string): AppError => {
  if (error instanceof AppError) return error
  if (isBusy(error)) return inUse(path)
  if (codeOf(error) === 'ENOENT') return missing(path)
  return unreadable(path, reasonOf(error), error)
}

/** What a failure to write means to the writer; an AppError, or a bug that is no business of the disk, stays as it is. */
export const whileWriting = (error: unknown, path: string): unknown => {
  if (error instanceof AppError || codeOf(error) === null) return error
  if (isBusy(error)) return inUse(path)
  if (codeOf(error) === 11 || codeOf(error) === 26) return unreadable(path, reasonOf(error), error)
  return codeOf(error) === 'EEXIST' ? taken(path) : unwritable(path, reasonOf(error), error)
}
