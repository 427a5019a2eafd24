import type { Estimate, PhaseEstimate } from '../../../shared/estimate.ts'
import { roughly } from '../../ui/figures.ts'

/** An amount of US dollars as it is read: "free", "$0.034", "$12.40", or that nobody knows. */
export const dollars = (amount: number | null): string => {
  if (amount === null) return 'not known'
  if (amount === 0) return 'free'
  return amount < 0.001 ? 'under $0.001' : `$${amount.toFixed(amount < 1 ? 3 : 2)}`
}

/** What the phases are called. */
export const phaseNames: Readonly<Record<PhaseEstimate['verb'], string>> = {
  understand: 'Understanding the brief',
  plan: 'Planning',
  draft: 'Drafting',
  review: 'Reviewing',
  revise: 'Revising',
  remember: 'Remembering',
  join: 'Joining',
}

/** How long something is likely to take. */
export const minutes = (value: number): string => roughly(value * 60_000)

/** What an estimate rests on, in a sentence. */
export const basisSentence: Readonly<Record<Estimate['basis'], string>> = {
  'this project': 'By what the calls of this project have cost so far.',
  'earlier runs': 'By what this model needed in your earlier projects.',
  'a guess': 'A guess from the plan: nothing is known of this model yet.',
}
