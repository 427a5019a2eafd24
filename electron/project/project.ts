import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { FoundPassage } from '../../shared/passages.ts'
import type { ProjectEvent, ProjectState, TextPart } from '../../shared/project-state.ts'
import {
  readRecord,
  stateKinds,
  type AnyRecord,
  type RecordKind,
  type RecordOf,
} from '../../shared/records.ts'
import type { Change } from './change.ts'
import { copyDatabase } from './copy-file.ts'
import type { Database } from './database.ts'
import { createFeed } from './feed.ts'
import { createLiveTable } from './live-table.ts'
import { createFile, openFile } from './open-file.ts'
import { createPutting } from './putting.ts'
import { createPassageSearch } from './passage-search.ts'
import { createRecordTable } from './record-table.ts'
import { createSaving, createWriting, settle } from './saving.ts'
import type { SetTimer } from './text-buffer.ts'

export type { Change } from './change.ts'

/** Time, in ms since 1970, and timers; real ones unless a test brings its own. */
export type Clock = { readonly now: () => number; readonly setTimer?: SetTimer }

/**
 * One work while its file is open. A `change` is on the disk before anybody hears of it. After `close`
 * every method but `state`, `subscribe` and `close` throws `stopped`.
 */
export type OpenProject = {
  readonly path: string
  /** What all events so far have made of the file's state. */
  readonly state: () => ProjectState
  /** Commits, then applies, then tells. Throws `file-unwritable`, and changes nothing, when the disk refuses. */
  readonly put: (change: Change) => void
  /**
   * Puts in one commit with all that is put so until the event loop has turned; `make` is called in the order of asking,
   * with the state as it is by then. Resolves once it is told. Rejects with what `make` throws, and with
   * `file-unwritable`, changing nothing, when the disk refuses.
   */
  readonly putSoon: (make: (state: ProjectState) => Change) => Promise<void>
  /**
   * Adds letters to a draft that streams; letters for any other are dropped. `at` 0 starts the draft anew. They are
   * told within 50 ms, those of all drafts in one event, and saved within 500 ms; if the disk refuses, a notice says
   * so and saving is tried again.
   */
  readonly write: (part: TextPart) => void
  /** Tells and saves at once what `write` holds. Throws `file-unwritable`, keeping it, when the disk refuses. */
  readonly flush: () => void
  /** Any saved record, of the state or on the shelf. */
  readonly shelf: (id: string) => AnyRecord | null
  /** The shelved records of a kind, oldest first; of one section if it is named. */
  readonly shelved: <Kind extends RecordKind>(kind: Kind, section?: string) => readonly RecordOf<Kind>[]
  /** The passages of its references that a query finds by BM25, best first; none where nothing is near it. */
  readonly searchPassages: (query: string, limit: number) => readonly FoundPassage[]
  readonly subscribe: (listener: (event: ProjectEvent) => void) => () => void
  readonly notice: (sentence: string, next: string) => void
  /** Writes the whole project, unsaved letters included, to a new file. Throws `file-exists` if there is one. */
  readonly copyTo: (path: string) => void
  /** Saves what is held, leaves one whole file and unlocks it. Throws if letters could not be saved, but closes. */
  readonly close: () => void
}

const realTimer: SetTimer = (run, ms) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

const besideRecord = (state: ProjectState, id: string): AnyRecord | null =>
  stateKinds.map((kind) => state[kind].get(id)).find((record) => record !== undefined) ?? null

/** Lets a method act while its project is open, and throws `stopped` afterwards. */
const onlyWhile =
  (isOpen: () => boolean, path: string) =>
  <Arguments extends readonly unknown[], Result>(act: (...given: Arguments) => Result) =>
  (...given: Arguments): Result => {
    if (!isOpen()) throw new AppError('stopped', `${path} is closed.`, 'Open it again.')
    return act(...given)
  }

/** An open project over what `openFile` gives. */
export const projectOver = (
  database: Database,
  initial: ProjectState,
  { now, setTimer = realTimer }: Clock,
): OpenProject => {
  let closed = false
  const feed = createFeed(initial)
  const records = createRecordTable(database)
  const live = createLiveTable(database)
  const saving = createSaving(database, now)
  const text = createWriting(feed, live, saving, setTimer)
  const { put, putSoon, commit } = createPutting(feed, { records, live }, saving, text)
  const shelf = (id: string): AnyRecord | null => besideRecord(feed.state(), id) ?? records.find(id)
  const passages = createPassageSearch(feed.state, shelf)
  const whileOpen = onlyWhile(() => !closed, database.path)
  const flush = (): void => {
    text.deliver()
    text.save()
  }
  const close = (): void => {
    if (!closed) {
      commit()
      text.deliver()
    }
    if (closed) return
    closed = true
    try {
      text.save()
    } finally {
      text.stop()
      passages.close()
      settle(database)
      database.close()
    }
  }
  return {
    path: database.path,
    state: feed.state,
    subscribe: feed.subscribe,
    put: whileOpen(put),
    putSoon: whileOpen(putSoon),
    write: whileOpen((part) => {
      if (feed.state().draft.get(part.draft)?.standing === 'streaming') text.write(part)
    }),
    flush: whileOpen(flush),
    shelf: whileOpen(shelf),
    shelved: whileOpen(records.shelved),
    searchPassages: whileOpen(passages.find),
    notice: whileOpen((sentence, next) => feed.emit({ type: 'notice', sentence, next })),
    copyTo: whileOpen((path) => copyDatabase(database, path, text.unsaved())),
    close,
  }
}

/** Opens a project file. Fails with one of the `file-…` codes, and then leaves the file as it was. */
export const openProject = (path: string, clock: Clock): OpenProject => {
  const { database, state } = openFile(resolve(path))
  return projectOver(database, state, clock)
}

/** Makes a project file with these records and opens it. Throws `file-exists` where anything stands: it is kept. */
export const createProject = (path: string, records: readonly AnyRecord[], clock: Clock): OpenProject => {
  createFile(resolve(path), records.map(readRecord))
  return openProject(path, clock)
}
