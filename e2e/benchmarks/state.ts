/**
 * What a project of a million words costs: 700 sections, each with three old drafts on the shelf, and 5,000 calls
 * whose prompts and replies stand on the shelf. Prints figures; judges nothing.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createProject, openProject, type OpenProject } from '../../electron/project/project.ts'
import { applyEvent, type ProjectState } from '../../shared/project-state.ts'
import type { AnyRecord, Draft, RecordOf } from '../../shared/records.ts'

const sections = 700
const wordsEach = Math.ceil(1_000_000 / sections)
const oldDrafts = 3
const calls = 5_000
const vocabulary =
  'the harbour master kept a quiet ledger of tides and every evening she read it aloud'.split(' ')

const prose = (words: number, from: number): string =>
  Array.from({ length: words }, (_, i) => vocabulary[(i * 7 + from * 13) % vocabulary.length]).join(' ')

const draft = (id: string, section: number, standing: Draft['standing'], words = wordsEach): Draft => ({
  id: `draft:${id}`,
  section: `section:${section}`,
  author: 'model',
  parent: null,
  root: `draft:${id}`,
  round: 0,
  edition: 0,
  standing,
  text: prose(words, section),
  at: 1,
})

const ofSection = (n: number): readonly AnyRecord[] => [
  {
    id: `section:${n}`,
    parent: null,
    order: n,
    title: `Chapter ${n}`,
    intent: prose(25, n),
    words: wordsEach,
    unit: n,
    owns: [prose(8, n)],
    leaves: [prose(8, n + 1)],
    after: [],
    take: 0,
  },
  draft(`${n}.0`, n, 'current'),
  {
    id: `review:${n}`,
    draft: `draft:${n}.0`,
    section: `section:${n}`,
    madeFrom: 'f'.repeat(16),
    findings: Array.from({ length: 6 }, () => ({
      constraint: 'constraint:1' as const,
      verdict: 'kept' as const,
      quote: prose(12, n),
      by: 'model' as const,
    })),
  },
  ...Array.from({ length: 4 }, (_, i): AnyRecord => ({
    id: `memory:${n}.${i}`,
    section: `section:${n}`,
    about: 'person',
    name: `Somebody ${i}`,
    fact: prose(20, n + i),
    madeFrom: 'f'.repeat(16),
  })),
]

const call = (n: number): RecordOf<'call'> => ({
  id: `call:${n}`,
  run: 'run:1',
  step: `step:${n}`,
  verb: 'draft',
  role: 'writer',
  section: `section:${n % sections}`,
  model: 'practice',
  status: 'ended',
  take: 0,
  reserved: 4_000,
  usage: { input: 3_000, cached: 2_000, output: 1_900 },
  startedAt: 1,
  endedAt: 2,
})

const body = (n: number): RecordOf<'body'> => ({
  id: `body:${n}`,
  prompt: [
    { from: 'system', text: prose(900, 0), cacheUpTo: true },
    { from: 'user', text: prose(500, n) },
  ],
  reply: prose(900, n),
  thinking: '',
})

const percentile = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0

const report = (what: string, times: readonly number[]): void =>
  console.log(
    `${what.padEnd(44)} p50 ${percentile(times, 0.5).toFixed(3)} ms   p95 ${percentile(times, 0.95).toFixed(3)} ms`,
  )

const timed = (times: number, act: (n: number) => void): readonly number[] =>
  Array.from({ length: times }, (_, n) => {
    const begun = performance.now()
    act(n)
    return performance.now() - begun
  })

const once = (what: string, act: () => void): void =>
  console.log(`${what.padEnd(44)} ${(timed(1, act)[0] ?? 0).toFixed(0)} ms`)

const heap = (): number => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1e6
}

const clock = { now: Date.now }

const fill = (path: string): void => {
  const project = createProject(path, [{ id: 'project:1', title: 'Million', seed: 1, createdAt: 1 }], clock)
  for (let n = 0; n < sections; n += 1) {
    const shelve = Array.from({ length: oldDrafts }, (_, i) => draft(`${n}.${i + 1}`, n, 'superseded'))
    project.put({ put: ofSection(n), shelve })
  }
  for (let n = 0; n < calls; n += 100) {
    const batch = Array.from({ length: 100 }, (_, i) => n + i)
    project.put({ put: batch.map(call), shelve: batch.map(body) })
  }
  project.close()
}

const measurePuts = (project: OpenProject): void => {
  const one = (n: number) => draft(`${n}.0`, n, 'current', 1_500)
  report(
    'put, one draft of 1,500 words',
    timed(300, (n) => project.put({ put: [one(n)] })),
  )
  report(
    'put, one call',
    timed(300, (n) => project.put({ put: [call(n)] })),
  )
  report(
    'put, one call with its body',
    timed(300, (n) => project.put({ put: [call(n)], shelve: [body(n)] })),
  )
}

const measureReducer = (state: ProjectState): void => {
  const change = (record: AnyRecord) => () =>
    applyEvent(state, { type: 'change', seq: 1, put: [record], remove: [] })
  report('applyEvent, one draft among 700', timed(500, change(draft('1.0', 1, 'current'))))
  report('applyEvent, one call among 5,000', timed(500, change(call(1))))
}

const measureText = (project: OpenProject): void => {
  const streaming = Array.from({ length: 4 }, (_, lane) => draft(`live.${lane}`, lane, 'streaming', 0))
  project.put({ put: streaming })
  const at = [0, 0, 0, 0]
  const letters = ' and the tide'
  const write = (n: number): void => {
    const lane = n % 4
    project.write({ draft: `draft:live.${lane}`, at: at[lane] ?? 0, text: letters })
    at[lane] = (at[lane] ?? 0) + letters.length
  }
  report('write, 13 letters', timed(2_000, write))
  const flushing = (n: number): void => {
    for (let i = 0; i < 40; i += 1) write(n * 40 + i)
    project.flush()
  }
  report('40 writes to 4 drafts, then flush', timed(100, flushing))
}

const folder = mkdtempSync(join(tmpdir(), 'longhand-benchmark-'))
const path = join(folder, 'million.longhand')
try {
  fill(path)
  console.log(`file${' '.repeat(41)}${(statSync(path).size / 1e6).toFixed(0)} MB`)
  const before = heap()
  const opened: OpenProject[] = []
  once('open', () => opened.push(openProject(path, clock)))
  for (const project of opened) {
    console.log(`heap of the state${' '.repeat(28)}${(heap() - before).toFixed(0)} MB`)
    measurePuts(project)
    measureReducer(project.state())
    measureText(project)
    report(
      'shelf, one body',
      timed(300, (n) => void project.shelf(`body:${n * 16}`)),
    )
    report(
      'shelved, old drafts of one section',
      timed(300, (n) => void project.shelved('draft', `section:${n}`)),
    )
    once('copyTo', () => project.copyTo(join(folder, 'copy.longhand')))
    once('close', () => project.close())
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
