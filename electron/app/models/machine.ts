import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'

/** What a machine has room for. */
export type Machine = {
  /** Bytes of memory it has in all. */
  readonly memory: () => number
  /** Bytes free for this user on the disk of a folder. */
  readonly freeBytes: (folder: string) => Promise<number>
}

/** The machine this runs on. */
export const thisMachine: Machine = {
  memory: totalmem,
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
}
