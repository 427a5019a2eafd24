import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyEvent, stateOf, type ProjectEvent } from '../../shared/project-state.ts'
import { createProject, openProject, type OpenProject } from './project.ts'
import { body, draft, manualClock, memory, namesIn, sampleProject, testFolder } from './testing/samples.ts'

const open = (clock = manualClock()) => {
  const path = join(testFolder(), 'harbour.longhand')
  const project = createProject(path, [sampleProject], clock)
  const events: ProjectEvent[] = []
  project.subscribe((event) => events.push(event))
  return { path, project, events, clock }
}

const reopened = (project: OpenProject): OpenProject => {
  project.close()
  return openProject(project.path, manualClock())
}

const streaming = (name: string) => draft(name, { standing: 'streaming', text: '' })

test('a new project holds the records it was made with, in one file once closed', () => {
  const { path, project } = open()
  expect(project.state()).toEqual(stateOf([sampleProject]))
  project.close()
  expect(namesIn(join(path, '..'))).toEqual(['harbour.longhand'])
})

test('put, shelve and remove reach the state, the listeners and the file', () => {
  const { project, events } = open()
  project.put({ put: [draft('a'), draft('b'), memory('Ann')], shelve: [body('1')] })
  project.put({ put: [draft('c')], shelve: [draft('a', { standing: 'superseded' })], remove: ['memory:Ann'] })
  project.put({ shelve: [body('2')] })
  project.put({})
  expect(events).toEqual([
    { type: 'change', seq: 1, put: [draft('a'), draft('b'), memory('Ann')], remove: [] },
    { type: 'change', seq: 2, put: [draft('c')], remove: ['memory:Ann', 'draft:a'] },
  ])
  const again = reopened(project)
  expect(again.state()).toEqual(stateOf([sampleProject, draft('b'), draft('c')]))
  expect(again.shelf('draft:a')).toEqual(draft('a', { standing: 'superseded' }))
  expect(again.shelf('draft:b')).toEqual(draft('b'))
  expect(again.shelf('memory:Ann')).toBeNull()
  expect(again.shelved('body')).toEqual([body('1'), body('2')])
  again.close()
})

test('the shelf is read by kind and section, oldest first', () => {
  const { project } = open()
  const old = (name: string, section: 'section:1' | 'section:2') =>
    draft(name, { section, standing: 'superseded' })
  project.put({ shelve: [old('a', 'section:1'), old('b', 'section:2'), old('c', 'section:1'), body('1')] })
  expect(project.shelved('draft', 'section:1').map(({ id }) => id)).toEqual(['draft:a', 'draft:c'])
  expect(project.shelved('draft').map(({ id }) => id)).toEqual(['draft:a', 'draft:b', 'draft:c'])
  expect(project.shelved('memory')).toEqual([])
  project.close()
})

test('a record that is not valid changes nothing', () => {
  const { project, events } = open()
  expect(() => project.put({ put: [draft('a'), { ...draft('b'), round: -1 }] })).toThrow(/round/)
  expect(events).toEqual([])
  expect(project.shelf('draft:a')).toBeNull()
  project.close()
})

test('letters of all drafts are held 50 ms and come as one event', () => {
  const { project, events, clock } = open()
  project.put({ put: [streaming('a'), streaming('b')] })
  events.length = 0
  project.write({ draft: 'draft:a', at: 0, text: 'One ' })
  project.write({ draft: 'draft:b', at: 0, text: 'Three' })
  project.write({ draft: 'draft:a', at: 4, text: 'two' })
  clock.advance(49)
  expect(events).toEqual([])
  clock.advance(1)
  project.write({ draft: 'draft:a', at: 3, text: '!' })
  project.write({ draft: 'draft:b', at: 0, text: 'Four' })
  clock.advance(50)
  expect(events).toEqual([
    {
      type: 'text',
      seq: 2,
      parts: [
        { draft: 'draft:a', at: 0, text: 'One two' },
        { draft: 'draft:b', at: 0, text: 'Three' },
      ],
    },
    {
      type: 'text',
      seq: 3,
      parts: [
        { draft: 'draft:a', at: 3, text: '!' },
        { draft: 'draft:b', at: 0, text: 'Four' },
      ],
    },
  ])
  const again = reopened(project)
  expect([...again.state().live]).toEqual([
    ['draft:a', 'One!'],
    ['draft:b', 'Four'],
  ])
  again.close()
})

