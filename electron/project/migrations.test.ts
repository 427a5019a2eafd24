import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordsOf, type ProjectState } from '../../shared/project-state.ts'
import { migrations, type Migration } from './migrations.ts'
import { openFile } from './open-file.ts'
import { createProject, openProject } from './project.ts'
import { draft, manualClock, namesIn, sampleProject, testFolder } from './testing/samples.ts'

const clock = manualClock()

const stoppedRun = {
  id: 'run:1',
  number: 1,
  status: 'stopped',
  model: 'practice',
  lanes: 1,
  approve: 'auto',
  setbacks: 0,
  startedAt: 1,
} as const

/** A file of version 1 with a stopped run and unsaved text in it. */
const versionOne = () => {
  const folder = testFolder()
  const path = join(folder, 'harbour.longhand')
  const streaming = draft('s', { standing: 'streaming', text: '' })
  const project = createProject(path, [sampleProject, stoppedRun, draft('a'), streaming], clock)
  project.write({ draft: 'draft:s', at: 0, text: 'Half a sen' })
  project.close()
  return { folder, path, before: seen(project.state()) }
}

const seen = (state: ProjectState) => ({ records: recordsOf(state), live: new Map(state.live) })

const opened = (path: string, list: readonly Migration[]) => {
  const { database, state } = openFile(path, list)
  database.close()
  return seen(state)
}

const addNotes: Migration = (database) =>
  database.script('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
const spoil: Migration = (database) => database.run(`UPDATE record SET json = '{}' WHERE id = 'draft:a'`)
const fail: Migration = () => {
  throw new Error('a bug')
}

test('an older file is brought up to date, with a copy of the old one beside it', () => {
  const { folder, path, before } = versionOne()
  const later = [...migrations, addNotes]
  expect(opened(path, later)).toEqual(before)
  expect(namesIn(folder)).toEqual(['harbour.longhand', 'harbour.version-1.longhand'])
  expect(opened(path, later)).toEqual(before)
  expect(() => openProject(path, clock)).toThrow(/newer Longhand/)
  const copy = join(folder, 'harbour.version-1.longhand')
  expect(opened(copy, migrations)).toEqual(before)
  expect(opened(copy, later)).toEqual(before)
  expect(namesIn(folder)).toEqual([
    'harbour.longhand',
    'harbour.version-1.longhand',
    'harbour.version-1.version-1.longhand',
  ])
})

test.each([
  ['fails', fail, /a bug/],
  ['spoils a record', spoil, /draft:a is not valid/],
])('a migration that %s changes nothing', (_, migration, message) => {
  const { folder, path, before } = versionOne()
  const bytes = readFileSync(path)
  expect(() => openFile(path, [...migrations, migration])).toThrow(message)
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(namesIn(folder)).toEqual(['harbour.longhand'])
  expect(opened(path, migrations)).toEqual(before)
})

test('a second copy takes the next free name', () => {
  const { folder, path } = versionOne()
  createProject(join(folder, 'harbour.version-1.longhand'), [sampleProject], clock).close()
  opened(path, [...migrations, addNotes])
  expect(namesIn(folder)).toEqual([
    'harbour.longhand',
    'harbour.version-1-2.longhand',
    'harbour.version-1.longhand',
  ])
})
