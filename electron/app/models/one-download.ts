import { AppError, explain } from '../../../shared/errors.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { downloadFile, type DownloadPorts } from './download-file.ts'
import { arrived, holdFile } from './partial-file.ts'
import { createProgress, type Progress } from './progress.ts'

/** A download at work. `ended` gives what is wrong, null where it was held, and undefined where all is well. */
export type OneDownload = {
  readonly progress: Progress
  readonly hold: () => void
  readonly ended: Promise<string | null | undefined>
}

const fault = 'The download stopped by a fault of Longhand; what has arrived is kept.'

/** Begins to fetch an entry's file. No other process can meanwhile: throws `file-in-use` where one does. */
export const beginDownload = async (
  path: string,
  entry: CatalogueEntry,
  ports: DownloadPorts,
  bug: (error: unknown) => void,
): Promise<OneDownload> => {
  const release = await holdFile(path)
  const progress = createProgress(entry.bytes, await arrived(path), ports.now)
  const halt = new AbortController()
  const run = async (): Promise<string | null | undefined> => {
    try {
      await downloadFile({
        path,
        source: entry,
        ports,
        signal: halt.signal,
        onBytes: progress.received,
        onChecking: () => progress.state('checking'),
      })
      return undefined
    } catch (error) {
      progress.received(Math.min(entry.bytes, await arrived(path)))
      if (halt.signal.aborted) return null
      if (error instanceof AppError) return explain(error)
      bug(error)
      return fault
    } finally {
      await release()
    }
  }
  return { progress, hold: () => halt.abort(), ended: run() }
}
