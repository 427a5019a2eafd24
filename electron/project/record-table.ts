import { crc32 } from 'node:zlib'
import { ZodError } from 'zod'
import { kindOf, readRecord, type AnyRecord, type RecordKind, type RecordOf } from '../../shared/records.ts'
import type { Database, Row } from './database.ts'
import { unreadable } from './file-errors.ts'

/** All saved records of a project, each one row: those of the state, and those on the shelf. */
export type RecordTable = {
  /** The records of the state, kind by kind, each in the order they came. Throws `file-unreadable` if a single one is damaged. */
  readonly load: () => readonly AnyRecord[]
  readonly find: (id: string) => AnyRecord | null
  /** The shelved records of a kind, oldest first; of one section if it is named. */
  readonly shelved: <Kind extends RecordKind>(kind: Kind, section?: string) => readonly RecordOf<Kind>[]
  /** Saves a record as the newest of all, in place of one with its id. */
  readonly add: (record: AnyRecord, onShelf: boolean) => void
  /** Saves a record where one with its id stands; it keeps its place and stays in the state or on the shelf. */
  readonly replace: (record: AnyRecord) => void
  readonly remove: (id: string) => void
}

const columns = 'id, kind, section, sum, json'
const sectionOf = (record: AnyRecord): string | null => ('section' in record ? record.section : null)

const reasonOf = (error: unknown): string => {
  const [issue] = error instanceof ZodError ? error.issues : []
  if (issue) return `${issue.path.join('.')}: ${issue.message}`
  return error instanceof Error ? error.message : String(error)
}

const readRow = (path: string, { id, kind, section, sum, json }: Row): AnyRecord => {
  try {
    if (typeof json !== 'string' || crc32(json) !== sum) throw new Error('its checksum differs')
    const record = readRecord(JSON.parse(json))
    if (record.id !== id || kindOf(record.id) !== kind || sectionOf(record) !== section)
      throw new Error('it stands under another name')
    return record
  } catch (error) {
    throw unreadable(path, `the record ${String(id)} is not valid (${reasonOf(error)})`, error)
  }
}

const isOf = <Kind extends RecordKind>(record: AnyRecord, kind: Kind): record is RecordOf<Kind> & AnyRecord =>
  kindOf(record.id) === kind

/** The table over an open database whose schema has been checked. */
export const createRecordTable = (database: Database): RecordTable => {
  const read = (row: Row): AnyRecord => readRow(database.path, row)
  const load = (): readonly AnyRecord[] =>
    database.all(`SELECT ${columns} FROM record WHERE on_shelf = 0 ORDER BY kind, position`).map(read)
  const shelved = <Kind extends RecordKind>(kind: Kind, section?: string): readonly RecordOf<Kind>[] => {
    const shelf = `SELECT ${columns} FROM record WHERE on_shelf = 1 AND kind = ?`
    const rows = section
      ? database.all(`${shelf} AND section = ? ORDER BY position`, kind, section)
      : database.all(`${shelf} ORDER BY position`, kind)
    return rows.map(read).filter((record) => isOf(record, kind))
  }
  return {
    load,
    shelved,
    find: (id) => database.all(`SELECT ${columns} FROM record WHERE id = ?`, id).map(read)[0] ?? null,
    add: (record, onShelf) => {
      const json = JSON.stringify(record)
      const insert = `INSERT OR REPLACE INTO record (${columns}, on_shelf) VALUES (?, ?, ?, ?, ?, ?)`
      const kind = kindOf(record.id)
      database.run(insert, record.id, kind, sectionOf(record), crc32(json), json, onShelf ? 1 : 0)
    },
    replace: (record) => {
      const json = JSON.stringify(record)
      const update = 'UPDATE record SET section = ?, sum = ?, json = ? WHERE id = ?'
      database.run(update, sectionOf(record), crc32(json), json, record.id)
    },
    remove: (id) => database.run('DELETE FROM record WHERE id = ?', id),
  }
}
