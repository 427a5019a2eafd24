import { pathToFileURL } from 'node:url'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { inUse, missing, unwritable, whileReading, whileWriting } from './file-errors.ts'
import { identityOf } from './file-identity.ts'

export type Row = Readonly<Record<string, SQLOutputValue>>

/** One open SQLite file. What it throws is an AppError, save what the work inside a transaction throws itself. */
export type Database = {
  readonly path: string
  readonly identity: string
  readonly run: (sql: string, ...values: readonly SQLInputValue[]) => void
  readonly all: (sql: string, ...values: readonly SQLInputValue[]) => readonly Row[]
  /** Runs several statements at once. */
  readonly script: (sql: string) => void
  /** All of the work or nothing of it. */
  readonly transaction: <Result>(work: () => Result) => Result
  /** From here on every commit is on the disk before `transaction` returns. Writes the file's journal mode. */
  readonly makeDurable: () => void
  /** Moves everything from the journal into the file, so that the file alone is whole. */
  readonly checkpoint: () => void
  readonly close: () => void
}

// Closing any descriptor of a file drops this process's locks on it (POSIX), so a file that is open here must never
// be opened by other means: this set is asked before.
const openHere = new Set<string>()

/** Whether this process holds the file open. */
export const isOpenHere = (path: string): boolean => openHere.has(identityOf(path) ?? '')

const guards = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA checkpoint_fullfsync = ON;
`

const rollBack = (sqlite: DatabaseSync): void => {
  if (!sqlite.isTransaction) return
  try {
    sqlite.exec('ROLLBACK')
  } catch {
    // SQLite rolls back by itself when the disk fails; the first error says more than this one.
  }
}

const access = (sqlite: DatabaseSync, path: string) => {
  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? sqlite.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const writing = <Result>(act: () => Result): Result => {
    try {
      return act()
    } catch (error) {
      throw whileWriting(error, path)
    }
  }
  const run: Database['run'] = (sql, ...values) => {
    writing(() => prepared(sql).run(...values))
  }
  const all: Database['all'] = (sql, ...values) => {
    try {
      return prepared(sql).all(...values)
    } catch (error) {
      throw whileReading(error, path)
    }
  }
  const transaction: Database['transaction'] = (work) => {
    run('BEGIN IMMEDIATE')
    try {
      const result = work()
      run('COMMIT')
      return result
    } catch (error) {
      rollBack(sqlite)
      throw error
    }
  }
  const script = (sql: string): void => writing(() => sqlite.exec(sql))
  const makeDurable = (): void => {
    const mode = writing(() => prepared('PRAGMA journal_mode = WAL').get()?.['journal_mode'])
    if (mode !== 'wal') throw unwritable(path, `its journal is ${String(mode)}`)
  }
  return { run, all, transaction, script, makeDurable }
}

const overSqlite = (sqlite: DatabaseSync, path: string, identity: string): Database => {
  const accessors = access(sqlite, path)
  return {
    path,
    identity,
    ...accessors,
    checkpoint: () => accessors.run('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => {
      openHere.delete(identity)
      sqlite.close()
    },
  }
}

/** Opens a file that exists and locks it at the first read; reading alone changes nothing in it. */
export const openDatabase = (path: string): Database => {
  const identity = identityOf(path)
  if (identity === null) throw missing(path)
  if (openHere.has(identity)) throw inUse(path)
  const address = pathToFileURL(path)
  address.searchParams.set('mode', 'rw')
  let sqlite: DatabaseSync | null = null
  try {
    sqlite = new DatabaseSync(address, { timeout: 200 })
    sqlite.exec(guards)
    openHere.add(identity)
    return overSqlite(sqlite, path, identity)
  } catch (error) {
    sqlite?.close()
    throw whileReading(error, path)
  }
}

/** A database that lives in memory alone and ends when it is closed. */
export const memoryDatabase = (): Database => overSqlite(new DatabaseSync(':memory:'), ':memory:', ':memory:')
