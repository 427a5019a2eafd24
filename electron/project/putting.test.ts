import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ProjectEvent } from '../../shared/project-state.ts'
import { createFile, openFile } from './open-file.ts'
import { openProject, projectOver, type Change, type OpenProject } from './project.ts'
import { draft, manualClock, memory, sampleProject, testFolder } from './testing/samples.ts'

const opened = () => {
  const path = join(testFolder(), 'harbour.longhand')
  createFile(path, [sampleProject])
  const { database, state } = openFile(path)
  let commits = 0
  const project = projectOver(
    {
      ...database,
      transaction: (work) => {
        commits += 1
        return database.transaction(work)
      },
    },
    state,
    manualClock(),
  )
  const events: ProjectEvent[] = []
  project.subscribe((event) => events.push(event))
  const fill = () => database.all(`PRAGMA max_page_count = 1`)
  return { path, project, events, fill, commits: () => commits }
}

/** A change that is named after how many drafts it finds. */
const counted = ({ putSoon }: OpenProject): Promise<void> =>
  putSoon(({ draft: { size } }): Change => ({ put: [draft(String(size))] }))

test('changes put soon are one commit, each made on what those before it left, and told in order', async () => {
  const { project, events, commits, path } = opened()
  const all = [counted(project), counted(project), counted(project)]
  expect([project.state().draft.size, commits()]).toEqual([0, 0])
  await Promise.all(all)
  expect(commits()).toBe(1)
  expect(events).toEqual(
    ['0', '1', '2'].map((name, i) => ({ type: 'change', seq: i + 1, put: [draft(name)], remove: [] })),
  )
  project.close()
  const again = openProject(path, manualClock())
  expect([...again.state().draft.keys()]).toEqual(['draft:0', 'draft:1', 'draft:2'])
  again.close()
})

test('one that is put at once goes before those that wait', async () => {
  const { project } = opened()
  const soon = counted(project)
  project.put({ put: [draft('now')] })
  await soon
  expect([...project.state().draft.keys()]).toEqual(['draft:now', 'draft:1'])
  project.close()
})

test('a change that cannot be made fails alone', async () => {
  const { project } = opened()
  const settled = await Promise.allSettled([
    counted(project),
    project.putSoon(() => {
      throw new Error('no change')
    }),
    project.putSoon(() => ({ put: [draft('bad', { round: -1 })] })),
    counted(project),
  ])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect([...project.state().draft.keys()]).toEqual(['draft:0', 'draft:1'])
  project.close()
})

test('where the disk refuses all of them fail, and nothing changes', async () => {
  const { project, events, fill } = opened()
  const before = project.state()
  fill()
  const long = memory('Ann', 'tall '.repeat(100_000))
  const settled = await Promise.allSettled([counted(project), project.putSoon(() => ({ put: [long] }))])
  const unwritable = { status: 'rejected', reason: expect.objectContaining({ code: 'file-unwritable' }) }
  expect(settled).toEqual([unwritable, unwritable])
  expect([project.state(), events]).toEqual([before, []])
  project.close()
})

test('closing saves what waits', async () => {
  const { project, path } = opened()
  const soon = counted(project)
  project.close()
  await soon
  const again = openProject(path, manualClock())
  expect([...again.state().draft.keys()]).toEqual(['draft:0'])
  again.close()
})
