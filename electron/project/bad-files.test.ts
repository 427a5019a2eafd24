import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { openDatabase } from './database.ts'
import { applicationId, migrations } from './migrations.ts'
import { createProject, openProject } from './project.ts'
import { body, draft, manualClock, namesIn, sampleProject, testFolder } from './testing/samples.ts'

const clock = manualClock()

/** Runs SQL on a file without any of a project's checks. */
const tamper = (path: string, sql: string): void => {
  const database = openDatabase(path)
  database.script(sql)
  database.checkpoint()
  database.close()
}

const sound = (path: string): void => {
  const project = createProject(path, [sampleProject, draft('a')], clock)
  const shelve = Array.from({ length: 20 }, (_, i) => body(String(i), 'Reply. '.repeat(400)))
  project.put({ put: [draft('b', { standing: 'streaming', text: '' })], shelve })
  project.write({ draft: 'draft:b', at: 0, text: 'Letters' })
  project.close()
}

const tampered = (sql: string) => (path: string) => {
  sound(path)
  tamper(path, sql)
}

const foreign = (sql: string) => (path: string) => {
  writeFileSync(path, '')
  tamper(path, sql)
}

const schema = (path: string): string => {
  sound(path)
  const database = openDatabase(path)
  const rows = database.all('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')
  database.close()
  return rows.map(({ sql }) => `${String(sql)};`).join('\n')
}

/** A file with a project's numbers and nearly its tables. */
const altered = (from: string, to: string) => (path: string) => {
  const sql = schema(`${path}.model`).replace(from, to)
  foreign(`${sql} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length};`)(
    path,
  )
}

const withJson = (id: string, json: string) =>
  tampered(`UPDATE record SET json = '${json}', sum = ${crc32(json)} WHERE id = '${id}'`)

/** One entry less in the index by which the state is read. */
const shortIndex = (path: string): void => {
  sound(path)
  const database = openDatabase(path)
  const [row] = database.all(`SELECT rootpage FROM sqlite_schema WHERE name = 'record_state'`)
  database.close()
  const bytes = readFileSync(path)
  const cells = (Number(row?.['rootpage']) - 1) * 4096 + 3
  bytes.writeUInt16BE(bytes.readUInt16BE(cells) - 1, cells)
  writeFileSync(path, bytes)
}

const trigger = 'CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END'
const view = `CREATE VIEW v AS SELECT load_extension('evil')`
const reseal = (id: string): string => JSON.stringify({ ...sampleProject, id })

const cases: readonly (readonly [string, (path: string) => void, ErrorCode, RegExp])[] = [
  ['nothing', () => {}, 'file-missing', /no file/],
  ['a folder', (path) => mkdirSync(path), 'file-not-project', /not a file/],
  ['an empty file', (path) => writeFileSync(path, ''), 'file-not-project', /another format/],
  ['a text', (path) => writeFileSync(path, '# Brief\n'.repeat(99)), 'file-not-project', /another format/],
  ['a foreign database', foreign('CREATE TABLE t (a)'), 'file-not-project', /another program/],
  ['no version', tampered('PRAGMA user_version = 0'), 'file-not-project', /no version/],
  ['a later version', tampered('PRAGMA user_version = 99'), 'file-newer', /newer Longhand/],
  ['a trigger', tampered(trigger), 'file-not-project', /tables were changed/],
  ['a view', tampered(view), 'file-not-project', /tables were changed/],
  ['one more table', tampered('CREATE TABLE extra (a)'), 'file-not-project', /tables were changed/],
  ['one index less', tampered('DROP INDEX record_state'), 'file-not-project', /tables were changed/],
  ['a default', altered('json TEXT NOT NULL', 'json TEXT NOT NULL DEFAULT 1'), 'file-not-project', /tables/],
  ['a check', altered('id TEXT NOT NULL', 'id TEXT NOT NULL CHECK (abs(1))'), 'file-not-project', /tables/],
  ['a header alone', (path) => (sound(path), truncateSync(path, 100)), 'file-unreadable', /damaged/],
  ['one page', (path) => (sound(path), truncateSync(path, 4096)), 'file-unreadable', /damaged/],
  [
    'half',
    (path) => (sound(path), truncateSync(path, statSync(path).size >> 1)),
    'file-unreadable',
    /damaged/,
  ],
  ['a short index', shortIndex, 'file-unreadable', /damaged/],
  ['no JSON', withJson('draft:a', '{'), 'file-unreadable', /draft:a is not valid/],
  [
    'a missing field',
    withJson('draft:a', '{"id":"draft:a"}'),
    'file-unreadable',
    /draft:a is not valid \(section: /,
  ],
  [
    'a false name',
    withJson('draft:a', JSON.stringify(draft('c'))),
    'file-unreadable',
    /draft:a is not valid/,
  ],
  ['an unknown kind', withJson('project:1', reseal('fiend:1')), 'file-unreadable', /project:1 is not valid/],
  ['a false sum', tampered('UPDATE record SET sum = 1'), 'file-unreadable', /checksum/],
  [
    'false letters',
    tampered(`UPDATE live_text SET json = '"x"'`),
    'file-unreadable',
    /unsaved text of draft:b/,
  ],
]

const hashOf = (path: string): string | null =>
  statSync(path, { throwIfNoEntry: false })?.isFile()
    ? createHash('sha256').update(readFileSync(path)).digest('hex')
    : null

const failure = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  return null
}

