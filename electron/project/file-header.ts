import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isOpenHere } from './database.ts'
import { inUse, missing, notProject, readOnly, whileReading } from './file-errors.ts'

const magic = 'SQLite format 3\0'
const length = 100

const readStart = (path: string): Buffer => {
  const start = Buffer.alloc(length)
  const file = openSync(path, 'r')
  try {
    readSync(file, start, 0, length, 0)
  } finally {
    closeSync(file)
  }
  return start
}

const checkAccess = (path: string): void => {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
  } catch (error) {
    throw readOnly(path, error)
  }
}

/**
 * What the first 100 bytes of a file say (https://www.sqlite.org/fileformat.html, 1.3), without SQLite: who made it
 * and in which version of its tables.
 */
export const readHeader = (path: string): { readonly application: number; readonly version: number } => {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw missing(path)
  if (!stats.isFile()) throw notProject(path, 'it is not a file')
  if (isOpenHere(path)) throw inUse(path)
  try {
    const start = readStart(path)
    if (start.toString('latin1', 0, magic.length) !== magic) throw notProject(path, 'it has another format')
    checkAccess(path)
    return { application: start.readUInt32BE(68), version: start.readUInt32BE(60) }
  } catch (error) {
    throw whileReading(error, path)
  }
}
