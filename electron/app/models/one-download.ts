import { basename, dirname } from 'node:path'
import { AppError, explain } from '../../../shared/errors.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { needRoom } from './disk-room.ts'
import { downloadFile, type DownloadPorts } from './download-file.ts'
import { checkStanding, standingAt } from './file-mark.ts'
import { holdFile } from './hold-file.ts'
import { setDamagedAside } from './kept-file.ts'
import { arrived } from './partial-file.ts'
import { createProgress, type Progress } from './progress.ts'

/** A download at work. `ended` gives what is wrong, null where it was held, and undefined where all is well. */
export type OneDownload = {
  readonly progress: Progress
  readonly hold: () => void
  readonly ended: Promise<string | null | undefined>
}

/** What is fetched, and who hears of errors that nobody expected. */
type Task = {
  readonly path: string
  readonly entry: CatalogueEntry
  readonly ports: DownloadPorts
  readonly bug: (error: unknown) => void
}

type Work = Task & { readonly progress: Progress; readonly signal: AbortSignal }

const fault = 'The download stopped by a fault of Longhand; what has arrived is kept.'

const begin = (task: Task, before: number, work: (task: Work) => Promise<void>): OneDownload => {
  const { path, entry, ports, bug } = task
  const progress = createProgress(entry.bytes, before, ports.now)
  const halt = new AbortController()
  const run = async (): Promise<string | null | undefined> => {
    try {
      await work({ ...task, progress, signal: halt.signal })
      return undefined
    } catch (error) {
      const isThere = (await standingAt(path, entry)) !== 'none'
      progress.received(isThere ? entry.bytes : Math.min(entry.bytes, await arrived(path)))
      if (halt.signal.aborted) return null
      if (error instanceof AppError) return explain(error)
      bug(error)
      return fault
    }
  }
  return { progress, hold: () => halt.abort(), ended: run() }
}

const fetchIt = ({ path, entry, ports, progress, signal }: Work): Promise<void> =>
  downloadFile({
    path,
    source: entry,
    ports,
    signal,
    onBytes: progress.received,
    onChecking: () => progress.state('checking'),
  })

/** Begins to fetch an entry's file. No other process can meanwhile: throws `file-in-use` where one does. */
export const beginDownload = async (task: Task): Promise<OneDownload> => {
  const release = await holdFile(task.path)
  return begin(task, await arrived(task.path), async (work) => {
    try {
      await fetchIt(work)
    } finally {
      await release()
    }
  })
}

/** Whether what stands there is right; its checksum is made where it is not known. */
const isRight = async ({ path, entry, signal }: Work): Promise<boolean> => {
  const standing = await standingAt(path, entry)
  return standing === 'whole' || (standing === 'unchecked' && (await checkStanding(path, entry, signal)))
}

const fetchAnew = async (work: Work): Promise<void> => {
  const { path, entry, ports, progress } = work
  const release = await holdFile(path)
  try {
    // Another process may have fetched it while this one read.
    if (await isRight(work)) return
    const here = await arrived(path)
    await needRoom(ports, dirname(path), entry.bytes - here)
    const aside = await setDamagedAside(path)
    progress.received(here)
    const sentence = `${basename(path)} was damaged: its checksum differs. It was set aside as ${aside}, and is fetched again.`
    progress.state('downloading', sentence)
    await fetchIt(work)
  } finally {
    await release()
  }
}

/** Begins to check a file that stands there; one that is damaged is set aside and fetched again. */
export const beginCheck = (task: Task): OneDownload =>
  begin(task, task.entry.bytes, async (work) => {
    work.progress.state('checking')
    if (!(await isRight(work))) await fetchAnew(work)
  })
