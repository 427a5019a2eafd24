/** The most that a document may cost: tokens of input by each way of counting, and calls for each section. */
export type CostGoal = {
  readonly billed: number
  readonly raw: number
  readonly average: number
  readonly most: number
}

/** Input tokens that CogWriter sends for drafting alone, none of them cacheable, as measured. */
const measured = [
  { sections: 52, tokens: 145_000 },
  { sections: 100, tokens: 310_000 },
] as const

/**
 * Input tokens that CogWriter sends for drafting a document of so many sections: on the straight line through what was
 * measured, which for longer ones is less than it really sends. Null for documents that are shorter than any measured.
 */
export const cogWriterTokens = (sections: number): number | null => {
  const [few, many] = measured
  if (sections < few.sections) return null
  const slope = (many.tokens - few.tokens) / (many.sections - few.sections)
  return Math.round(few.tokens + slope * (sections - few.sections))
}

/** Half of what CogWriter sends to pay for, twice of it to send; four calls for a section on average, nine at most. */
export const costGoal = (sections: number): CostGoal | null => {
  const tokens = cogWriterTokens(sections)
  return tokens === null ? null : { billed: tokens / 2, raw: tokens * 2, average: 4, most: 9 }
}
