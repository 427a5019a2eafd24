/**
 * The closed list of what can go wrong in expected ways. Where there is a prefix it says where the
 * trouble lies: `brief` in the brief, `file` on the disk, `model` with the model or its server, `reply` in what the
 * model wrote.
 */
export const errorCodes = [
  'usage',
  'brief-invalid',
  'brief-conflict',
  'file-missing',
  'file-exists',
  'file-unreadable',
  'file-unwritable',
  'file-not-project',
  'file-newer',
  'file-in-use',
  'not-found',
  'stale',
  'stopped',
  'cap-reached',
  'bounds-reached',
  'model-unknown',
  'model-key-refused',
  'model-no-credit',
  'model-not-found',
  'model-unreachable',
  'model-busy',
  'model-refused-request',
  'reply-stalled',
  'reply-cut',
  'reply-empty',
  'reply-refusal',
  'reply-filtered',
  'reply-repetition',
  'reply-runaway',
  'reply-language',
  'reply-short',
  'reply-strays',
  'reply-gaps',
  'reply-malformed',
  'reply-too-long',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An expected failure: one sentence for the writer (what happened, what was kept) and what to do next. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly next: string

  constructor(code: ErrorCode, sentence: string, next = '', cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'AppError'
    this.code = code
    this.next = next
  }
}

/** The whole sentence a person reads: what happened, then what to do. */
export const explain = (error: AppError): string =>
  error.next ? `${error.message} ${error.next}` : error.message
