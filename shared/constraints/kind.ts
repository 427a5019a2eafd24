import type { z } from 'zod'

export const verdicts = ['kept', 'broken', 'unsure'] as const
export type Verdict = (typeof verdicts)[number]

/** What a check says of one text: the verdict, the place it rests on (verbatim), and what would mend it. */
export type Check = { readonly verdict: Verdict; readonly quote?: string; readonly advice?: string }

/**
 * One kind of constraint, in a file of its own and listed in `index.ts`.
 * `check` is given plain text (no markup); `null` means that code cannot tell and
 * the reviewer model is asked.
 */
export type ConstraintKind<Name extends string, Params extends z.ZodType> = {
  readonly kind: Name
  /** The word that asks for it in a brief's front matter, and its parameters from the text behind that word. */
  readonly field?: string
  fromText?(text: string): z.infer<Params>
  /** Who owes it when it is asked of the document: every section, one that carries it, or only the whole. */
  readonly documentMeans: 'every section' | 'one section' | 'the whole'
  readonly params: Params
  /** The duty as a prompt line, e.g. `Say: "the tide tables"`. One line, always begun by the same word. */
  line(params: z.infer<Params>): string
  check(text: string, params: z.infer<Params>): Check | null
}

/** Gives a kind its exact type while checking its shape. */
export const defineKind = <const Name extends string, Params extends z.ZodType>(
  kind: ConstraintKind<Name, Params>,
): ConstraintKind<Name, Params> => kind
