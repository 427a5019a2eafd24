import type { LlamaChatResponseChunk, LlamaContextSequence, LlamaGrammar } from 'node-llama-cpp'
import type { ModelRequest } from '../../../../shared/model.ts'
import type { AttemptEvent } from '../../attempt.ts'
import { grammarOf } from '../grammar.ts'
import { failureOf } from './failures.ts'
import type { LoadedModel } from './load-model.ts'
import type { Prompt } from './prompt.ts'

/** Tokens of context that are left empty, so that the engine never begins to forget the prompt. */
export const margin = 8

const eventOf = ({ type, segmentType, text }: LlamaChatResponseChunk): AttemptEvent => ({
  type: type === 'segment' && segmentType === 'thought' ? 'thinking' : 'text',
  text,
})

const grammarFor = async ({ llama }: LoadedModel, { json }: ModelRequest): Promise<LlamaGrammar | null> => {
  if (!json) return null
  try {
    return await llama.createGrammar({ grammar: grammarOf(json) })
  } catch {
    // A schema that makes no grammar: any JSON is better than none.
    return llama.createGrammar({ grammar: grammarOf({}) })
  }
}

/** How a reply is sampled: as llama.cpp's own server does where the request is silent, and without penalties. */
const sampling = ({ temperature, seed }: ModelRequest) =>
  ({ temperature, seed, topK: 40, topP: 0.95, minP: 0.05, repeatPenalty: false }) as const

/** Thoughts get half of the reply's tokens; under a grammar there are none, for it begins with the first token. */
const budgetFor = ({ json }: ModelRequest, maxTokens: number) => ({
  thoughtTokens: json ? 0 : Math.floor(maxTokens / 2),
})

/** A reply that is about to be written: all of its prompt but the last token has been evaluated. */
export type Begun = {
  readonly request: ModelRequest
  readonly prompt: Prompt
  readonly sequence: LlamaContextSequence
  /** Tokens of the prompt that did not have to be evaluated. */
  readonly cached: number
}

/** Writes a reply, telling its events up to `end` or `failed`. Never rejects. */
export const generate = async (
  loaded: LoadedModel,
  { request, prompt, sequence, cached }: Begun,
  signal: AbortSignal,
  tell: (event: AttemptEvent) => void,
): Promise<void> => {
  const input = prompt.tokens.length
  const maxTokens = Math.min(request.maxOutput, sequence.contextSize - input - margin)
  const chat = new loaded.library.LlamaChat({ contextSequence: sequence, chatWrapper: loaded.template })
  const usage = () => ({ input, cached, output: Math.max(0, sequence.nextTokenIndex - input + 1) })
  try {
    const grammar = await grammarFor(loaded, request)
    const { metadata } = await chat.generateResponse([...prompt.history], {
      ...sampling(request),
      maxTokens,
      signal,
      stopOnAbortSignal: true,
      budgets: budgetFor(request, maxTokens),
      onResponseChunk: (chunk) => chunk.text && tell(eventOf(chunk)),
      ...(grammar && { grammar }),
    })
    tell({ type: 'end', finish: metadata.stopReason === 'maxTokens' ? 'length' : 'stop', usage: usage() })
  } catch (error) {
    tell({ type: 'failed', failure: failureOf(error), usage: usage() })
  } finally {
    chat.dispose()
  }
}
