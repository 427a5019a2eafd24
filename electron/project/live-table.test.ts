import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFile, openFile } from './open-file.ts'
import { projectOver } from './project.ts'
import { draft, manualClock, sampleProject, testFolder } from './testing/samples.ts'

const opened = () => {
  const path = join(testFolder(), 'harbour.longhand')
  createFile(path, [sampleProject, draft('s', { standing: 'streaming', text: '' })])
  const { database, state } = openFile(path)
  return { database, project: projectOver(database, state, manualClock()) }
}

test('a flush saves only what is new, and starting anew drops what was saved', () => {
  const { database, project } = opened()
  const pieces = () =>
    database.all('SELECT at, json FROM live_text ORDER BY position').map((row) => ({ ...row }))
  const write = (at: number, text: string): void => {
    project.write({ draft: 'draft:s', at, text })
    project.flush()
  }
  write(0, 'One ')
  write(4, 'two ')
  project.flush()
  write(6, 'ice')
  expect(pieces()).toEqual([
    { at: 0, json: '"One "' },
    { at: 4, json: '"two "' },
    { at: 6, json: '"ice"' },
  ])
  expect(project.state().live.get('draft:s')).toBe('One twice')
  write(0, 'Anew')
  expect(pieces()).toEqual([{ at: 0, json: '"Anew"' }])
  project.close()
})

test('a transaction whose work throws is undone, and the next one succeeds', () => {
  const { database, project } = opened()
  const work = (): never => {
    database.run('DELETE FROM record')
    throw new Error('a bug')
  }
  expect(() => database.transaction(work)).toThrow('a bug')
  project.put({ put: [draft('a')] })
  expect(database.all('SELECT id FROM record ORDER BY position').map(({ id }) => id)).toEqual([
    'project:1',
    'draft:s',
    'draft:a',
  ])
  project.close()
})
