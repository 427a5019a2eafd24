import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyEvent, recordsOf, type ProjectState, type TextPart } from '../../shared/project-state.ts'
import type { AnyRecord } from '../../shared/records.ts'
import { createProject, openProject, type Change, type OpenProject } from './project.ts'
import { body, draft, manualClock, memory, sampleProject } from './testing/samples.ts'

type Act =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'write'; readonly part: TextPart }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'reopen' }

const name = fc.constantFrom('a', 'b', 'c', 'd')
const text = fc.string({ unit: fc.constantFrom('a', 'é', '\ud83d', '\ude00', '\0', '"', '\n'), maxLength: 6 })
const record: fc.Arbitrary<AnyRecord> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(name, text).map(([id, words]) => draft(id, { text: words })) },
  { weight: 3, arbitrary: name.map((id) => draft(id, { standing: 'streaming', text: '' })) },
  { weight: 2, arbitrary: fc.tuple(name, text).map(([id, fact]) => memory(id, fact)) },
  { weight: 1, arbitrary: fc.tuple(name, text).map(([id, reply]) => body(id, reply)) },
)
const records = fc.array(record, { maxLength: 3 })
const ids = fc.array(
  record.map(({ id }) => id),
  { maxLength: 2 },
)
const change = fc.record({ put: records, shelve: records, remove: ids }, { requiredKeys: [] })
const part = fc.record({ draft: name.map((id) => `draft:${id}` as const), at: fc.nat(12), text })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: change.map((each) => ({ type: 'change' as const, change: each })) },
  { weight: 6, arbitrary: part.map((each) => ({ type: 'write' as const, part: each })) },
  { weight: 2, arbitrary: fc.constantFrom(20, 50, 500).map((ms) => ({ type: 'wait' as const, ms })) },
  { weight: 1, arbitrary: fc.constant({ type: 'reopen' as const }) },
)

/** A state as a comparable value: what it holds, in its order. */
const seen = (state: ProjectState) => ({ records: recordsOf(state), live: new Map(state.live) })

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-law-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0

/** Follows a project in two ways: by its events, and by its changes with every part of text on its own. */
const createFollower = (project: OpenProject) => {
  let replay = project.state()
  let plain = project.state()
  project.subscribe((event) => {
    replay = applyEvent(replay, event)
    if (event.type === 'change') plain = applyEvent(plain, event)
  })
  const write = (each: TextPart): void => {
    if (project.state().draft.get(each.draft)?.standing === 'streaming')
      plain = applyEvent(plain, { type: 'text', seq: 0, parts: [each] })
    project.write(each)
  }
  const check = (): void => {
    expect(replay).toEqual(project.state())
    expect(seen(plain)).toEqual(seen(replay))
  }
  return { write, check }
}

const play = (acts: readonly Act[]): void => {
  const path = join(folder, `${(count += 1)}.longhand`)
  const clock = manualClock()
  let project = createProject(path, [sampleProject], clock)
  let follower = createFollower(project)
  const reopen = (): void => {
    project.close()
    follower.check()
    const before = project.state()
    project = openProject(path, clock)
    expect(seen(project.state())).toEqual(seen(before))
    follower = createFollower(project)
  }
  for (const each of acts) {
    if (each.type === 'change') project.put(each.change)
    if (each.type === 'write') follower.write(each.part)
    if (each.type === 'wait') clock.advance(each.ms)
    if (each.type === 'reopen') reopen()
  }
  reopen()
  project.close()
  expect(clock.waiting()).toBe(0)
}

test('whatever is put, shelved, removed and written, the file gives it back and the events retell it', () => {
  fc.assert(fc.property(fc.array(act, { maxLength: 30 }), play), { numRuns: 100 })
})
