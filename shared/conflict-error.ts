import type { Conflict } from './constraints/conflicts.ts'
import { AppError } from './errors.ts'

/** A conflict in one line: what it is, the writer's own words on both sides, and each way out. */
export const conflictLine = ({ sentence, quotes, ways }: Conflict): string =>
  [sentence, quotes.map((quote) => `“${quote}”`).join(' / '), ...ways].filter(Boolean).join(' ')

/** Why nothing is begun, or null: one or more conflicts that only the writer can settle. Warnings are no reason. */
export const conflictError = (conflicts: readonly Conflict[]): AppError | null => {
  const lines = conflicts.filter(({ level }) => level === 'conflict').map(conflictLine)
  return lines.length === 0
    ? null
    : new AppError(
        'brief-conflict',
        `The brief contradicts itself: ${lines.join(' ')}`,
        'Nothing was written.',
      )
}