test.each(cases)('%s is refused and left as it was', (_, make, code, sentence) => {
  const folder = testFolder()
  const path = join(folder, 'harbour.longhand')
  make(path)
  const before = [hashOf(path), namesIn(folder)]
  const error = failure(() => openProject(path, clock))
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) as unknown })
  expect([hashOf(path), namesIn(folder)]).toEqual(before)
})

test('a file that is open is not opened again, and what stands is not overwritten', () => {
  const folder = testFolder()
  const path = join(folder, 'harbour.longhand')
  const project = createProject(path, [sampleProject], clock)
  expect(failure(() => openProject(path, clock))).toMatchObject({ code: 'file-in-use' })
  expect(failure(() => createProject(path, [], clock))).toMatchObject({ code: 'file-exists' })
  project.put({ put: [draft('a')] })
  project.close()
  openProject(path, clock).close()
  expect(failure(() => createProject(path, [], clock))).toMatchObject({ code: 'file-exists' })
  writeFileSync(join(folder, 'lost.longhand-wal'), 'somebody’s last words')
  expect(failure(() => createProject(join(folder, 'lost.longhand'), [], clock))).toMatchObject({
    code: 'file-exists',
  })
  const nowhere = join(folder, 'no', 'x.longhand')
  expect(failure(() => createProject(nowhere, [], clock))).toMatchObject({ code: 'file-unwritable' })
  expect(namesIn(folder)).toEqual(['harbour.longhand', 'lost.longhand-wal'])
})

/** Park and Miller's generator, for places that are the same in every run. */
const seeded = (seed: number) => {
  let last = seed
  return (below: number): number => {
    last = (last * 48_271) % 2_147_483_647
    return last % below
  }
}

test('a flipped byte is either found or harmless, wherever it stands', () => {
  const folder = testFolder()
  const path = join(folder, 'harbour.longhand')
  sound(path)
  const bytes = readFileSync(path)
  const whole = openProject(path, clock)
  const ids = ['project:1', 'draft:a', 'draft:b', ...Array.from({ length: 20 }, (_, i) => `body:${i}`)]
  const wanted = new Map(ids.map((id) => [id, whole.shelf(id)]))
  const state = whole.state()
  whole.close()
  const random = seeded(7)
  const outcomes = new Set<string>()
  for (let n = 0; n < 50; n += 1) {
    const flipped = Buffer.from(bytes)
    const place = n < 10 ? random(200) : random(bytes.length)
    flipped[place] = (flipped[place] ?? 0) ^ (1 + random(255))
    const other = join(folder, `${n}.longhand`)
    writeFileSync(other, flipped)
    const error = failure(() => {
      const project = openProject(other, clock)
      expect(project.state()).toEqual(state)
      for (const id of ids) {
        const shelved = failure(() => expect(project.shelf(id)).toEqual(wanted.get(id)))
        expect(shelved === null || shelved instanceof AppError, String(shelved)).toBe(true)
      }
      project.close()
    })
    outcomes.add(error instanceof AppError ? error.code : String(error))
    if (error) expect(readFileSync(other).equals(flipped)).toBe(true)
  }
  expect([...outcomes].filter((code) => code !== 'null' && !code.startsWith('file-'))).toEqual([])
  expect(outcomes).toContain('file-unreadable')
})
