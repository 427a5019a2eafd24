import { readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ProjectEvent } from '../../shared/project-state.ts'
import { createFile, openFile } from './open-file.ts'
import { createProject, openProject, projectOver } from './project.ts'
import { draft, manualClock, memory, sampleProject, testFolder } from './testing/samples.ts'

const long = 'The tide went out. '.repeat(20_000)
const streaming = draft('s', { standing: 'streaming', text: '' })

const onSmallDisk = () => {
  const path = join(testFolder(), 'harbour.longhand')
  createFile(path, [sampleProject, draft('a'), streaming])
  const { database, state } = openFile(path)
  const pages = Number(database.all('PRAGMA page_count')[0]?.['page_count'])
  const limit = (count: number) => database.all(`PRAGMA max_page_count = ${count}`)
  const clock = manualClock()
  const project = projectOver(database, state, clock)
  const events: ProjectEvent[] = []
  project.subscribe((event) => events.push(event))
  return { path, project, clock, events, fill: () => limit(pages), empty: () => limit(1_000_000) }
}

const unwritable = expect.objectContaining({ code: 'file-unwritable' }) as Error

test('on a full disk a put changes nothing, and once there is room it succeeds', () => {
  const { project, path, events, fill, empty } = onSmallDisk()
  const before = project.state()
  fill()
  const change = { put: [memory('Ann'), draft('b', { text: long })], remove: ['draft:a'] }
  expect(() => project.put(change)).toThrow(/disk is full/)
  expect(project.state()).toBe(before)
  expect(events).toEqual([])
  expect([project.shelf('draft:a'), project.shelf('draft:b')]).toEqual([draft('a'), null])
  empty()
  project.put(change)
  project.close()
  const again = openProject(path, manualClock())
  expect([...again.state().draft.keys()]).toEqual(['draft:s', 'draft:b'])
  again.close()
})

test('on a full disk letters stay in memory, one notice says so, and they are saved once there is room', () => {
  const { project, path, clock, events, fill, empty } = onSmallDisk()
  fill()
  project.write({ draft: 'draft:s', at: 0, text: long })
  clock.advance(2_000)
  expect(events.map(({ type }) => type)).toEqual(['text', 'notice'])
  expect(() => project.flush()).toThrow(unwritable)
  const copy = join(path, '..', 'copy.longhand')
  project.copyTo(copy)
  empty()
  clock.advance(500)
  expect(clock.waiting()).toBe(0)
  project.close()
  for (const each of [path, copy]) {
    const again = openProject(each, clock)
    expect(again.state().live).toEqual(new Map([['draft:s', long]]))
    again.close()
  }
})

test('closing on a full disk says what was lost, and closes', () => {
  const { project, path, clock, fill } = onSmallDisk()
  fill()
  project.write({ draft: 'draft:s', at: 0, text: long })
  expect(() => project.close()).toThrow(unwritable)
  expect(clock.waiting()).toBe(0)
  openProject(path, clock).close()
})

const opened = () => {
  const folder = testFolder()
  const path = join(folder, 'harbour.longhand')
  const clock = manualClock()
  const project = createProject(path, [sampleProject, streaming], clock)
  project.put({ put: [draft('a')] })
  clock.advance(1_000)
  return { folder, path, clock, project }
}

test('a file that was taken away is missed before the next write; brought back, it is written again', () => {
  const { project, path, clock } = opened()
  const before = project.state()
  renameSync(path, `${path}.away`)
  expect(() => project.put({ put: [draft('b')] })).toThrow(/no longer there/)
  expect(project.state()).toBe(before)
  const away = openProject.bind(null, `${path}.away`, clock)
  expect(away).toThrow(/open already/)
  renameSync(`${path}.away`, path)
  project.put({ put: [draft('b')] })
  project.close()
  const again = openProject(path, clock)
  expect([...again.state().draft.keys()]).toEqual(['draft:s', 'draft:a', 'draft:b'])
  again.close()
})

test('a file put in its place is neither written nor harmed', () => {
  const { project, path, clock, folder } = opened()
  const other = join(folder, 'other.longhand')
  createProject(other, [{ ...sampleProject, title: 'Other' }], clock).close()
  const bytes = readFileSync(other)
  renameSync(other, path)
  expect(() => project.put({ put: [draft('b')] })).toThrow(/another file/)
  expect(statSync(`${path}-wal`).size).toBe(0)
  project.write({ draft: 'draft:s', at: 0, text: 'Kept' })
  const copy = join(folder, 'copy.longhand')
  project.copyTo(copy)
  expect(() => project.close()).toThrow(unwritable)
  expect(readFileSync(path).equals(bytes)).toBe(true)
  const titles = [path, copy].map((each) => {
    const again = openProject(each, clock)
    const found = [again.state().project.get('project:1')?.title, [...again.state().live.values()]]
    again.close()
    return found
  })
  expect(titles).toEqual([
    ['Other', []],
    ['Harbour', ['Kept']],
  ])
})
