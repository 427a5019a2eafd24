import { link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** Writes a whole file or nothing. Throws `file-exists` (unless told to overwrite) or `file-unwritable`. */
export type WriteFile = (
  path: string,
  bytes: Uint8Array,
  options: { readonly overwrite: boolean },
) => Promise<void>

const causes: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'the disk may only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
}

const refused = (error: unknown, path: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EEXIST') {
    return new AppError('file-exists', `${path} exists already and was not touched.`, 'Choose another name.')
  }
  const cause = causes[code]
  return cause
    ? new AppError(
        'file-unwritable',
        `${path} could not be written: ${cause}.`,
        'The project is kept.',
        error,
      )
    : error
}

const settle = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Takes the name in one step, and fails where it is taken; drives without hard links are written in place. */
const takeName = async (passing: string, path: string, bytes: Uint8Array): Promise<void> => {
  try {
    await link(passing, path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error
    await settle(path, bytes)
  }
}

/** `WriteFile` on this machine's disk. */
export const writeFile: WriteFile = async (path, bytes, { overwrite }) => {
  const passing = join(dirname(path), `.${basename(path).slice(0, 80)}.${process.pid}.${Date.now()}`)
  try {
    await settle(passing, bytes)
    if (overwrite) await rename(passing, path)
    else await takeName(passing, path, bytes)
  } catch (error) {
    throw refused(error, path)
  } finally {
    await rm(passing, { force: true })
  }
}
