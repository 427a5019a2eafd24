import { memoryDatabase, type Database } from './database.ts'
import { newer, notProject } from './file-errors.ts'

/** "LONG": tells a project from any other SQLite file. */
export const applicationId = 0x4c4f4e47

/** Takes the tables from one version to the next, inside a transaction. */
export type Migration = (database: Database) => void

// `position` keeps the order in which records came; `sum` is the CRC-32 of the text beside it.
const first = `
CREATE TABLE record (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  section TEXT,
  on_shelf INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX record_state ON record (kind) WHERE on_shelf = 0;
CREATE INDEX record_shelf ON record (kind, section) WHERE on_shelf = 1;
CREATE TABLE live_text (
  position INTEGER PRIMARY KEY,
  draft TEXT NOT NULL,
  at INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX live_text_draft ON live_text (draft);
PRAGMA application_id = ${applicationId};
`

/** Every migration there has been, oldest first; the one at index n leads to version n + 1. Only ever appended to. */
export const migrations: readonly Migration[] = [(database) => database.script(first)]

/** Runs the migrations that a file at `version` lacks. The caller holds the transaction. */
export const migrate = (database: Database, version: number, list = migrations): void => {
  for (const migration of list.slice(version)) migration(database)
  database.script(`PRAGMA user_version = ${list.length}`)
}

const schemaOf = (database: Database): string =>
  JSON.stringify(database.all('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'))

const schemaAt = (version: number, list: readonly Migration[]): string => {
  const database = memoryDatabase()
  try {
    migrate(database, 0, list.slice(0, version))
    return schemaOf(database)
  } finally {
    database.close()
  }
}

/** Refuses a file that is not Longhand's or comes from a later version, by the numbers in its header. */
export const checkOrigin = (path: string, application: number, version: number, list = migrations): void => {
  if (application !== applicationId) throw notProject(path, 'another program made it')
  if (version > list.length) throw newer(path)
  if (version < 1) throw notProject(path, 'it has no version')
}

/**
 * The version of the file's tables. Refuses a file whose schema is not exactly what the migrations make, before
 * anything in it (trigger, view, default, check) can run.
 */
export const checkSchema = (database: Database, list = migrations): number => {
  const number = (pragma: string): number => Number(database.all(`PRAGMA ${pragma}`)[0]?.[pragma])
  const version = number('user_version')
  checkOrigin(database.path, number('application_id'), version, list)
  if (schemaOf(database) !== schemaAt(version, list))
    throw notProject(database.path, 'its tables were changed')
  return version
}
