import { AppError } from '../../../shared/errors.ts'
import type { Opened, OpenedProjects } from '../opened.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'
import { refuseConflicts } from '../refuse-conflicts.ts'
import { startRun, type RunSettings } from '../running.ts'

const start = (opened: Opened, platform: Platform, settings: RunSettings): number => {
  if (opened.running && !opened.running.isOver()) {
    throw new AppError('stale', 'A run is at work on this project.', 'Stop it first.')
  }
  refuseConflicts(opened.project.state())
  opened.running = startRun(opened.project, platform, settings)
  return opened.running.number
}

const ended = async ({ project, running }: Opened): Promise<number> => {
  await running?.ended
  return project.state().seq
}

/** What is done with runs. */
export const runHandlers = (os: Procedures, projects: OpenedProjects, platform: Platform) => ({
  start: os.runs.start.handler(({ input }) => ({ run: start(projects.get(input.project), platform, input) })),
  ended: os.runs.ended.handler(async ({ input }) => ({ seq: await ended(projects.get(input.project)) })),
  stop: os.runs.stop.handler(async ({ input }) => {
    const { running } = projects.get(input.project)
    running?.stop()
    await running?.ended
  }),
})
