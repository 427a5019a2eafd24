import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import { run } from '../agent/run.ts'
import type { OpenProject } from '../project/project.ts'
import { openModel } from '../providers/open-model.ts'
import type { OpenedModel, Platform } from './platform.ts'

/** A run that works, or worked last. `ended` rejects only when the disk refuses to save, or by a bug. */
export type Running = {
  readonly number: number
  readonly isOver: () => boolean
  readonly stop: () => void
  readonly ended: Promise<void>
}

/** How a run is to work. Without `lanes` it takes as many as the model serves. */
export type RunSettings = {
  readonly model: ModelChoice
  readonly lanes?: number
  readonly approve: 'auto' | 'ask'
  readonly maxTokens?: number
}

/** Opens a model by the platform's double, or else by the registry. Throws `AppError`; asks no server. */
export const modelOf = (platform: Platform, choice: ModelChoice): OpenedModel =>
  platform.openModel?.(choice) ?? openModel(choice, platform)

/** Starts a run. Throws `AppError` where the model cannot be opened or the first record cannot be saved. */
export const startRun = (project: OpenProject, platform: Platform, settings: RunSettings): Running => {
  const { model, lanes } = modelOf(platform, settings.model)
  const halt = new AbortController()
  let over = false
  const ended = run(project, {
    models: { planner: model, writer: model, reviewer: model },
    modelName: settings.model.id,
    lanes: settings.lanes ?? lanes,
    approve: settings.approve,
    ...(settings.maxTokens !== undefined && { maxTokens: settings.maxTokens }),
    now: platform.now,
    sleep: platform.sleep,
    signal: halt.signal,
  }).finally(() => (over = true))
  platform.awake?.(ended)
  // Whoever asks is told by `ended`; nobody may ask.
  ended.catch((error: unknown) => {
    if (!(error instanceof AppError)) platform.bug(error)
  })
  return {
    number: lastRun(project.state())?.number ?? 0,
    isOver: () => over,
    stop: () => halt.abort(),
    ended,
  }
}
