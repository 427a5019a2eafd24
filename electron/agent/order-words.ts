import type { ProjectState } from '../../shared/project-state.ts'
import type { Order, Section } from '../../shared/records.ts'
import { countWords } from '../../shared/text/words.ts'
import type { WordsAsked } from '../prompts/order.ts'
import { lengthOf } from './expected.ts'

/** The share of its words that a passage may have once an order is done; what is told twice may go. */
const shares: Readonly<Record<Order['kind'], { readonly min: number; readonly max: number }>> = {
  seam: { min: 0.6, max: 1.5 },
  duplicate: { min: 0.2, max: 1.1 },
  contradiction: { min: 0.7, max: 1.4 },
  term: { min: 0.8, max: 1.2 },
  opening: { min: 0.6, max: 1.4 },
  lead: { min: 0.7, max: 1.3 },
  memory: { min: 0.7, max: 1.3 },
  plan: { min: 0.7, max: 1.3 },
  text: { min: 0.6, max: 1.5 },
  command: { min: 0.3, max: 3 },
}

/** Words that a short passage may have more or less, whatever its share. */
const room = 15

/**
 * The words that the text of an order may have: what the order says; for a whole section what it owes, where it owes a
 * length; else a share of what stands.
 */
export const orderWords = (
  state: ProjectState,
  section: Section,
  { kind, words, command }: Order,
  passage: string,
  isWhole: boolean,
): WordsAsked => {
  if (words) return words
  if (command !== undefined) return null
  const owed = lengthOf(state, section)
  if (isWhole && (owed.min > 0 || Number.isFinite(owed.max))) {
    return { ...(owed.min > 0 && { min: owed.min }), ...(Number.isFinite(owed.max) && { max: owed.max }) }
  }
  const count = countWords(passage)
  const { min, max } = shares[kind]
  return {
    min: Math.max(1, Math.min(Math.floor(count * min), count - room)),
    max: Math.max(Math.ceil(count * max), count + room),
  }
}
