import type { ErrorCode } from '../../../shared/errors.ts'

/** What a fault of a reply means for the text that came with it. */
export type FaultMeaning = {
  /** What of the text is worth keeping: all that is good, no more of that than was asked for, or nothing. */
  readonly keeps: 'good part' | 'words asked' | 'nothing'
  /** The stream was stopped or broke off. Else the text came whole, and only its length or form was found wanting. */
  readonly stops: boolean
  /** It says nothing against the text: what follows goes on from it without a word about the fault. */
  readonly goesOn: boolean
  /** There is as good as no answer: after a few of these it is no use to ask again. */
  readonly countsAsEmpty: boolean
}

type ReplyFault = Extract<ErrorCode, `reply-${string}`>

const broken: FaultMeaning = { keeps: 'good part', stops: true, goesOn: false, countsAsEmpty: false }

const meanings = {
  'reply-stalled': { ...broken, goesOn: true },
  'reply-cut': { ...broken, goesOn: true },
  'reply-empty': { ...broken, keeps: 'nothing', countsAsEmpty: true },
  'reply-refusal': { ...broken, countsAsEmpty: true },
  'reply-filtered': { ...broken, keeps: 'nothing', countsAsEmpty: true },
  'reply-repetition': broken,
  'reply-runaway': { ...broken, keeps: 'words asked' },
  'reply-language': broken,
  'reply-short': { ...broken, stops: false, goesOn: true },
  'reply-strays': broken,
  'reply-gaps': broken,
  'reply-malformed': { ...broken, stops: false },
  'reply-too-long': { ...broken, keeps: 'nothing' },
} as const satisfies Record<ReplyFault, FaultMeaning>

const known: Readonly<Partial<Record<string, FaultMeaning>>> = meanings

/** What a fault means, the same for every text: a section, what goes on from one, and the part that an order asks for. */
export const meaningOf = ({ code }: { readonly code: ErrorCode }): FaultMeaning => known[code] ?? broken
