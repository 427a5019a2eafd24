import { conflictLine } from '../../../shared/conflict-error.ts'
import type { Conflict } from '../../../shared/constraints/conflicts.ts'
import type { Session } from './session.ts'
import type { Line } from './spans.ts'

/** Conflicts as a person reads them: what stands against what, the words on both sides, the ways out. */
export const conflictLines = (conflicts: readonly Conflict[]): readonly Line[] =>
  conflicts.flatMap(({ level, sentence, quotes, ways }): readonly Line[] => [
    [{ text: level.padEnd(9), style: level === 'conflict' ? 'bad' : 'warn' }, sentence],
    ...quotes.map((quote): Line => [`         “${quote}”`]),
    ...ways.map((way): Line => [{ text: `         ${way}`, style: 'dim' }]),
  ])

/**
 * Says on stderr, a line each, what of a brief stands in its own way: true where only the writer can settle it. What had
 * better be different is said too, and is no reason to stop.
 */
export const isRefused = ({ complain }: Session, conflicts: readonly Conflict[]): boolean => {
  for (const each of conflicts) {
    complain(
      `${each.level === 'conflict' ? 'The brief contradicts itself' : 'Warning'}: ${conflictLine(each)}`,
    )
  }
  return conflicts.some(({ level }) => level === 'conflict')
}
