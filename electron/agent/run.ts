import type { Role } from '../../shared/model.ts'
import { bounds } from '../../shared/questions/bounds.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import { tokensCommitted } from '../../shared/questions/progress.ts'
import type { Call, Run } from '../../shared/records.ts'
import type { OpenProject } from '../project/project.ts'
import type { Model } from '../providers/provider.ts'
import type { Loop, Pause } from './loop.ts'
import { recover } from './recover.ts'
import { workThrough } from './work-through.ts'

/** How a run works: its models by role, how many calls at once, and what it may cost. */
export type RunOptions = {
  readonly models: Readonly<Record<Role, Model>>
  readonly modelName: string
  readonly lanes: number
  readonly approve: 'auto' | 'ask'
  readonly maxTokens?: number
  readonly now: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly signal: AbortSignal
}

const hasReplies = (calls: Iterable<Call>, run: Run['id']): boolean =>
  [...calls].some((call) => call.run === run && call.usage !== undefined)

/** When to try an endpoint again: when it says so; a while later if it answered before in this run; else never. */
const retryTime = (project: OpenProject, run: Run, pause: Pause, now: number): number | null => {
  if (pause.why !== 'endpoint' || run.setbacks >= bounds.setbacks) return null
  const passing = pause.fault.code === 'model-busy' || pause.fault.code === 'model-unreachable'
  if (!passing) return null
  if (pause.fault.code === 'model-busy' && pause.retryAt !== undefined) return pause.retryAt
  if (!hasReplies(project.state().call.values(), run.id)) return null
  return pause.retryAt ?? now + 5_000 * 2 ** Math.min(run.setbacks, 4)
}

/** Whether a call that a cap held back fits now that those under way have ended and cost less than they might have. */
const fitsNow = ({ project, maxTokens }: Loop, reserved: number): boolean =>
  maxTokens !== null && tokensCommitted(project.state()) + reserved <= maxTokens

const newRun = (project: OpenProject, options: RunOptions): Run => {
  const number = (lastRun(project.state())?.number ?? 0) + 1
  return {
    id: `run:${number}`,
    number,
    status: 'working',
    model: options.modelName,
    lanes: options.lanes,
    approve: options.approve,
    setbacks: 0,
    startedAt: options.now(),
    ...(options.maxTokens !== undefined && { maxTokens: options.maxTokens }),
  }
}

const ended = (run: Run, pause: Pause | null): Run => {
  if (!pause) return { ...run, status: 'ended' }
  return pause.why === 'stopped'
    ? { ...run, status: 'stopped' }
    : { ...run, status: 'blocked', reason: pause.fault }
}

/**
 * One run of the loop: starts what the agenda names until nothing is left, the plan awaits the writer, an endpoint
 * fails for good, a cap is reached, or `signal` stops it. Starting again is how a run resumes. What failed is saved
 * in records; only bugs and a disk that refuses to save are thrown.
 */
export const run = async (project: OpenProject, options: RunOptions): Promise<void> => {
  const { models, modelName, now, signal, lanes } = options
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
    modelName,
    run: current.id,
    maxTokens: options.maxTokens ?? null,
    now,
    signal,
  }
  try {
    for (;;) {
      const pause = await workThrough(loop, Math.max(1, lanes))
      if (pause?.why === 'cap' && fitsNow(loop, pause.reserved)) continue
      const until = pause && retryTime(project, current, pause, now())
      if (pause?.why !== 'endpoint' || until === null) {
        put(ended(current, pause))
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
