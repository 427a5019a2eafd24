import type { ProjectState } from '../../shared/project-state.ts'
import { brokenCitations } from '../../shared/questions/citations.ts'
import { draftWords } from '../../shared/questions/text-hash.ts'
import { freshReview, verdictsOn, type DutyVerdict } from '../../shared/questions/verdicts.ts'
import type { Draft, Section } from '../../shared/records.ts'
import { lengthOf } from './expected.ts'

/** What two drafts are compared by, the weightiest first; more is better. */
type Worth = readonly number[]

/** Words by which a draft misses its length; 0 within it. */
const offLength = (state: ProjectState, section: Section, draft: Draft): number => {
  const { min, max } = lengthOf(state, section)
  const words = draftWords(draft)
  return Math.max(0, min - words, words - max)
}

const keptIn = (state: ProjectState, draft: Draft): readonly DutyVerdict[] =>
  verdictsOn(state, draft).filter(({ verdict }) => verdict === 'kept')

const byCode = (kept: readonly DutyVerdict[]): number => kept.filter(({ by }) => by === 'code').length

/**
 * What code sees: duties kept, less citations that nothing stored bears out; of as many rather matter than length, then
 * words nearer to what was asked.
 */
const codeWorth = (state: ProjectState, section: Section, draft: Draft): Worth => {
  const kept = keptIn(state, draft)
  const matter = kept.filter(({ duty }) => duty.demand.kind !== 'length')
  const cited = byCode(kept) - brokenCitations(state, draft)
  return [cited, byCode(matter), -offLength(state, section, draft)]
}

const worth = (state: ProjectState, section: Section, draft: Draft): Worth => {
  const faults = (freshReview(state, draft)?.findings ?? []).filter(
    ({ constraint, verdict }) => !constraint && verdict === 'broken',
  )
  return [keptIn(state, draft).length - faults.length, ...codeWorth(state, section, draft)]
}

const isMore = (a: Worth, b: Worth): boolean => {
  const at = a.findIndex((value, i) => value !== b[i])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

/** Whether a reviewed revision is to stand: it keeps more, or as much and of that what weighs more. */
export const isBetter = (state: ProjectState, section: Section, revision: Draft, parent: Draft): boolean =>
  isMore(worth(state, section, revision), worth(state, section, parent))

/** Whether code sees that one draft does better than another of the same section. */
export const isBetterByCode = (state: ProjectState, section: Section, a: Draft, b: Draft): boolean =>
  isMore(codeWorth(state, section, a), codeWorth(state, section, b))
