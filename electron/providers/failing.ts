import type { ModelFailure } from '../../shared/model.ts'
import type { AttemptFailure } from './attempt.ts'
import type { Outcome } from './breaker.ts'

/** A failure as the loop hears it. */
export const plain = ({ code, sentence, scope, retryAt }: ModelFailure): ModelFailure => ({
  code,
  sentence,
  scope,
  ...(retryAt !== undefined && { retryAt }),
})

/** The same failure as one of the whole endpoint, with the time from when it makes sense to go on. */
export const closed = (failure: ModelFailure, retryAt: number): ModelFailure => ({
  ...plain(failure),
  scope: 'endpoint',
  retryAt,
})

/** Failures of the request itself: any server would answer so. */
const ofRequest: ReadonlySet<ModelFailure['code']> = new Set(['model-refused-request', 'reply-too-long'])

/** Whether a call that failed so before its first text may go on: at the same server later, or at `others` at once. */
export const mayGoOn = ({ code, retry }: AttemptFailure, others: boolean): boolean =>
  retry !== undefined || (others && !ofRequest.has(code))

/** What a failure tells the breaker. Where there are `others` to go to, a server that cannot be used at all opens it at once. */
export const outcomeOf = (failure: AttemptFailure, others: boolean): Outcome => {
  const { code, scope, retry } = failure
  if (retry?.because === 'limit') return { type: 'unknown' }
  const isOutage = retry !== undefined || code === 'reply-stalled'
  const isUnusable = others && (scope === 'endpoint' || code === 'reply-stalled')
  return isOutage || isUnusable ? { type: 'fails', failure, opens: isUnusable } : { type: 'works' }
}
