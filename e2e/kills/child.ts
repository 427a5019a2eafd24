import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { recover } from '../../electron/agent/recover.ts'
import { everyRole } from '../../electron/agent/loop.ts'
import { run } from '../../electron/agent/run.ts'
import { createProject, openProject, type Change, type OpenProject } from '../../electron/project/project.ts'
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

/** Calls that are saved as started and not yet sent, oldest first: they are sent in that order. */
const started: string[] = []

const fated = (project: OpenProject): OpenProject => {
  const [when, number] = fate.split(':')
  const around = (side: 'before' | 'after', commit: number): void => {
    if (when === side && commit === Number(number)) die()
  }
  const tell = ({ put = [] }: Change): void => {
    for (const record of put) {
      if (!('reserved' in record)) continue
      if (record.status === 'started') started.push(record.id)
      else note({ committed: record.id })
    }
  }
  return {
    ...project,
    put: (change) => {
      const commit = (commits += 1)
      around('before', commit)
      project.put(change)
      tell(change)
      around('after', commit)
    },
    putSoon: async (make) => {
      const commit = (commits += 1)
      let change: Change = {}
      await project.putSoon((state) => {
        around('before', commit)
        return (change = make(state))
      })
      tell(change)
      around('after', commit)
    },
  }
}

const noted =
  (model: Model): Model =>
  (request, signal) => {
    note({ sent: hashOf([request.messages, request.seed]), call: started.shift() })
    return model(request, signal)
  }

const project = open()
recover(project, Date.now())
const model = noted(practiceModel({ pace: 1 }))
await run(fated(project), {
  models: everyRole({ name: 'practice', model }),
  lanes: 4,
  approve: 'auto',
  now: Date.now,
  sleep: () => Promise.resolve(),
  signal: new AbortController().signal,
})
project.close()
note({ commits })
