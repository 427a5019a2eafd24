import { expect, test } from 'vitest'
import { errorCodes } from '../../../shared/errors.ts'
import { emptyState, type ProjectState } from '../../../shared/project-state.ts'
import type { Run } from '../../../shared/records.ts'
import { exitOf, exitOfRun } from './outcome.ts'
import { jsonLine, report } from './report.ts'
import { draft, drafted, plan, put, reviewed, run, section, tide } from './testing/records.ts'

test('every expected failure has its exit code', () => {
  const byExit = Map.groupBy(errorCodes, exitOf)
  const file = ['file-missing', 'file-exists', 'file-unreadable', 'file-unwritable', 'file-not-project']
  expect(byExit.get(2)).toEqual(['usage', 'brief-invalid', 'brief-conflict'])
  expect(byExit.get(4)).toEqual([...file, 'file-newer', 'file-in-use', 'not-found', 'stale'])
  expect(byExit.get(130)).toEqual(['stopped'])
  expect(byExit.get(3)).toEqual(errorCodes.filter((code) => /^(?:bounds|cap|model|reply)-/u.test(code)))
  expect(new Set(byExit.keys())).toEqual(new Set([2, 3, 4, 130]))
})

const written = (text: string, status: Run['status'], reason?: Run['reason']): ProjectState => {
  const text1 = draft(1, text)
  const last = run({ status, ...(reason && { reason }) })
  const there = put(emptyState(), tide, plan, section(1), text1, drafted(1), last)
  return put(reviewed(there, text1), {
    id: 'step:remember/1.0/x',
    verb: 'remember',
    section: 'section:1',
    status: 'ended',
  })
}

const busy = { code: 'model-busy', sentence: 'Busy.' } as const
const cap = { code: 'cap-reached', sentence: 'The cap.' } as const

test.each([
  ['a run that died', written('The tide.', 'working'), 130],
  ['a run that was stopped', written('The tide.', 'stopped'), 130],
  ['a run whose model failed', written('The tide.', 'blocked', busy), 3],
  ['a run that reached its cap', written('The tide.', 'blocked', cap), 3],
  ['a run that waits', written('The tide.', 'waiting'), 130],
])('%s: %i', (_, state, exit) => {
  expect(exitOfRun(state)).toBe(exit)
})

test('the object counts everything once', () => {
  const made = { started: 1_000, now: 3_456, project: '/a.longhand', exports: ['/a.md'] }
  expect(report(written('The tide.', 'stopped'), made)).toEqual({
    sections: 1,
    words: 2,
    targetWords: 5,
    constraints: { total: 1, kept: 1, broken: 0, unsure: 0, owed: 0 },
    orders: 0,
    calls: 0,
    tokens: { input: 0, cached: 0, output: 0 },
    money: 0,
    seconds: 2.46,
    project: '/a.longhand',
    exports: ['/a.md'],
    status: 'stopped',
  })
})

test('an object on one line holds no control character, and reads back as it was', () => {
  const value = { project: '/tmp/\u001b[2J\u009b\u007f\u2028\u202e"港\n' }
  expect(jsonLine(value)).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
  expect(JSON.parse(jsonLine(value))).toEqual(value)
})
