import type { Reason } from './wire.ts'

/** What goes wrong with one request; parts may be combined. Without any part the reply is a good one. */
export type Trouble = {
  /** How the log calls it. */
  readonly name: string
  /** An answer that is no stream. */
  readonly status?: {
    readonly code: number
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string | Uint8Array
    /** Words from which the wire makes its own kind of body, where none is given. */
    readonly message?: string
  }
  /** Not even a header is sent. */
  readonly isSilent?: boolean
  /** Another reply instead of the good one. */
  readonly text?: (reply: string) => string
  /** Thinking before the reply. */
  readonly thinking?: (reply: string) => string
  /** Goes on after the reply with this, until the client leaves (or 2 MB are sent). */
  readonly endless?: (reply: string) => string
  /** Takes no notice of `max_tokens`. */
  readonly ignoresBound?: boolean
  /** The reason to finish; null sends none. */
  readonly finish?: Reason | null
  /** After so many chunks of text, instead of the rest. */
  readonly after?: {
    readonly chunks: number
    readonly fault:
      | 'reset'
      | 'end'
      | 'stall'
      | 'murmur'
      | 'flood'
      | { readonly frame: string }
      | { readonly error: string; readonly code: number | null }
  }
  /** Cuts frames in the middle of a letter. */
  readonly splitsLetters?: boolean
  /** Changes what is sent; frames are counted from 0. */
  readonly encode?: (frames: string, n: number) => string
  /** Data of a frame sent after the first chunk of text. */
  readonly extra?: string
  /** Says twice that it has finished. */
  readonly isFinishedTwice?: boolean
  /** Counts tokens twice, or says what no count can be. */
  readonly usage?: 'twice' | 'nonsense'
  /** Calls its stream something else. */
  readonly contentType?: string
  /** Further headers of a stream. */
  readonly headers?: Readonly<Record<string, string>>
  /** Ends without `[DONE]`; `open` also leaves the connection as it is. */
  readonly done?: 'missing' | 'open'
}

const status = (code: number, message: string, headers: Readonly<Record<string, string>> = {}): Trouble => ({
  name: String(code),
  status: { code, headers, message },
})

const lastSentence = (reply: string): string => ` ${/[^.!?。]*[.!?。]\s*$/u.exec(reply)?.[0].trim() ?? reply}`

/** The troubles that trials name. */
export const troubles = {
  /** 429 with any `Retry-After` header (seconds, a date, rubbish), or further headers. */
  tooManyCalls: (retryAfter?: string, headers: Readonly<Record<string, string>> = {}): Trouble =>
    status(429, 'Rate limit reached', {
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
      ...headers,
    }),
  serverError: (code: 500 | 502 | 503 | 529 = 500): Trouble => status(code, 'Something went wrong'),
  forbidden: (): Trouble => status(403, 'This key may not use this model'),
  tooLarge: (): Trouble => status(413, 'Request too large'),
  keyRefused: (): Trouble => status(401, 'Incorrect API key provided'),
  noCredit: (): Trouble => status(402, 'Insufficient credits'),
  noModel: (): Trouble => status(404, 'The model does not exist'),
  badRequest: (message = 'Unknown parameter'): Trouble => status(400, message),
  overflow: (): Trouble =>
    status(400, "This model's maximum context length is 4096 tokens, however you requested 9000 tokens."),
  redirect: (to: string): Trouble => ({ name: 'redirect', status: { code: 307, headers: { location: to } } }),
  webPage: (): Trouble => ({
    name: 'web page',
    status: {
      code: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Hello</title>',
    },
  }),
  reset: (chunks: number): Trouble => ({ name: 'reset', after: { chunks, fault: 'reset' } }),
  endOfFile: (chunks: number): Trouble => ({ name: 'end of file', after: { chunks, fault: 'end' } }),
  stall: (chunks: number): Trouble => ({ name: 'stall', after: { chunks, fault: 'stall' } }),
  /** Only comments come any more, as from a server that is alive and busy. */
  murmurs: (chunks: number): Trouble => ({ name: 'murmurs', after: { chunks, fault: 'murmur' } }),
  silence: (): Trouble => ({ name: 'silence', isSilent: true }),
  errorFrame: (chunks: number, code: number | null = null, message = 'The engine died'): Trouble => ({
    name: 'error frame',
    after: { chunks, fault: { error: message, code } },
  }),
  badFrame: (chunks: number): Trouble => ({
    name: 'bad frame',
    after: { chunks, fault: { frame: '{"choices":[{"del' } },
  }),
  longLine: (chunks: number, bytes: number): Trouble => ({
    name: 'long line',
    after: { chunks, fault: { frame: 'x'.repeat(bytes) } },
  }),
  /** The reply stops half-way and says that it is whole: half a JSON, say. */
  truncated: (): Trouble => ({
    name: 'truncated',
    text: (reply) => reply.slice(0, Math.floor(reply.length / 2)),
  }),
  says: (text: string): Trouble => ({ name: 'says', text: () => text }),
  empty: (): Trouble => ({ name: 'empty', text: () => '' }),
  blank: (): Trouble => ({ name: 'blank', text: () => ' \n\n\t ' }),
  thinkingOnly: (): Trouble => ({ name: 'thinking only', text: () => '', thinking: (reply) => reply }),
  thinking: (thought: string): Trouble => ({ name: 'thinking', thinking: () => thought }),
  refusal: (text = 'I’m sorry, but I can’t help with that request.'): Trouble => ({
    name: 'refusal',
    text: () => text,
  }),
  filter: (): Trouble => ({ name: 'filter', finish: 'content_filter', text: (reply) => reply.slice(0, 40) }),
  repetition: (): Trouble => ({ name: 'repetition', endless: lastSentence, ignoresBound: true }),
  runaway: (times = 10): Trouble => ({
    name: 'runaway',
    text: (reply) => `${reply}\n\n`.repeat(times),
    ignoresBound: true,
  }),
  /** The vendor's own way to say that the model declines. */
  declines: (): Trouble => ({ name: 'declines', finish: 'refusal', text: () => '' }),
  /** Nothing at all is said, and that was the filter. */
  blocked: (): Trouble => ({ name: 'blocked', finish: 'content_filter', text: () => '' }),
  cutShort: (): Trouble => ({ name: 'cut short', finish: 'length' }),
  flood: (chunks: number): Trouble => ({ name: 'flood', after: { chunks, fault: 'flood' } }),
  strangeFrame: (): Trouble => ({ name: 'strange frame', extra: '{"type":"weather","degrees":21}' }),
  carriageReturns: (): Trouble => ({
    name: 'carriage returns',
    encode: (frames) => frames.replaceAll('\n', '\r\n'),
  }),
  byteOrderMark: (): Trouble => ({
    name: 'byte order mark',
    encode: (frames, n) => (n === 0 ? `\uFEFF${frames}` : frames),
  }),
  wrongType: (contentType = 'text/plain'): Trouble => ({ name: 'wrong type', contentType }),
  finishesTwice: (): Trouble => ({ name: 'finishes twice', isFinishedTwice: true }),
  countsTwice: (): Trouble => ({ name: 'counts twice', usage: 'twice' }),
  countsNonsense: (): Trouble => ({ name: 'counts nonsense', usage: 'nonsense' }),
  splitLetters: (): Trouble => ({ name: 'split letters', splitsLetters: true }),
  missingDone: (): Trouble => ({ name: 'missing done', done: 'missing' }),
  /** Everything is said, but the connection never closes. */
  leftOpen: (): Trouble => ({ name: 'left open', done: 'open' }),
} as const satisfies Readonly<Record<string, (...of: never[]) => Trouble>>
