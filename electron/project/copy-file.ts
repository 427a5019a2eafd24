import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { TextPart } from '../../shared/project-state.ts'
import { openDatabase, type Database } from './database.ts'
import { whileWriting } from './file-errors.ts'
import { createLiveTable } from './live-table.ts'
import { placeNew } from './new-file.ts'

const addText = (path: string, parts: readonly TextPart[]): void => {
  const database = openDatabase(path)
  try {
    const live = createLiveTable(database)
    database.transaction(() => parts.forEach(live.add))
  } finally {
    database.close()
  }
}

// A disk that refuses is the copy's, not the project's.
const copyPages = (database: Database, path: string): void => {
  try {
    database.run('VACUUM INTO ?', path)
  } catch (error) {
    const refused = error instanceof AppError && error.code === 'file-unwritable'
    throw refused ? whileWriting(error.cause, path) : error
  }
}

/**
 * Writes all that an open project holds to a new file, with letters that the project's own disk has not taken yet.
 * Never overwrites.
 */
export const copyDatabase = (database: Database, path: string, unsaved: readonly TextPart[] = []): void =>
  placeNew(path, (passing) => {
    copyPages(database, passing)
    if (unsaved.length > 0) addText(passing, unsaved)
  })

/** Keeps a copy beside a file before its tables change, under the first free name; gives that name. */
export const keepCopy = (database: Database, version: number): string => {
  const { path } = database
  const stem = join(dirname(path), basename(path, extname(path)))
  for (let n = 1; ; n += 1) {
    const copy = `${stem}.version-${version}${n > 1 ? `-${n}` : ''}${extname(path)}`
    try {
      copyDatabase(database, copy)
      return copy
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'file-exists')) throw error
    }
  }
}
