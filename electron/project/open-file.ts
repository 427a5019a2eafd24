import { closeSync, openSync, rmSync } from 'node:fs'
import { stateOf, type ProjectState } from '../../shared/project-state.ts'
import type { AnyRecord } from '../../shared/records.ts'
import { standsOnShelf } from './change.ts'
import { keepCopy } from './copy-file.ts'
import { openDatabase, type Database } from './database.ts'
import { unreadable } from './file-errors.ts'
import { readHeader } from './file-header.ts'
import { createLiveTable } from './live-table.ts'
import { checkOrigin, checkSchema, migrate, migrations } from './migrations.ts'
import { placeNew } from './new-file.ts'
import { createRecordTable } from './record-table.ts'

/** A new project file with these records in it. Throws `file-exists` and changes nothing where one stands. */
export const createFile = (path: string, records: readonly AnyRecord[]): void =>
  placeNew(path, (passing) => {
    closeSync(openSync(passing, 'wx'))
    const database = openDatabase(passing)
    try {
      database.makeDurable()
      const table = createRecordTable(database)
      database.transaction(() => {
        migrate(database, 0)
        for (const record of records) table.add(record, standsOnShelf(record))
      })
      database.checkpoint()
    } finally {
      database.close()
    }
  })

// Reads the whole file, which is worth it: 40 ms for 90 MB, and no page is ever lost in silence.
const checkWhole = (database: Database): void => {
  const found = database.all('PRAGMA integrity_check(1)')[0]?.['integrity_check']
  if (found !== 'ok') throw unreadable(database.path, 'it is damaged', found)
}

const readState = (database: Database): ProjectState => {
  const state = stateOf(createRecordTable(database).load())
  const live = [...createLiveTable(database).load()]
  return { ...state, live: new Map(live.filter(([id]) => state.draft.get(id)?.standing === 'streaming')) }
}

const bringUp = (database: Database, version: number, list: typeof migrations): ProjectState => {
  const copy = keepCopy(database, version)
  try {
    return database.transaction(() => {
      migrate(database, version, list)
      return readState(database)
    })
  } catch (error) {
    rmSync(copy, { force: true })
    throw error
  }
}

/**
 * Opens a project file and reads its state. An older file is first copied beside itself, then brought up to date.
 * Throws `file-missing`, `-in-use`, `-not-project`, `-newer`, `-unreadable` or `-unwritable`, and then leaves the
 * file as it was.
 */
export const openFile = (
  path: string,
  list = migrations,
): { readonly database: Database; readonly state: ProjectState } => {
  const { application, version } = readHeader(path)
  checkOrigin(path, application, version, list)
  const database = openDatabase(path)
  try {
    const found = checkSchema(database, list)
    checkWhole(database)
    const state = found < list.length ? bringUp(database, found, list) : readState(database)
    database.makeDurable()
    return { database, state }
  } catch (error) {
    database.close()
    throw error
  }
}
