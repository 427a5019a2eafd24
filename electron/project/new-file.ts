import { randomUUID } from 'node:crypto'
import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { codeOf, taken, whileWriting } from './file-errors.ts'

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? -1

const settle = (path: string, flags: string): void => {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const settleFolder = (folder: string): void => {
  try {
    settle(folder, 'r')
  } catch {
    // Windows cannot do this, and does not need it.
  }
}

/** Both ways fail where a file stands already. Drives without hard links get a copy. */
const giveName = (passing: string, path: string): void => {
  try {
    linkSync(passing, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    copyFileSync(passing, path, constants.COPYFILE_EXCL)
    settle(path, 'r+')
  }
}

const renamed = (error: unknown, passing: string, path: string): unknown =>
  error instanceof AppError
    ? new AppError(error.code, error.message.replaceAll(passing, path), error.next, error.cause)
    : whileWriting(error, path)

/**
 * Has a file made whole and settled on the disk under a passing name, then gives it its own. Throws `file-exists`
 * where something stands, `file-unwritable` where the disk refuses; half a file is never left under the name.
 */
export const placeNew = (path: string, make: (passing: string) => void): void => {
  if (sizeOf(path) >= 0) throw taken(path)
  // A journal whose file was taken away would be played into whatever gets its name.
  if (sizeOf(`${path}-wal`) > 0 || sizeOf(`${path}-journal`) > 0) throw taken(`${path}-wal`)
  const passing = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    make(passing)
    settle(passing, 'r+')
    giveName(passing, path)
    settleFolder(dirname(path))
  } catch (error) {
    throw renamed(error, passing, path)
  } finally {
    for (const suffix of ['', '-wal', '-journal']) rmSync(passing + suffix, { force: true })
  }
}
