import { AppError } from '../../../shared/errors.ts'
import { estimate, type Estimate, type Task } from '../../../shared/estimate.ts'
import { roles, type ModelChoice, type Role } from '../../../shared/model.ts'
import { paceOf, type Pace } from '../../../shared/pace.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { choicesOf, modelOf, type Cast } from '../casting.ts'
import { completeCast } from '../complete-cast.ts'
import { notePace, pastPace } from '../known-paces.ts'
import type { Opened, OpenedProjects } from '../opened.ts'
import type { Platform } from '../platform.ts'
import { priceOf } from '../prices.ts'
import type { Procedures } from '../procedures.ts'
import { refuseConflicts } from '../refuse-conflicts.ts'
import { startRun, type RunSettings } from '../running.ts'

/** Whether the run that works takes up by itself what is asked for now; false where it is about to end. */
const takesUp = ({ project }: Opened): boolean => {
  const status = lastRun(project.state())?.status
  return status === 'working' || status === 'waiting'
}

const start = async (opened: Opened, platform: Platform, asked: RunSettings): Promise<number> => {
  // Nothing is awaited between the look at the run that works and the start of another.
  const [prices, settings] = await Promise.all([platform.prices(), completeCast(platform, asked)])
  const { running, project } = opened
  const forOrders = settings.scope === 'orders'
  if (running && !running.isOver()) {
    if (!forOrders) throw new AppError('stale', 'A run is at work on this project.', 'Stop it first.')
    if (takesUp(opened)) return running.number
    await running.ended.catch(() => {})
    return start(opened, platform, settings)
  }
  if (!forOrders) refuseConflicts(project.state())
  opened.running = startRun(project, platform, settings, prices)
  const note = (): Promise<void> => noteRun(platform, opened)
  void opened.running.ended.then(note, note)
  return opened.running.number
}

type Asked = Cast & { readonly lanes?: number }

/** What a run cost, for the estimates to come. */
const noteRun = async ({ settings }: Platform, { project }: Opened): Promise<void> => {
  const run = lastRun(project.state())
  if (run) await notePace(settings, project.state(), run.id)
}

/** Which role does a task. */
const roleOf = {
  understand: 'planner',
  plan: 'planner',
  critique: 'reviewer',
  draft: 'writer',
  review: 'reviewer',
  revise: 'writer',
  remember: 'reviewer',
  join: 'reviewer',
} as const satisfies Record<Task, Role>

const estimateFor = async (opened: Opened, platform: Platform, asked: Asked): Promise<Estimate> => {
  const state = opened.project.state()
  const prices = await platform.prices()
  const { lanes } = modelOf(platform, asked.model)
  const player = (role: Role): ModelChoice => choicesOf(asked, role)[0] ?? asked.model
  const paces = new Map<string, Pace>()
  for (const { id } of roles.map(player)) paces.set(id, await pastPace(platform.settings, id))
  return estimate(state, {
    lanes: asked.lanes ?? lanes,
    price: (task) => priceOf(prices, player(roleOf[task])),
    own: paceOf([...state.call.values()].filter(({ model, role }) => model === player(role).id)),
    past: (task) => paces.get(player(roleOf[task]).id) ?? {},
    isOneModel: paces.size === 1,
  })
}

const ended = async ({ project, running }: Opened): Promise<number> => {
  await running?.ended
  return project.state().seq
}

/** What is done with runs. */
export const runHandlers = (os: Procedures, projects: OpenedProjects, platform: Platform) => ({
  start: os.runs.start.handler(async ({ input }) => ({
    run: await start(projects.get(input.project), platform, input),
  })),
  estimate: os.runs.estimate.handler(({ input }) =>
    estimateFor(projects.get(input.project), platform, input),
  ),
  ended: os.runs.ended.handler(async ({ input }) => ({ seq: await ended(projects.get(input.project)) })),
  stop: os.runs.stop.handler(async ({ input }) => {
    const { running } = projects.get(input.project)
    running?.stop()
    await running?.ended
  }),
})
