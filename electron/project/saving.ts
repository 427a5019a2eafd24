import { AppError } from '../../shared/errors.ts'
import type { Database } from './database.ts'
import type { Feed } from './feed.ts'
import { createPresence } from './file-identity.ts'
import type { LiveTable } from './live-table.ts'
import { createTextBuffer, type SetTimer, type TextBuffer } from './text-buffer.ts'

/** Runs work in one transaction on the very file that was opened, or throws `file-unwritable` and undoes it. */
export type Saving = <Result>(work: () => Result) => Result

/** Takes the journal into the file as far as the disk allows. */
export const settle = (database: Database): void => {
  try {
    database.checkpoint()
  } catch {
    // What the disk refuses stays in the journal, which is as good.
  }
}

/** Before each write, looks whether the file still stands where it was opened. */
export const createSaving = (database: Database, now: () => number): Saving => {
  const present = createPresence(database.path, database.identity, now)
  return (work) => {
    try {
      present()
    } catch (error) {
      // A journal left here would be played into whatever file has come in this one's place.
      settle(database)
      throw error
    }
    return database.transaction(work)
  }
}

/** The text buffer of an open project: told through the feed, saved to the side table. */
export const createWriting = (
  feed: Feed,
  live: LiveTable,
  saving: Saving,
  setTimer: SetTimer,
): TextBuffer => {
  let refusedBefore = false
  return createTextBuffer({
    setTimer,
    lengthOf: (draft) => feed.state().live.get(draft)?.length ?? 0,
    deliver: (parts) => feed.emit({ type: 'text', seq: feed.state().seq + 1, parts }),
    save: (parts) => {
      saving(() => parts.forEach(live.add))
      refusedBefore = false
    },
    refused: (error) => {
      if (!(error instanceof AppError)) throw error
      if (!refusedBefore) feed.emit({ type: 'notice', sentence: error.message, next: error.next })
      refusedBefore = true
    },
  })
}
