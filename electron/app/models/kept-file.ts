import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { needRoom } from './disk-room.ts'
import type { Machine } from './machine.ts'
import { arrived, discard, namesOf } from './partial-file.ts'

const sizeOf = async (path: string): Promise<number | null> =>
  (await stat(path).catch(() => null))?.size ?? null

/** Bytes of an entry's file at its path: all where it is whole, else what has arrived. */
export const bytesAt = async (path: string, { bytes }: CatalogueEntry): Promise<number> =>
  (await sizeOf(path)) === bytes ? bytes : Math.min(bytes - 1, await arrived(path))

/**
 * Makes room for an entry's file; false where it is whole already, or was taken away since the start and is now back. Throws
 * `file-exists` for another file by that name, which is not touched, and `file-unwritable` where the disk is full.
 */
export const makeRoom = async (path: string, entry: CatalogueEntry, machine: Machine): Promise<boolean> => {
  const size = await sizeOf(path)
  if (size === entry.bytes) return false
  if (size !== null) {
    const sentence = `${path} exists already and is not the file of the catalogue; it was not touched.`
    throw new AppError('file-exists', sentence, 'Give it another name first.')
  }
  const { removed, wrong } = namesOf(path)
  if ((await sizeOf(removed)) === entry.bytes) {
    await rename(removed, path)
    return false
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rm(wrong, { force: true })
  await needRoom(machine, dirname(path), entry.bytes - (await arrived(path)))
  return true
}

/** Takes an entry's file away, so that it can come back; what has begun goes for good. Throws `file-unwritable`. */
export const takeAway = async (path: string, entry: CatalogueEntry): Promise<void> => {
  const { removed, wrong } = namesOf(path)
  await discard(path)
  await rm(wrong, { force: true })
  if ((await sizeOf(path)) !== entry.bytes) return
  try {
    await rename(path, removed)
  } catch (error) {
    const sentence = `${basename(path)} could not be taken away; it may be in use.`
    throw new AppError('file-unwritable', sentence, 'Stop the run that uses it, then try again.', error)
  }
}

/** Deletes what was taken away. */
export const sweep = async (paths: readonly string[]): Promise<void> => {
  await Promise.all(paths.map((path) => rm(namesOf(path).removed, { force: true })))
}
