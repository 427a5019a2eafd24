import type { Duty } from '../constraints/compile.ts'
import { checkedText } from '../constraints/checked-text.ts'
import { check, documentMeans } from '../constraints/demand.ts'
import type { Check } from '../constraints/kind.ts'
import type { ProjectState } from '../project-state.ts'
import type { Draft, Finding, Review, Section } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { desk } from './drafts.ts'
import { dutiesOf } from './duties.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { draftStep } from './steps.ts'

/** What code knows of one draft: a check a duty (null where only a reader can tell), and the hash of both. */
type CodeChecks = {
  readonly duties: readonly Duty[]
  readonly checks: readonly (Check | null)[]
  readonly hash: string
}

const known = new WeakMap<Draft, CodeChecks>()

const codeChecks = (draft: Draft, duties: readonly Duty[]): CodeChecks => {
  const last = known.get(draft)
  if (last?.duties === duties) return last
  const text = checkedText(draft.text)
  const checks = duties.map(({ demand }) => check(demand, text))
  const fresh = { duties, checks, hash: hashOf([draft.text, duties.map(({ demand }) => demand)]) }
  known.set(draft, fresh)
  return fresh
}

/** What a review of this draft is made from; a review with another hash is stale. */
export const reviewHash = (state: ProjectState, draft: Draft): string =>
  codeChecks(draft, dutiesOf(state, draft.section)).hash

/** The review of a draft, if it is of this very text and these very duties. */
export const freshReview = (state: ProjectState, draft: Draft): Review | undefined => {
  const review = state.review.get(`review:${draft.id.slice('draft:'.length)}`)
  return review?.madeFrom === reviewHash(state, draft) ? review : undefined
}

/** The duties of a draft that code cannot judge: they are put to the reviewer model. */
export const readersDuties = (state: ProjectState, draft: Draft): readonly Duty[] => {
  const { duties, checks } = codeChecks(draft, dutiesOf(state, draft.section))
  return duties.filter((_, i) => checks[i] === null)
}

/** A duty with how it stands: `owed` until there is a text and, where a reader must judge, a review. */
export type DutyVerdict = {
  readonly duty: Duty
  readonly verdict: Finding['verdict'] | 'owed'
  readonly quote?: string
  readonly advice?: string
  readonly by?: Finding['by']
}

const ofReader = (duty: Duty, review: Review | undefined): DutyVerdict => {
  const finding = review?.findings.find(({ constraint }) => constraint === duty.constraint)
  if (!finding) return { duty, verdict: review ? 'unsure' : 'owed' }
  const { verdict, quote, advice, by } = finding
  return { duty, verdict, ...(quote && { quote }), ...(advice && { advice }), by }
}

/** How the duties of one draft stand, in their order. Code's word is final where it has one. */
export const verdictsOn = (state: ProjectState, draft: Draft): readonly DutyVerdict[] => {
  const { duties, checks } = codeChecks(draft, dutiesOf(state, draft.section))
  const review = freshReview(state, draft)
  return duties.map((duty, i) => {
    const said = checks[i]
    return said ? { duty, ...said, by: 'code' } : ofReader(duty, review)
  })
}

const onSection = (state: ProjectState, section: Section): readonly DutyVerdict[] => {
  const { current } = desk(state, section.id)
  if (current) return verdictsOn(state, current)
  const failed = state.step.get(draftStep(section))?.status === 'failed'
  return dutiesOf(state, section.id).map((duty) => ({ duty, verdict: failed ? 'broken' : 'owed' }))
}

const onDocument = (state: ProjectState): readonly DutyVerdict[] => {
  const owed = dutiesOf(state, null)
  if (owed.length === 0) return []
  const texts = leaves(state).map(({ id }) => desk(state, id).current?.text)
  const whole = texts.every((text) => text !== undefined)
  const text = checkedText(whole ? texts.join('\n\n') : '')
  return owed.map((duty) => {
    const said = whole ? check(duty.demand, text) : null
    return said ? { duty, ...said, by: 'code' } : { duty, verdict: whole ? 'unsure' : 'owed' }
  })
}

/** What the document must say once is kept wherever it stands, whichever section was to carry it. */
const elsewhere = (state: ProjectState, owed: DutyVerdict): DutyVerdict => {
  const { demand, constraint } = owed.duty
  const isOnce =
    state.constraint.get(constraint)?.placement.where === 'document' &&
    documentMeans(demand) === 'one section'
  if (!isOnce || owed.verdict === 'kept') return owed
  for (const { id } of leaves(state)) {
    const { current } = desk(state, id)
    const said = current && check(demand, current.text)
    if (said?.verdict === 'kept') return { duty: owed.duty, ...said, by: 'code' }
  }
  return owed
}

/** Sections × constraints with their verdicts: every duty of the work, sections in order, the document's last. */
export const constraintMatrix = question(
  ['section', 'constraint', 'draft', 'review', 'step'],
  (state): readonly DutyVerdict[] => [
    ...leaves(state).flatMap((section) => onSection(state, section).map((each) => elsewhere(state, each))),
    ...onDocument(state),
  ],
)
