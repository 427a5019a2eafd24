import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { JsonSchema, ModelRequest } from '../../shared/model.ts'
import { sentences } from '../../shared/text/sentences.ts'
import type { Model } from '../providers/provider.ts'
import { fitOf, type Fit } from './fit-of.ts'

/** How a model did in a trial. */
export type Trial = Fit & {
  readonly firstTokenMs: number
  /** The first sentence it wrote. */
  readonly said: string
  readonly tokensPerSecond: number | null
  readonly contextSize: number | null
  /** Whether it gave JSON: by its schema, when it was asked in words, or not at all; null where it was not found out. */
  readonly json: 'schema' | 'asked' | 'none' | null
}

/** What a trial is made with. */
export type Trying = {
  readonly model: Model
  readonly now: () => number
  /** What its server says it reads at once, in tokens; null where that is not known. */
  readonly contextSize: () => Promise<number | null>
  /** Milliseconds for all of it. */
  readonly limit?: number
  /** Aborts when nobody waits for the result any more: the trial then ends. */
  readonly signal?: AbortSignal
}

const longest = 50_000

/** Tokens of a reply, with room to think first; one that goes on and on is stopped before. */
const room = 1500

/** Characters of prose, and of an answer without JSON, after which enough was heard. */
const enough = { prose: 800, answer: 2000 } as const

const common = { role: 'writer', priority: 'writer', seed: 1, temperature: 0.2 } as const

const scene = `A small harbour lies at the end of a long valley. In the morning the boats go out before it is light, and the first to come back bring the news of the weather. There is one shop, one school with two teachers, and an inn that is open from May to September. The road over the pass is closed for three weeks in most winters, and then bread comes by sea. The harbour master writes down what arrives and what leaves, as her mother did, in books that fill two shelves. Nobody has ever read them all.`

const writing: ModelRequest = {
  ...common,
  verb: 'draft',
  messages: [
    {
      from: 'system',
      text: 'You continue texts. You write plain prose, without a heading and without a comment.',
    },
    {
      from: 'user',
      text: `${scene}\n\nContinue with one paragraph of about 90 words on a morning in February.`,
    },
  ],
  maxOutput: room,
}

const card = z.object({ title: z.string().min(1), words: z.int().positive() })
const cardSchema = z.toJSONSchema(card) as JsonSchema
const wording =
  'Answer with one JSON object and nothing else: {"title": a title of three words, "words": a whole number}.'

const structure: ModelRequest = {
  ...common,
  verb: 'review',
  messages: [
    {
      from: 'user',
      text: `${scene}\n\nFind a title for this text, and guess how many words it has. ${wording}`,
    },
  ],
  maxOutput: room,
  temperature: 0,
}

type Heard = {
  readonly text: string
  readonly firstMs: number | null
  /** Milliseconds from the first token to the last. */
  readonly tookMs: number
  readonly tokens: number
  readonly isSchemaLeftOut: boolean
  readonly failure: AppError | null
}

/** Listens to a reply until it ends, the time is over, or enough was heard. */
const hear = async (
  { model, now }: Trying,
  request: ModelRequest,
  { signal, isEnough }: { readonly signal: AbortSignal; readonly isEnough: (text: string) => boolean },
): Promise<Heard> => {
  const over = new AbortController()
  const began = now()
  let first: number | null = null
  let last = began
  let [text, thinking] = ['', '']
  let counted: number | undefined
  let isSchemaLeftOut = false
  let failure: AppError | null = null
  for await (const event of model(request, AbortSignal.any([signal, over.signal]))) {
    if (event.type === 'text' || event.type === 'thinking') {
      first ??= now()
      last = now()
    }
    if (event.type === 'text') text += event.text
    if (isEnough(text)) over.abort()
    if (event.type === 'thinking') thinking += event.text
    if (event.type === 'end') {
      counted = event.usage.output
      isSchemaLeftOut = event.isSchemaLeftOut ?? false
    }
    if (event.type === 'failed') {
      const { code, sentence } = event.failure
      failure = new AppError(code, sentence, 'Look at its address, key and name.')
    }
  }
  const tokens = counted ?? Math.round((text + thinking).length / 4)
  return {
    text,
    firstMs: first === null ? null : first - began,
    tookMs: last - (first ?? last),
    tokens,
    isSchemaLeftOut,
    failure,
  }
}

const firstSentence = (text: string): string => {
  const [sentence] = sentences(text)
  return sentence ? text.slice(sentence.from, sentence.to) : text.trim()
}

/** Tokens in which no speed can be seen. */
const tooFew = 10

/** Tokens a second after the first, as if it had taken a millisecond at least; null for a reply too short to tell. */
const speedOf = ({ tokens, tookMs }: Heard): number | null =>
  tokens < tooFew ? null : Math.round(((tokens - 1) / Math.max(tookMs, 1)) * 10_000) / 10

/** Whether a text is a card, as it stands: nothing is mended here, as a schema that is followed leaves nothing to mend. */
const isCard = (text: string): boolean => {
  try {
    return card.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

/** The same, with words or a fence around it. */
const holdsCard = (text: string): boolean => isCard(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))

const jsonOf = async (trying: Trying, signal: AbortSignal): Promise<Trial['json']> => {
  const isEnough = (text: string): boolean => text.length > enough.answer
  const answer = (request: ModelRequest): Promise<Heard> => hear(trying, request, { signal, isEnough })
  const { text, isSchemaLeftOut } = await answer({ ...structure, json: cardSchema })
  if (isCard(text) && !isSchemaLeftOut) return 'schema'
  if (holdsCard(text)) return 'asked'
  if (signal.aborted) return null
  if (holdsCard((await answer(structure)).text)) return 'asked'
  return signal.aborted ? null : 'none'
}

/**
 * Tries a model with three calls at most. Where the time runs out there is half a result, which says so. Throws
 * `AppError` with the reason where it says nothing at all.
 */
export const tryModel = async (trying: Trying): Promise<Trial> => {
  const time = AbortSignal.timeout(trying.limit ?? longest)
  const signal = trying.signal ? AbortSignal.any([time, trying.signal]) : time
  const context = trying.contextSize().catch(() => null)
  const heard = await hear(trying, writing, { signal, isEnough: (text) => text.length > enough.prose })
  const { firstMs, failure } = heard
  if (failure && !heard.text.trim()) throw failure
  if (firstMs === null) {
    const sentence = 'The model said nothing.'
    throw new AppError(signal.aborted ? 'reply-stalled' : 'reply-empty', sentence, 'Try another.')
  }
  if (!heard.text.trim()) {
    const next = 'Turn its thinking off in its settings, or choose another.'
    throw new AppError('reply-empty', 'The model only thought, and wrote nothing.', next)
  }
  const json = signal.aborted ? null : await jsonOf(trying, signal)
  const tokensPerSecond = speedOf(heard)
  const contextSize = await context
  return {
    firstTokenMs: firstMs,
    said: firstSentence(heard.text),
    tokensPerSecond,
    contextSize,
    json,
    ...fitOf({ tokensPerSecond, contextSize, json }),
  }
}
