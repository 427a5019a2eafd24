import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { recover } from '../../electron/agent/recover.ts'
import { run } from '../../electron/agent/run.ts'
import { createProject, openProject, type OpenProject } from '../../electron/project/project.ts'
import { practiceModel } from '../../electron/providers/practice.ts'
import type { Model } from '../../electron/providers/provider.ts'
import { readBrief } from '../../shared/brief.ts'
import { hashOf } from '../../shared/text/hash.ts'

/**
 * One process of the kill harness: `child.ts PROJECT BRIEF LOG [before:N|after:N]`. Opens or creates the project and
 * runs it to its end with the practice model. Every request is noted in LOG before it is answered, and its number
 * when its end is committed. `before:N` and `after:N` end the process by SIGKILL around its Nth commit.
 */
const [, , path = '', briefPath = '', log = '', fate = ''] = process.argv

const note = (entry: object): void => appendFileSync(log, `${JSON.stringify(entry)}\n`)

const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

const open = (): OpenProject => {
  if (existsSync(path)) return openProject(path, { now: Date.now })
  const { brief, constraints } = readBrief(readFileSync(briefPath, 'utf8'))
  const project = { id: 'project:self', title: brief.title, seed: 7, createdAt: 0 } as const
  return createProject(path, [project, brief, ...constraints], { now: Date.now })
}

let commits = 0

const fated = (project: OpenProject): OpenProject => {
  const [when, number] = fate.split(':')
  return {
    ...project,
    put: (change) => {
      commits += 1
      if (when === 'before' && commits === Number(number)) die()
      project.put(change)
      for (const record of change.put ?? []) {
        if ('reserved' in record && record.status !== 'started') note({ committed: record.id })
      }
      if (when === 'after' && commits === Number(number)) die()
    },
  }
}

const noted =
  (model: Model, state: () => ReturnType<OpenProject['state']>): Model =>
  (request, signal) => {
    const call = [...state().call.keys()].at(-1)
    note({ sent: hashOf([request.messages, request.seed]), call })
    return model(request, signal)
  }

const project = open()
recover(project, Date.now())
const model = noted(practiceModel({ pace: 1 }), project.state)
await run(fated(project), {
  models: { planner: model, writer: model, reviewer: model },
  modelName: 'practice',
  lanes: 4,
  approve: 'auto',
  now: Date.now,
  sleep: () => Promise.resolve(),
  signal: new AbortController().signal,
})
project.close()
note({ commits })
