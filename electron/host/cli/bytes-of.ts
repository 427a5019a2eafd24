import { readFile } from 'node:fs/promises'
import { AppError } from '../../../shared/errors.ts'

/** The bytes of a file that is to be `what`. Throws `AppError` where it is not there or cannot be read. */
export const bytesOf = async (path: string, what: string): Promise<Uint8Array> => {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new AppError('file-missing', `There is no file ${path}.`)
    if (code === 'EISDIR') throw new AppError('file-unreadable', `${path} is a folder, not ${what}.`)
    if (code === 'EACCES' || code === 'EPERM')
      throw new AppError('file-unreadable', `${path} cannot be read: access is denied.`)
    throw error
  }
}
