import type { Call, Fault } from '../../shared/records.ts'

/** Milliseconds that a call may always speak, and those after which it is over however slow its model is. */
const [least, most] = [10 * 60_000, 120 * 60_000]

/** Answers of a model from which on its own pace is trusted; before, ten tokens a second. */
const enough = 3
const usualMs = 100

/** How many times as long as its usual pace a call may take. */
const patience = 3

const msPerToken = (answers: readonly Call[]): number => {
  const tokens = answers.reduce((sum, { usage }) => sum + (usage?.output ?? 0), 0)
  const ms = answers.reduce((sum, { startedAt, endedAt = startedAt }) => sum + endedAt - startedAt, 0)
  return answers.length >= enough && tokens > 0 ? Math.max(0, ms) / tokens : usualMs
}

/**
 * How long one call may speak, in ms from its first word: three times what the reply would take at its longest
 * (`maxOutput` tokens) at the pace at which this model has answered in this project; never under ten minutes nor over two
 * hours. What comes before the first word is the provider's to bound.
 */
export const longestCall = (calls: Iterable<Call>, model: string, maxOutput: number): number => {
  const answers = [...calls].filter((call) => call.model === model && call.status === 'ended')
  return Math.min(most, Math.max(least, Math.round(patience * maxOutput * msPerToken(answers))))
}

/** What is said of a call that took longer than that. */
export const tookTooLong = (ms: number): Fault => ({
  code: 'reply-stalled',
  sentence: `The reply was not at its end after ${Math.round(ms / 60_000)} minutes; what had come of it was kept.`,
})
