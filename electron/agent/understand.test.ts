import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBrief } from '../../shared/brief.ts'
import { callBound } from '../../shared/questions/bounds.ts'
import { dutiesOf } from '../../shared/questions/duties.ts'
import { flags } from '../../shared/questions/flags.ts'
import { runStatus } from '../../shared/questions/progress.ts'
import { isPlanStale } from '../../shared/questions/stale.ts'
import { createProject, type OpenProject } from '../project/project.ts'
import { practiceModel } from '../providers/practice.ts'
import type { Model } from '../providers/provider.ts'
import { everyRole } from './loop.ts'
import { run } from './run.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-understand-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = `Write 4 chapters of 60 to 80 words each. Chapter 3 must mention the lamp.
A bell is heard whenever the number is even.`

const proposals = [
  { quote: 'A bell is heard', says: 'Every 2 chapters from chapter 2, mention the bell.' },
  { quote: 'A gong is heard', says: 'Chapter 1 must mention the gong.' },
  { quote: 'Chapter 3 must mention the lamp', says: 'Chapter 3 must mention the lamp.' },
]

const practice = practiceModel({ erring: 0 })

/** A planner that answers one question with a script, the last line of it again and again, and the rest as practice does. */
const proposing = (script: readonly string[]) => {
  let asked = 0
  const model: Model = async function* (request, signal) {
    if (request.verb !== 'understand') {
      yield* practice(request, signal)
      return
    }
    yield { type: 'text', text: script[Math.min(asked++, script.length - 1)] ?? '' }
    yield { type: 'end', finish: 'stop', usage: { input: 1, cached: 0, output: 1 } }
  }
  return { model, asked: () => asked }
}

const start = (project: OpenProject, model: Model, signal = new AbortController().signal): Promise<void> =>
  run(project, {
    models: { ...everyRole({ name: 'practice', model: practice }), planner: [{ name: 'double', model }] },
    lanes: 2,
    approve: 'auto',
    now: Date.now,
    sleep: () => Promise.resolve(),
    signal,
  })

let count = 0
const projectOf = (source: string): OpenProject => {
  const { brief, constraints } = readBrief(source)
  const self = { id: 'project:self', title: brief.title, seed: 1, createdAt: 0 } as const
  const path = join(folder, `${(count += 1)}.longhand`)
  return createProject(path, [self, brief, ...constraints], { now: Date.now })
}

/** Runs a brief to its end, and says what became of the proposals. */
const written = async (source: string, script: readonly string[]) => {
  const project = projectOf(source)
  const { model, asked } = proposing(script)
  const bound = callBound(project.state(), 2)
  await start(project, model)
  const state = project.state()
  const step = [...state.step.values()].find(({ verb }) => verb === 'understand')
  const proposed = [...state.constraint.values()].filter(({ origin }) => origin.from === 'model')
  const owed = ([1, 2, 3, 4] as const).filter((n) =>
    dutiesOf(state, `section:${n}`).some(({ constraint }) => constraint === proposed[0]?.id),
  )
  const outcome = {
    run: runStatus(state),
    asked: asked(),
    step: step?.status,
    proposed: proposed.map(({ origin, confirmed }) => [origin.quote, confirmed]),
    owed,
    stale: isPlanStale(state),
    told: flags(state).map(({ verdict, section }) => [verdict, section]),
  }
  expect(state.call.size).toBeLessThanOrEqual(bound)
  project.close()
  return outcome
}

const kept = { proposed: [['A bell is heard', false]], owed: [2, 4] }
const none = { proposed: [], owed: [] }
const base = { run: 'done', asked: 1, step: 'ended', stale: false, told: [] }

describe('a run asks the planner once what else the brief requires, and goes on', () => {
  test.each<readonly [string, string, readonly string[], object]>([
    ['one is good, one misquoted, one known', text, [JSON.stringify(proposals)], { ...base, ...kept }],
    ['nothing', text, ['[]'], { ...base, ...none }],
    ['no answer at first', text, ['Well, well.', JSON.stringify(proposals)], { ...base, ...kept, asked: 2 }],
    [
      'never an answer',
      text,
      ['Well, well.'],
      { ...base, ...none, asked: 2, step: 'failed', told: [['unsure', null]] },
    ],
    [
      'front matter alone is not asked about',
      '---\nunits: { label: Chapter, count: 4, words: { min: 60, max: 80 } }\n---\n',
      [JSON.stringify(proposals)],
      { ...base, ...none, asked: 0, step: undefined },
    ],
  ])('%s', async (_, source, script, expected) => {
    expect(await written(source, script)).toEqual(expected)
  })

  test('stopped and started again, it asks nothing twice', async () => {
    const project = projectOf(text)
    const stop = new AbortController()
    const { model, asked } = proposing([JSON.stringify(proposals)])
    const stopping: Model = (request, signal) => {
      if (request.verb === 'plan') stop.abort()
      return model(request, signal)
    }
    await start(project, stopping, stop.signal)
    expect([runStatus(project.state()), asked()]).toEqual(['stopped', 1])
    await start(project, model)
    expect([runStatus(project.state()), asked()]).toEqual(['done', 1])
    project.close()
  })
})
