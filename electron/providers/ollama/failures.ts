import type { AttemptFailure } from '../attempt.ts'
import { cutFailure, refusedFailure, wordsIn } from '../remote/failures.ts'
import type { Called } from '../remote/failures.ts'
import { redact } from '../remote/redact.ts'

/** Characters of a server's words that are looked at. */
const mostWords = 2000

const number = new Intl.NumberFormat('en')

const advice = 'Give it a larger context in its settings, or choose a model that reads more at once.'

/** The prompt does not fit, and Ollama said so. */
const tooLong = ({ model }: Called, words: string, asked: number): AttemptFailure => {
  const [, tokens] = /request \((\d+) tokens\)|"n_prompt_tokens":\s*(\d+)/.exec(words)?.filter(Boolean) ?? []
  const what = tokens ? `The prompt has ${number.format(Number(tokens))} tokens` : 'The prompt is too long'
  const sentence = `${what}, and “${model}” reads ${number.format(asked)} at once at Ollama. ${advice}`
  return { code: 'reply-too-long', sentence, scope: 'attempt' }
}

/** The prompt did not fit, and Ollama dropped a part of it without a word. Nothing of such a reply may be used. */
export const silentlyCut = (
  { model }: Called,
  { sent, read }: { readonly sent: number; readonly read: number | undefined },
): AttemptFailure => {
  const reads = read
    ? `read ${number.format(read)} of about ${number.format(sent)} tokens`
    : 'read only a part'
  const sentence = `Ollama cut the prompt without a word: “${model}” ${reads}. Nothing of its reply is used. ${advice}`
  return { code: 'reply-too-long', sentence, scope: 'attempt' }
}

const notPulled = ({ server, model }: Called): AttemptFailure => ({
  code: 'model-not-found',
  sentence: `Ollama at ${server.host} has no model “${model}”. Get it with: ollama pull ${model}`,
  scope: 'endpoint',
})

const noMemory = ({ server, model }: Called, words: string): AttemptFailure => ({
  code: 'model-refused-request',
  sentence: `The computer at ${server.host} has too little memory for “${model}”: “${words}”. Close other programs, or choose a smaller model or a smaller context.`,
  scope: 'endpoint',
})

/** Ollama sometimes hands on the JSON of the process behind it as its own message. */
const plainWords = (words: string): string => (words === wordsIn(words) ? words : wordsIn(words))

type Refusal = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

/** What a status of 400 and over from Ollama means; `asked` is the context that the call asked for. */
export const ollamaRefusal = (
  called: Called,
  { status, headers, body }: Refusal,
  asked: number,
): AttemptFailure => {
  const raw = wordsIn(body).slice(0, mostWords)
  const words = plainWords(raw)
  if (status === 404) return notPulled(called)
  if (/exceed.{0,30}context|context.{0,3}(length|size|window)/i.test(words))
    return tooLong(called, raw, asked)
  if (/more system memory|out of memory|insufficient memory|unable to allocate/i.test(words)) {
    return noMemory(called, redact(words, called.server.key))
  }
  return refusedFailure(called, { status, headers, words })
}

/** An error among the lines of a reply: as good as a refusal, as long as nothing was said. */
export const errorLine = (called: Called, words: string, hasText: boolean, asked: number): AttemptFailure =>
  hasText
    ? cutFailure(called, plainWords(words))
    : ollamaRefusal(called, { status: 500, headers: {}, body: words }, asked)
