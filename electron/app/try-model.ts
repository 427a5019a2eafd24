import { AppError } from '../../shared/errors.ts'
import type { ModelRequest } from '../../shared/model.ts'
import { sentences } from '../../shared/text/sentences.ts'
import type { Model } from '../providers/provider.ts'

/** What a model said first in a trial, and the milliseconds until it began. */
export type Trial = { readonly firstTokenMs: number; readonly said: string }

/** Milliseconds that a trial may take. */
const longest = 45_000

const request: ModelRequest = {
  role: 'writer',
  verb: 'draft',
  messages: [
    { from: 'system', text: 'You answer with one short sentence.' },
    { from: 'user', text: 'Say in one sentence that you are ready to write.' },
  ],
  maxOutput: 200,
  seed: 1,
  temperature: 0.2,
}

/** Asks a model for one short sentence. Throws `AppError` with the reason where it does not answer. */
export const tryModel = async (model: Model, now: () => number, limit = longest): Promise<Trial> => {
  const began = now()
  let first: number | null = null
  let said = ''
  for await (const event of model(request, AbortSignal.timeout(limit))) {
    if (event.type === 'failed') {
      throw new AppError(event.failure.code, event.failure.sentence, 'Look at its address, key and name.')
    }
    if (event.type === 'text' || event.type === 'thinking') first ??= now()
    if (event.type === 'text') said += event.text
  }
  if (first === null) {
    const sentence = 'The model said nothing.'
    throw new AppError(now() - began >= limit ? 'reply-stalled' : 'reply-empty', sentence, 'Try another.')
  }
  const [sentence] = sentences(said)
  return {
    firstTokenMs: first - began,
    said: sentence ? said.slice(sentence.from, sentence.to) : said.trim(),
  }
}
