import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyRole } from '../electron/agent/loop.ts'
import { run, type RunOptions } from '../electron/agent/run.ts'
import { createProject, type OpenProject } from '../electron/project/project.ts'
import type { Model } from '../electron/providers/provider.ts'
import { readBrief } from '../shared/brief.ts'

/** Makes a project of a brief in a folder of its own, works with it, and clears up. */
export const inProject = async (
  source: string,
  work: (project: OpenProject) => Promise<void>,
  seed = 1,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  const { brief, constraints } = readBrief(source)
  const self = { id: 'project:self', title: brief.title, seed, createdAt: 0 } as const
  const project = createProject(join(folder, 'work.longhand'), [self, brief, ...constraints], {
    now: Date.now,
  })
  try {
    await work(project)
  } finally {
    project.close()
    rmSync(folder, { recursive: true })
  }
}

/** Runs a project's loop with one model in every role. */
export const runWith = (project: OpenProject, model: Model, some: Partial<RunOptions> = {}): Promise<void> =>
  run(project, {
    models: everyRole({ name: 'double', model }),
    lanes: 4,
    approve: 'auto',
    now: Date.now,
    sleep: () => Promise.resolve(),
    signal: new AbortController().signal,
    ...some,
  })
