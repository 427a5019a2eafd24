import { basename } from 'node:path'
import type { LlamaContext, LlamaContextSequence, Token, TokenPredictor } from 'node-llama-cpp'
import { AppError } from '../../../../shared/errors.ts'
import type { EngineFacts } from '../wire.ts'
import { draftPredictor } from './draft-predictor.ts'
import { wordsOf } from './failures.ts'
import { deviceOf } from './load-model.ts'
import type { LoadedModel } from './load-model.ts'
import { oneSampleAtATime } from './one-sample-at-a-time.ts'
import { takingTurns } from './take-turns.ts'

/** What one request needs of a sequence. */
export type Wish = {
  /** Tokens of context without which it is no use to begin, and those it may need in all. */
  readonly least: number
  readonly best: number
  readonly tokens: readonly Token[]
  /** Whether tokens are to be proposed from the prompt, for a reply that repeats much of it. */
  readonly speculates: boolean
}

/** The context of a model, of which there is one at a time. */
export type Contexts = {
  /** Whether the context there is will do, or no longer one can be had. */
  readonly fits: (wish: Wish) => boolean
  /** Makes one long enough in place of the one there is. Throws `AppError` where memory or the model forbid it. */
  readonly make: (wish: Wish) => Promise<LlamaContext>
  readonly current: () => LlamaContext
  /** One more sequence of it, which proposes tokens if it is to: from the draft model where there is one, else from the prompt. */
  readonly sequence: (context: LlamaContext, speculates: boolean) => LlamaContextSequence
}

/** Tokens of context that are made at least, so that the next request seldom needs a new one. */
const usual = 8192

/** How proposals are found in the prompt: at least two tokens must agree, then up to eight are tried. */
const lookup = { patternLength: { min: 2 }, predictionLength: { max: 8 } } as const

const tooLong = (sentence: string, cause?: unknown): AppError =>
  new AppError(
    'reply-too-long',
    sentence,
    'Choose a model with a larger context, or shorten the brief.',
    cause,
  )

const unfit = (adapter: string, cause: unknown): AppError => {
  const sentence = `The adapter ${basename(adapter)} does not fit this model, or its file is damaged.`
  return new AppError('model-not-found', sentence, 'Choose another adapter, or none.', cause)
}

type Size = { readonly lanes: number; readonly min: number; readonly max: number }

/** What is tried, in order: all lanes at full length, fewer lanes, and at last one lane that is only just long enough. */
const sizesFor = (lanes: number, { least, best }: Wish, trained: number): readonly Size[] => {
  const full = Math.min(best, trained)
  const max = Math.min(trained, Math.max(usual, Math.ceil((best * 1.25) / 1024) * 1024))
  const all = Array.from({ length: Math.floor(Math.log2(lanes)) + 1 }, (_, i) => Math.floor(lanes / 2 ** i))
  return [...all.map((each) => ({ lanes: each, min: full, max })), { lanes: 1, min: least, max: full }]
}

/** Makes contexts for a model as they are needed, and tells what came of it. */
export const createContexts = (loaded: LoadedModel, tell: (facts: EngineFacts) => void): Contexts => {
  const { library, llama, model, draft, threads, options } = loaded
  const trained = Math.min(model.trainContextSize, options.contextSize ?? Infinity)
  const lora = options.adapter === undefined ? {} : { lora: options.adapter }
  let context: LlamaContext | null = null
  let drafts: LlamaContext | null = null
  let most = trained

  const createDrafts = async (made: LlamaContext): Promise<LlamaContext | null> => {
    const { totalSequences: sequences, contextSize } = made
    try {
      return draft && oneSampleAtATime(await draft.createContext({ sequences, contextSize, threads }))
    } catch (error) {
      await made.dispose()
      throw error
    }
  }
  const create = async ({ lanes, min, max }: Size): Promise<LlamaContext> => {
    const size = { sequences: lanes, contextSize: { min, max }, threads }
    const made = oneSampleAtATime(await model.createContext({ ...size, ...lora }))
    drafts = await createDrafts(made)
    const { contextSize } = made
    // With fewer lanes a longer one may be had.
    if (lanes === 1 && contextSize < max) most = contextSize
    tell({ device: deviceOf(llama), threads, contextSize, lanes, most })
    return made
  }
  const make = async (wish: Wish): Promise<LlamaContext> => {
    if (wish.least > trained) {
      throw tooLong(`The request needs ${wish.least} tokens of context, and the model has ${trained}.`)
    }
    await Promise.all([context?.dispose(), drafts?.dispose()])
    context = drafts = null
    let trouble: unknown
    for (const size of sizesFor(options.lanes, wish, trained)) {
      try {
        context = await create(size)
        return context
      } catch (error) {
        if (/\blora\b/iu.test(wordsOf(error))) throw unfit(options.adapter ?? '', error)
        trouble = error
      }
    }
    const sentence = `There is no memory for ${wish.least} tokens of context (${wordsOf(trouble)}).`
    throw tooLong(sentence, trouble)
  }
  const predictor = (): TokenPredictor =>
    drafts ? draftPredictor(drafts.getSequence()) : new library.InputLookupTokenPredictor(lookup)
  return {
    fits: ({ least, best }) =>
      context !== null && context.contextSize >= Math.max(least, Math.min(best, most)),
    make,
    current: () => {
      if (!context) throw new Error('There is no context.')
      return context
    },
    sequence: (from, speculates) =>
      takingTurns(from.getSequence(speculates ? { tokenPredictor: predictor() } : {})),
  }
}
