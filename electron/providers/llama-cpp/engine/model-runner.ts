import type { ModelRequest } from '../../../../shared/model.ts'
import type { AttemptEvent } from '../../attempt.ts'
import type { EngineOptions, FromEngine } from '../wire.ts'
import { failureOf } from './failures.ts'
import { generate, margin } from './generate.ts'
import { loadModel } from './load-model.ts'
import { createPrefixes } from './prefixes.ts'
import { promptOf } from './prompt.ts'
import { createSequences } from './sequences.ts'

/** Answers one request, telling each event; nothing more after `signal` has aborted. Never rejects. */
export type ModelRunner = (
  request: ModelRequest,
  signal: AbortSignal,
  tell: (event: AttemptEvent) => void,
) => Promise<void>

/** Tokens of a reply without room for which it is no use to begin. */
const leastReply = 512

/** Loads a model and gives what answers requests to it. Rejects with `AppError` where it cannot be loaded. */
export const createModelRunner = async (
  options: EngineOptions,
  tell: (message: Extract<FromEngine, { readonly type: 'device' | 'facts' | 'progress' }>) => void,
): Promise<ModelRunner> => {
  const progress = (): void => tell({ type: 'progress' })
  const loaded = await loadModel(options, { device: (device) => tell({ type: 'device', device }), progress })
  const sequences = createSequences(loaded, (facts) => tell({ type: 'facts', facts }))
  const prefixes = createPrefixes(progress)
  return async (request, signal, tellAll) => {
    const say = (event: AttemptEvent): void => {
      if (!signal.aborted) tellAll(event)
    }
    try {
      const prompt = promptOf(loaded, request.messages)
      const { tokens } = prompt
      const wish = {
        tokens,
        least: tokens.length + Math.min(request.maxOutput, leastReply) + margin,
        best: tokens.length + request.maxOutput + margin,
        speculates: request.verb === 'revise',
      }
      const { sequence, release } = await sequences.lease(wish, signal)
      try {
        const cached = await prefixes.prepare(sequence, prompt, signal)
        await generate(loaded, { request, prompt, sequence, cached }, signal, say)
      } finally {
        release()
      }
    } catch (error) {
      say({ type: 'failed', failure: failureOf(error) })
    }
  }
}
