import { agendaOfRun } from '../../shared/questions/agenda.ts'
import { roles, type Role } from '../../shared/model.ts'
import { bounds } from '../../shared/questions/bounds.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import type { Call, Run } from '../../shared/records.ts'
import type { OpenProject } from '../project/project.ts'
import { minutesOver, overCap, overtime, type Caps, type Reserved } from './caps.ts'
import type { Casting, Loop, Pause } from './loop.ts'
import type { Embedding } from './nearest-passages.ts'
import { recover } from './recover.ts'
import { createTurns } from './turns.ts'
import { createWarmUp } from './warm-up.ts'
import { workThrough } from './work-through.ts'

/** How a run works: its models by role, how many calls at once, and what it may cost. */
export type RunOptions = {
  readonly models: Casting
  readonly lanes: number
  readonly approve: 'auto' | 'ask'
  /** `orders`: only what the writer asked for is done. */
  readonly scope?: 'work' | 'orders'
  readonly caps?: Caps
  readonly embedding?: Embedding
  readonly now: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly signal: AbortSignal
}

const hasReplies = (calls: Iterable<Call>, run: Run['id']): boolean =>
  [...calls].some((call) => call.run === run && call.usage !== undefined)

/**
 * When to try an endpoint again: when it says so; if it answered before in this run, after 5 s and then twice as long
 * each time, which gives a server 20 minutes to come back; else never.
 */
const retryTime = (project: OpenProject, run: Run, pause: Pause, now: number): number | null => {
  if (pause.why !== 'endpoint' || run.setbacks >= bounds.setbacks) return null
  const passing = pause.fault.code === 'model-busy' || pause.fault.code === 'model-unreachable'
  if (!passing) return null
  if (pause.fault.code === 'model-busy' && pause.retryAt !== undefined) return pause.retryAt
  if (!hasReplies(project.state().call.values(), run.id)) return null
  return Math.max(pause.retryAt ?? 0, now + 5_000 * 2 ** run.setbacks)
}

/** Whether a call that a cap held back fits now that those under way have ended and cost less than they might have. */
const fitsNow = ({ project, caps, startedAt, now }: Loop, reserved: Reserved): boolean =>
  overCap(project.state(), caps, reserved, { startedAt, now: now() }) === null

const nameOf = (models: Casting, role: Role): string => models[role][0]?.name ?? ''

/** The models by role, where they are not one and the same without another behind it. */
const rolesOf = (models: Casting): Pick<Run, 'roles'> => {
  const names = roles.map((role) => [role, models[role].map(({ name }) => name)] as const)
  const isOne = names.every(([, all]) => all.length === 1 && all[0] === nameOf(models, 'writer'))
  return isOne ? {} : { roles: Object.fromEntries(names) }
}

const newRun = (project: OpenProject, options: RunOptions): Run => {
  const { tokens, money, minutes } = options.caps ?? {}
  const number = (lastRun(project.state())?.number ?? 0) + 1
  const context = options.models.writer[0]?.context
  return {
    id: `run:${number}`,
    number,
    status: 'working',
    model: nameOf(options.models, 'writer'),
    ...(context !== undefined && { context }),
    ...rolesOf(options.models),
    lanes: options.lanes,
    approve: options.approve,
    ...(options.scope && { scope: options.scope }),
    setbacks: 0,
    startedAt: options.now(),
    ...(tokens !== undefined && { maxTokens: tokens }),
    ...(money !== undefined && { maxMoney: money }),
    ...(minutes !== undefined && { maxMinutes: minutes }),
  }
}

/** How a run ends; one that was stopped by nobody was stopped by its minutes. */
const ended = (run: Run, pause: Pause | null, { signal, caps }: RunOptions): Run => {
  if (!pause) return { ...run, status: 'ended' }
  if (pause.why !== 'stopped') return { ...run, status: 'blocked', reason: pause.fault }
  return signal.aborted || caps?.minutes === undefined
    ? { ...run, status: 'stopped' }
    : { ...run, status: 'blocked', reason: minutesOver(caps.minutes) }
}

/**
 * One run of the loop: starts what the agenda names until nothing is left, the plan awaits the writer, an endpoint
 * fails for good, a cap is reached, or `signal` stops it. Starting again is how a run resumes. What failed is saved
 * in records; only bugs and a disk that refuses to save are thrown.
 */
export const run = async (project: OpenProject, options: RunOptions): Promise<void> => {
  const { models, now, lanes, caps = {} } = options
  const signal = AbortSignal.any([options.signal, ...overtime(caps)])
  let current = newRun(project, options)
  const put = (next: Run): void => {
    current = next
    project.put({ put: [next] })
  }
  recover(project, now())
  put(current)
  const loop: Loop = {
    project,
    models,
    resting: new Map(),
    run: current.id,
    startedAt: current.startedAt,
    caps,
    ...(options.embedding && { embedding: options.embedding }),
    warmUp: createWarmUp(),
    turn: createTurns(() => options.sleep(0, signal)),
    now,
    signal,
  }
  try {
    for (;;) {
      const pause = await workThrough(loop, Math.max(1, lanes))
      if (pause?.why === 'cap' && fitsNow(loop, pause.reserved)) continue
      // What was asked for in the very moment in which nothing was left is done too.
      if (!pause && agendaOfRun(project.state()).length > 0) continue
      const until = pause && retryTime(project, current, pause, now())
      if (pause?.why !== 'endpoint' || until === null) {
        put(ended(current, pause, options))
        return
      }
      put({ ...current, status: 'waiting', until, setbacks: current.setbacks + 1, reason: pause.fault })
      await options.sleep(Math.max(0, until - now()), signal)
      const { until: _, reason: __, ...rest } = current
      put({ ...rest, status: 'working' })
    }
  } catch (error) {
    // A bug, or a disk that refuses: leave the run resumable if that can still be saved, and let the host say it.
    try {
      put({ ...current, status: 'stopped' })
    } catch {
      // The first error is the one to tell.
    }
    throw error
  }
}
