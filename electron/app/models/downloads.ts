import { join } from 'node:path'
import type { DownloadProgress } from '../../../shared/contract/catalogue.ts'
import type { Platform } from '../platform.ts'
import { catalogue, entryNamed, type CatalogueEntry } from './catalogue.ts'
import type { DownloadPorts } from './download-file.ts'
import { standingAt } from './file-mark.ts'
import { makeRoom, sweep, takeAway } from './kept-file.ts'
import { thisMachine } from './machine.ts'
import { beginCheck, beginDownload, type OneDownload } from './one-download.ts'
import { arrived } from './partial-file.ts'

/** The files of the catalogue on this machine. They are fetched whether or not anybody looks on. */
export type Downloads = {
  /** How it stands with an entry. */
  readonly now: (entry: CatalogueEntry) => Promise<DownloadProgress>
  /** Begins or goes on. Throws `file-unwritable` without room, `file-exists`, `file-in-use`, `not-found`. */
  readonly start: (id: string) => Promise<void>
  /** How a download goes, until it does no more. */
  readonly follow: (id: string, signal?: AbortSignal) => AsyncGenerator<DownloadProgress>
  readonly pause: (id: string) => Promise<void>
  /** Takes a file away; until the next start of Longhand a whole one can come back. */
  readonly remove: (id: string) => Promise<void>
  /** Pauses all. */
  readonly close: () => Promise<void>
}

/** What is said of a file that has the size of an entry's, and is not known to be it. */
const doubts = {
  unchecked: 'The file is here, but it changed or came since it was last checked. Go on to check it.',
  damaged:
    'The file that is here is damaged: its checksum differs. Go on to set it aside and fetch it again.',
} as const

const stillAt = async (
  path: string,
  entry: CatalogueEntry,
  trouble: string | null | undefined,
): Promise<DownloadProgress> => {
  const still = { bytes: entry.bytes, bytesPerSecond: 0 }
  const standing = await standingAt(path, entry)
  if (standing === 'whole') return { ...still, received: entry.bytes, state: 'here' }
  if (standing === 'unchecked' || standing === 'damaged') {
    return { ...still, received: entry.bytes, state: 'paused', trouble: trouble ?? doubts[standing] }
  }
  const received = Math.min(entry.bytes - 1, await arrived(path))
  const state = trouble !== undefined ? 'paused' : received > 0 ? 'partial' : 'none'
  return { ...still, received, state, ...(trouble && { trouble }) }
}

/** What is at work, and why what is not has stopped: by what is wrong, or null where it was held. */
const createWork = () => ({
  running: new Map<string, OneDownload>(),
  starting: new Map<string, Promise<void>>(),
  held: new Map<string, string | null>(),
})

/** Waits for a download to end; whoever hears of the end can begin anew. */
const seeOut = async ({ running, held }: ReturnType<typeof createWork>, id: string, one: OneDownload) => {
  const trouble = await one.ended
  if (trouble !== undefined) held.set(id, trouble)
  running.delete(id)
  one.progress.state(trouble === undefined ? 'here' : 'paused', trouble ?? undefined)
}

/** Downloads into a folder. `bug` hears of errors that nobody expected. */
const createDownloads = (
  entries: readonly CatalogueEntry[],
  folder: () => string,
  ports: DownloadPorts,
  bug: (error: unknown) => void,
): Downloads => {
  const work = createWork()
  const { running, starting, held } = work
  const pathOf = ({ file }: CatalogueEntry): string => join(folder(), file)
  // What was taken away before this start comes back no more.
  let swept: Promise<void> | null = null
  const ready = (): Promise<void> => (swept ??= sweep(entries.map(pathOf)))
  const begin = async (entry: CatalogueEntry): Promise<void> => {
    await ready()
    const task = { path: pathOf(entry), entry, ports, bug }
    const need = await makeRoom(task.path, entry, ports)
    if (need === 'nothing') return
    const one = need === 'check' ? beginCheck(task) : await beginDownload(task)
    held.delete(entry.id)
    running.set(entry.id, one)
    seeOut(work, entry.id, one).catch(bug)
  }
  const pause = async (id: string): Promise<void> => {
    await starting.get(id)?.catch(() => {})
    const one = running.get(id)
    one?.hold()
    await one?.ended
  }
  const still = (entry: CatalogueEntry) => stillAt(pathOf(entry), entry, held.get(entry.id))
  return {
    now: async (entry) => running.get(entry.id)?.progress.now() ?? still(entry),
    start: (id) => {
      const entry = entryNamed(entries, id)
      if (running.has(id)) return Promise.resolve()
      // Whoever asks while it begins is told the same.
      const begins = starting.get(id) ?? begin(entry).finally(() => starting.delete(id))
      starting.set(id, begins)
      return begins
    },
    follow: async function* (id, signal) {
      const one = running.get(id)
      if (one) yield* one.progress.follow(signal)
      else yield await still(entryNamed(entries, id))
    },
    pause,
    remove: async (id) => {
      const entry = entryNamed(entries, id)
      await ready()
      await pause(id)
      held.delete(id)
      await takeAway(pathOf(entry), entry)
    },
    close: async () => {
      await Promise.all([...new Set([...running.keys(), ...starting.keys()])].map(pause))
    },
  }
}

/** The catalogue's downloads on a platform, into its folder of models. */
export const downloadsOn = (platform: Platform): Downloads =>
  createDownloads(
    platform.catalogue ?? catalogue,
    platform.modelsFolder,
    { ...(platform.machine ?? thisMachine), ...platform },
    platform.bug,
  )