test('letters are on the disk after 500 ms, half a surrogate pair included', () => {
  const { project, clock } = open()
  project.put({ put: [streaming('a')] })
  const [high, low] = ['\ud83d', '\ude00']
  project.write({ draft: 'draft:a', at: 0, text: `A${high}` })
  clock.advance(500)
  project.write({ draft: 'draft:a', at: 2, text: `${low}\0B` })
  clock.advance(500)
  const copy = join(project.path, '..', 'copy.longhand')
  project.copyTo(copy)
  const other = openProject(copy, manualClock())
  expect(other.state().live).toEqual(new Map([['draft:a', 'A😀\0B']]))
  other.close()
  project.close()
})

test('an ended draft loses its live text, and late letters for it are dropped', () => {
  const { project, events, clock } = open()
  project.put({ put: [streaming('a'), streaming('b')] })
  project.write({ draft: 'draft:a', at: 0, text: 'One' })
  project.write({ draft: 'draft:b', at: 0, text: 'Two' })
  project.flush()
  project.put({ put: [draft('a', { text: 'One' })], shelve: [draft('b', { standing: 'partial' })] })
  project.write({ draft: 'draft:a', at: 3, text: ' more' })
  clock.advance(1000)
  expect(events.map(({ type }) => type)).toEqual(['change', 'text', 'change'])
  const again = reopened(project)
  again.put({ put: [streaming('a'), streaming('b')] })
  const once = reopened(again)
  expect(once.state().live).toEqual(new Map())
  once.close()
})

test('a listener hears what came after it, in order, also what it causes itself', () => {
  const { project } = open()
  const heard: string[] = []
  const hear = (name: string) => (event: ProjectEvent) =>
    heard.push(`${name}${event.type === 'notice' ? event.sentence : event.seq}`)
  project.subscribe((event) => {
    if (event.type === 'change' && event.seq === 1) {
      project.put({ put: [draft('b')] })
      project.subscribe(hear('late'))
      project.notice('Look', 'here')
    }
  })
  const leave = project.subscribe(hear('early'))
  project.put({ put: [draft('a')] })
  leave()
  project.put({ put: [draft('c')] })
  expect(heard).toEqual(['early1', 'early2', 'earlyLook', 'lateLook', 'late3'])
  project.close()
})

test('a listener that left while an event was on its way does not hear it', () => {
  const { project, events } = open()
  const heard: string[] = []
  project.subscribe(() => leave())
  const leave = project.subscribe((event) => heard.push(event.type))
  project.put({ put: [draft('a')] })
  expect([heard, events.length]).toEqual([[], 1])
  project.close()
})

test('events applied to the first state give the last', () => {
  const { project, events, clock } = open()
  const first = project.state()
  project.put({ put: [streaming('a')] })
  project.write({ draft: 'draft:a', at: 0, text: 'One' })
  clock.advance(50)
  expect(events.reduce(applyEvent, first)).toEqual(project.state())
  project.close()
})

test('a closed project leaves no timer, closes twice in peace and refuses the rest', () => {
  const { project, clock } = open()
  project.put({ put: [streaming('a')] })
  project.write({ draft: 'draft:a', at: 0, text: 'One' })
  project.close()
  project.close()
  expect(clock.waiting()).toBe(0)
  expect(() => project.put({})).toThrow(/is closed/)
  expect(() => project.write({ draft: 'draft:a', at: 3, text: '.' })).toThrow(/is closed/)
})

test('a copy holds all, unsaved letters included, and overwrites nothing', () => {
  const { project, path } = open()
  project.put({ put: [streaming('a')], shelve: [body('1')] })
  project.write({ draft: 'draft:a', at: 0, text: 'Unsaved' })
  const copy = join(path, '..', 'copy.longhand')
  project.copyTo(copy)
  expect(() => project.copyTo(copy)).toThrow(/exists already/)
  const other = openProject(copy, manualClock())
  expect(other.state()).toEqual({
    ...stateOf([sampleProject, streaming('a')]),
    live: new Map([['draft:a', 'Unsaved']]),
  })
  expect(other.shelf('body:1')).toEqual(body('1'))
  other.close()
  project.close()
  expect(namesIn(join(path, '..'))).toEqual(['copy.longhand', 'harbour.longhand'])
})
