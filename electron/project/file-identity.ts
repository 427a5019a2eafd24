import { statSync } from 'node:fs'
import { unwritable } from './file-errors.ts'

/** Names the very file at a path, whatever it is called: device and inode. Null when nothing is there. */
export const identityOf = (path: string): string | null => {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats ? `${stats.dev}:${stats.ino}` : null
}

const checkEvery = 1000

const nowAt = (path: string): string | null => {
  try {
    return identityOf(path)
  } catch {
    return null
  }
}

/**
 * A check to be made before each write: throws `file-unwritable` when the file was moved, removed or replaced since
 * it was opened. Looks at the disk once a second at most, as long as all is well.
 */
export const createPresence = (path: string, identity: string, now: () => number): (() => void) => {
  let seenAt = -Infinity
  return () => {
    const elapsed = now() - seenAt
    if (elapsed >= 0 && elapsed < checkEvery) return
    const found = nowAt(path)
    if (found !== identity) {
      seenAt = -Infinity
      throw unwritable(path, found ? 'another file stands in its place' : 'the file is no longer there')
    }
    seenAt = now()
  }
}
