import { AppError, explain } from '../../../../shared/errors.ts'
import type { ModelFailure } from '../../../../shared/model.ts'

/** An error's own words on one line, at most 200 characters. */
export const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ').trim().slice(0, 200)

/** What an error of an engine means to the loop: a reply's trouble is that of one attempt, any other everybody's. */
export const failureOf = (error: unknown): ModelFailure => {
  if (error instanceof AppError) {
    const scope = error.code.startsWith('reply-') ? 'attempt' : 'endpoint'
    return { code: error.code, sentence: explain(error), scope }
  }
  const sentence = `The model stopped writing (${wordsOf(error)}). Another attempt may help.`
  return { code: 'reply-cut', sentence, scope: 'attempt' }
}
