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
  readonly params: Params
  /** The duty as a prompt line, e.g. `Say: "the tide tables"`. One line, always begun by the same word. */
  ask(params: z.infer<Params>): string
  check(text: string, params: z.infer<Params>): Check | null
}

/** Gives a kind its exact type while checking its shape. */
export const defineKind = <const Name extends string, Params extends z.ZodType>(
  kind: ConstraintKind<Name, Params>,
): ConstraintKind<Name, Params> => kind
