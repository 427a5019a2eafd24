import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { needRoom } from './disk-room.ts'
import { standingAt } from './file-mark.ts'
import type { Machine } from './machine.ts'
import { arrived, discard, namesOf } from './partial-file.ts'

const sizeOf = async (path: string): Promise<number | null> =>
  (await stat(path).catch(() => null))?.size ?? null

/** What an entry's file needs: nothing more, its checksum made, or to be fetched. */
type Need = 'nothing' | 'check' | 'fetch'

/**
 * What is to be done for an entry's file, with room made for it. One that was taken away since the start is back. Throws
 * `file-exists` for another file by that name, which is not touched, and `file-unwritable` where the disk is full.
 */
export const makeRoom = async (path: string, entry: CatalogueEntry, machine: Machine): Promise<Need> => {
  const { removed, wrong } = namesOf(path)
  if ((await sizeOf(path)) === null && (await sizeOf(removed)) === entry.bytes) await rename(removed, path)
  const standing = await standingAt(path, entry)
  if (standing === 'whole') return 'nothing'
  if (standing === 'unchecked' || standing === 'damaged') return 'check'
  if (standing === 'other') {
    const sentence = `${path} exists already and is not the file of the catalogue; it was not touched.`
    throw new AppError('file-exists', sentence, 'Give it another name first.')
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rm(wrong, { force: true })
  await needRoom(machine, dirname(path), entry.bytes - (await arrived(path)))
  return 'fetch'
}

const move = async (path: string, to: string): Promise<void> => {
  try {
    await rename(path, to)
  } catch (error) {
    const sentence = `${basename(path)} could not be taken away; it may be in use.`
    throw new AppError('file-unwritable', sentence, 'Stop the run that uses it, then try again.', error)
  }
}

const freeName = async (name: string): Promise<string> => {
  for (let n = 1; ; n += 1) {
    const next = n === 1 ? name : `${name}-${n}`
    if ((await sizeOf(next)) === null) return next
  }
}

/** Sets a damaged file aside, beside the others that were; gives its path there. Throws `file-unwritable`. */
export const setDamagedAside = async (path: string): Promise<string> => {
  const { damaged, checked } = namesOf(path)
  const aside = await freeName(damaged)
  await move(path, aside)
  await rm(checked, { force: true })
  return aside
}

/** Takes an entry's file away, so that it can come back; what has begun goes for good. Throws `file-unwritable`. */
export const takeAway = async (path: string, entry: CatalogueEntry): Promise<void> => {
  const { removed, wrong } = namesOf(path)
  await discard(path)
  await rm(wrong, { force: true })
  if ((await sizeOf(path)) === entry.bytes) await move(path, removed)
}

/** Deletes what was taken away. */
export const sweep = async (paths: readonly string[]): Promise<void> => {
  await Promise.all(
    paths.map(async (path) => {
      const { removed, checked } = namesOf(path)
      await rm(removed, { force: true })
      if ((await sizeOf(path)) === null) await rm(checked, { force: true })
    }),
  )
}
