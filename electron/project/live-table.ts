import { crc32 } from 'node:zlib'
import type { TextPart } from '../../shared/project-state.ts'
import type { Database, Row } from './database.ts'
import { unreadable } from './file-errors.ts'

/** The side table: letters of drafts that still stream, in pieces, so that saving costs only what is new. */
export type LiveTable = {
  /** The text of each draft, put together from its pieces. */
  readonly load: () => ReadonlyMap<string, string>
  readonly add: (part: TextPart) => void
  readonly remove: (draft: string) => void
}

const letters = (path: string, { draft, at, sum, json }: Row): string => {
  try {
    const text: unknown =
      typeof json === 'string' && crc32(json, Number(at)) === sum ? JSON.parse(json) : null
    if (typeof text === 'string') return text
  } catch (error) {
    throw unreadable(path, `the unsaved text of ${String(draft)} is damaged`, error)
  }
  throw unreadable(path, `the unsaved text of ${String(draft)} is damaged`)
}

/** The table over an open database whose schema has been checked. */
export const createLiveTable = (database: Database): LiveTable => {
  const remove = (draft: string): void => database.run('DELETE FROM live_text WHERE draft = ?', draft)
  return {
    load: () => {
      const live = new Map<string, string>()
      for (const row of database.all('SELECT draft, at, sum, json FROM live_text ORDER BY position')) {
        const draft = String(row['draft'])
        const before = (live.get(draft) ?? '').slice(0, Number(row['at']))
        live.set(draft, before + letters(database.path, row))
      }
      return live
    },
    add: ({ draft, at, text }) => {
      if (at === 0) remove(draft)
      // As JSON, since half a surrogate pair would not outlive UTF-8.
      const json = JSON.stringify(text)
      const insert = 'INSERT INTO live_text (draft, at, sum, json) VALUES (?, ?, ?, ?)'
      database.run(insert, draft, at, crc32(json, at), json)
    },
    remove,
  }
}
