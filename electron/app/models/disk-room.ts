import { AppError } from '../../../shared/errors.ts'
import type { Machine } from './machine.ts'

/** Bytes of a disk that are left to everything else. */
const spare = 512 * 2 ** 20

/** A size as people read it, in powers of ten as disks are sold. */
const inWords = (bytes: number): string =>
  bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(Math.ceil(bytes / 1e8) / 10).toFixed(1)} GB`

/** What the writer is told where a disk is full. */
export const noRoom = (folder: string, needed: number, free: number, cause?: unknown): AppError =>
  new AppError(
    'file-unwritable',
    `The disk has no room: ${inWords(needed)} more are needed in ${folder}, and ${inWords(Math.max(0, free))} are free. What has arrived is kept.`,
    'Make room, then go on.',
    cause,
  )

/** Throws `file-unwritable` where a folder's disk has no room for so many bytes and some to spare. */
export const needRoom = async (machine: Machine, folder: string, bytes: number): Promise<void> => {
  const free = await machine.freeBytes(folder)
  if (free < bytes + spare) throw noRoom(folder, bytes + spare, free)
}
