import { AppError } from '../../shared/errors.ts'
import type { ModelChoice } from '../../shared/model.ts'
import { lastRun } from '../../shared/questions/phase.ts'
import type { Caps } from '../agent/caps.ts'
import { run } from '../agent/run.ts'
import type { OpenProject } from '../project/project.ts'
import { castRun, embeddingOf, type Cast } from './casting.ts'
import type { Platform } from './platform.ts'
import type { OwnPrices } from './prices.ts'

/** A run that works, or worked last. `ended` rejects only when the disk refuses to save, or by a bug. */
export type Running = {
  readonly number: number
  readonly isOver: () => boolean
  readonly stop: () => void
  readonly ended: Promise<void>
}

/** How a run is to work. Without `lanes` it takes as many as the model serves. */
export type RunSettings = Cast & {
  readonly lanes?: number
  readonly approve: 'auto' | 'ask'
  readonly scope?: 'work' | 'orders'
  readonly maxTokens?: number
  readonly maxMoney?: number
  readonly maxMinutes?: number
  /** The model by whose vectors passages are found beside their words. */
  readonly embedding?: ModelChoice
}

const capsOf = ({ maxTokens, maxMoney, maxMinutes }: RunSettings): Caps => ({
  ...(maxTokens !== undefined && { tokens: maxTokens }),
  ...(maxMoney !== undefined && { money: maxMoney }),
  ...(maxMinutes !== undefined && { minutes: maxMinutes }),
})

/**
 * Starts a run. Throws `AppError` where a model cannot be opened, a cap in money has no price to go by, or the first
 * record cannot be saved.
 */
export const startRun = (
  project: OpenProject,
  platform: Platform,
  settings: RunSettings,
  prices: OwnPrices = {},
): Running => {
  const { models, lanes } = castRun(platform, settings, { prices, priced: settings.maxMoney !== undefined })
  const embedding = settings.embedding && embeddingOf(platform, settings.embedding)
  const halt = new AbortController()
  let over = false
  const ended = run(project, {
    models,
    lanes: settings.lanes ?? lanes,
    approve: settings.approve,
    ...(settings.scope && { scope: settings.scope }),
    caps: capsOf(settings),
    ...(embedding && { embedding }),
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
