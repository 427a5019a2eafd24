import type { z } from 'zod'
import type { CheckedText } from './checked-text.ts'

export const verdicts = ['kept', 'broken', 'unsure'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * What a check says of one text: the verdict, the place it rests on (verbatim from the plain text), and what would mend
 * it. `contestable`: it stands unless a reader quotes words of the text that bear the demand out.
 */
export type Check = {
  readonly verdict: Verdict
  readonly quote?: string
  readonly advice?: string
  readonly contestable?: true
}

/**
 * Who owes a demand that is made of the document: every section, the one that carries its matter, the first, the last,
 * or nobody alone: then only the whole can keep it.
 */
export type DocumentMeans =
  'every section' | 'one section' | 'the first section' | 'the last section' | 'the whole'

/**
 * One way of asking for a kind, the same in front matter (`field: text`) and in prompts (`lead: text`). `quoted` marks
 * words to be taken as they stand: prompts set them between quotation marks.
 */
export type Wording<Params> = {
  readonly field: string
  readonly lead: string
  readonly quoted?: true
  /** The parameters that a text stands for, or null where it is not understood. */
  read(text: string): Params | null
  /** The text that `read` makes these parameters of; null where this wording cannot say them. */
  write(params: Params): string | null
}

/**
 * One kind of constraint, in a file of its own and listed in `index.ts`. `check` answers `null` where code cannot tell
 * and the reviewer model is asked; it never throws, and its time grows with the length of the text.
 */
export type ConstraintKind<Name extends string, Params extends z.ZodType> = {
  readonly kind: Name
  readonly params: Params
  /** Every demand of this kind can be said in one of these. */
  readonly wordings: readonly Wording<z.infer<Params>>[]
  documentMeans(params: z.infer<Params>): DocumentMeans
  check(text: CheckedText, params: z.infer<Params>): Check | null
  /** Whether words of a text can show that it is kept; where a kind does not say, any words can. */
  bearsOut?(quote: string, params: z.infer<Params>): boolean
}

/** Gives a kind its exact type while checking its shape. */
export const defineKind = <const Name extends string, Params extends z.ZodType>(
  kind: ConstraintKind<Name, Params>,
): ConstraintKind<Name, Params> => kind
