import type { Duty } from '../constraints/compile.ts'
import { checkedText } from '../constraints/checked-text.ts'
import { check, documentMeans, type Demand } from '../constraints/demand.ts'
import type { Check } from '../constraints/kind.ts'
import type { ProjectState } from '../project-state.ts'
import type { Constraint, Draft, Finding, Review, Section } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { desk } from './drafts.ts'
import { dutiesOf } from './duties.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'
import { draftStep } from './steps.ts'
import { draftPlain } from './text-hash.ts'

/** What code knows of one draft: a check for each duty (null where only a reader can tell), and the hash of both. */
type CodeChecks = {
  readonly duties: readonly Duty[]
  readonly checks: readonly (Check | null)[]
  readonly hash: string
}

const known = new WeakMap<Draft, CodeChecks>()

/** Whether two lists of duties ask the same, though they were worked out at different times. */
const asksSame = (a: readonly Duty[], b: readonly Duty[]): boolean =>
  a.length === b.length &&
  a.every(({ constraint, demand }, i) => {
    const other = b[i]
    if (other?.constraint !== constraint) return false
    return other.demand === demand || JSON.stringify(other.demand) === JSON.stringify(demand)
  })

const countsWords = /\bwords?\b|\bWörter|\bmots\b|\bpalabras\b|字/iu
const ofLess = /sentence|paragraph|line\b|title|heading|Satz|Absatz|phrase|paragraphe|frase|párrafo|句|段/iu

/** Whether a rule in plain words says no more of numbers than a length that is asked of the same section. */
const repeatsLength = (rule: string, { demand }: Duty): boolean => {
  if (demand.kind !== 'length' || !countsWords.test(rule) || ofLess.test(rule)) return false
  const asked = [demand.params.min, demand.params.max].filter((each) => each !== undefined)
  const named = (rule.match(/\d[\d,.]*/gu) ?? []).map((each) => Number(each.replaceAll(/[,.]/gu, '')))
  return named.length === asked.length && asked.every((each) => named.includes(each))
}

/** What code has measured as a length is not put to a reader, who cannot count, where a rule asks for it once more. */
const withMeasured = (
  duties: readonly Duty[],
  checks: readonly (Check | null)[],
): readonly (Check | null)[] =>
  duties.map(({ demand }, i) => {
    const said = checks[i] ?? null
    if (demand.kind !== 'rule' || said) return said
    const at = duties.findIndex((duty) => repeatsLength(demand.params.text, duty))
    return checks[at] ?? null
  })

const codeChecks = (draft: Draft, duties: readonly Duty[]): CodeChecks => {
  const last = known.get(draft)
  if (last?.duties === duties) return last
  if (last && asksSame(last.duties, duties)) {
    const same = { ...last, duties }
    known.set(draft, same)
    return same
  }
  const text = checkedText(draft.text, () => draftPlain(draft))
  const checks = withMeasured(
    duties,
    duties.map(({ demand }) => check(demand, text)),
  )
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

/** The duties of a draft that code cannot judge, or not for good: they are put to the reviewer model. */
export const readersDuties = (state: ProjectState, draft: Draft): readonly Duty[] => {
  const { duties, checks } = codeChecks(draft, dutiesOf(state, draft.section))
  return duties.filter((_, i) => checks[i] === null || checks[i]?.contestable)
}

/** A duty with how it stands: `owed` until there is a text and, where a reader must judge, a review. */
export type DutyVerdict = {
  readonly duty: Duty
  readonly verdict: Finding['verdict'] | 'owed'
  readonly quote?: string
  readonly advice?: string
  readonly by?: Finding['by']
}

const ofCode = (duty: Duty, { verdict, quote, advice }: Check): DutyVerdict => ({
  duty,
  verdict,
  ...(quote && { quote }),
  ...(advice && { advice }),
  by: 'code',
})

const ofReader = (duty: Duty, said: Check | null, review: Review | undefined): DutyVerdict => {
  const finding = review?.findings.find(({ constraint }) => constraint === duty.constraint)
  if (said && finding?.verdict !== 'kept') return ofCode(duty, said)
  if (!finding) return { duty, verdict: review ? 'unsure' : 'owed' }
  const { verdict, quote, advice, by } = finding
  return { duty, verdict, ...(quote && { quote }), ...(advice && { advice }), by }
}

/**
 * How the duties of one draft stand, in their order. Where code has a word it is final, or if it can be contested holds
 * until a reader has shown that the duty is kept.
 */
export const verdictsOn = (state: ProjectState, draft: Draft): readonly DutyVerdict[] => {
  const { duties, checks } = codeChecks(draft, dutiesOf(state, draft.section))
  const review = freshReview(state, draft)
  return duties.map((duty, i) => {
    const said = checks[i] ?? null
    return said && !said.contestable ? ofCode(duty, said) : ofReader(duty, said, review)
  })
}

/** How the duties of one section stand; broken where no draft could be had. */
export const sectionVerdicts = (state: ProjectState, section: Section): readonly DutyVerdict[] => {
  const { current } = desk(state, section.id)
  if (current) return verdictsOn(state, current)
  const failed = state.step.get(draftStep(section))?.status === 'failed'
  return dutiesOf(state, section.id).map((duty) => ({ duty, verdict: failed ? 'broken' : 'owed' }))
}

/** The duties that only the whole work can keep: owed until every section has a text. */
export const wholeVerdicts = question(['section', 'constraint', 'draft'], (state): readonly DutyVerdict[] => {
  const duties = dutiesOf(state, null)
  if (duties.length === 0 || leaves(state).length === 0) return []
  const drafts = leaves(state).map(({ id }) => desk(state, id).current)
  const written = drafts.filter((draft) => draft !== undefined)
  const isWritten = written.length === drafts.length
  const text = checkedText(written.map((draft) => draft.text).join('\n\n'), () =>
    written.map(draftPlain).join('\n\n'),
  )
  return duties.map((duty) => {
    const said = isWritten ? check(duty.demand, text) : null
    return said ? ofCode(duty, said) : { duty, verdict: isWritten ? 'unsure' : 'owed' }
  })
})

/** What the document must say once is kept wherever it stands, whichever section was to carry it. */
export const roams = ({ demand, placement }: Constraint): boolean =>
  placement.where === 'document' && documentMeans(demand) === 'one section'

const roaming = new WeakMap<Demand, WeakMap<Draft, Check | null>>()

/** What code says of a demand in a draft, whoever owes it; worked out once. */
const roamingCheck = (demand: Demand, draft: Draft): Check | null => {
  const byDraft = roaming.get(demand) ?? new WeakMap<Draft, Check | null>()
  roaming.set(demand, byDraft)
  const before = byDraft.get(draft)
  if (before !== undefined) return before
  const said = check(
    demand,
    checkedText(draft.text, () => draftPlain(draft)),
  )
  byDraft.set(draft, said)
  return said
}

const elsewhere = (state: ProjectState, owed: DutyVerdict): DutyVerdict => {
  const constraint = state.constraint.get(owed.duty.constraint)
  if (!constraint || !roams(constraint) || owed.verdict === 'kept') return owed
  for (const { id } of leaves(state)) {
    const { current } = desk(state, id)
    const said = current && roamingCheck(constraint.demand, current)
    if (said?.verdict === 'kept') return ofCode(owed.duty, said)
  }
  return owed
}

/** Every duty of the work and how it stands: sections in order, the document's last. */
export const dutyVerdicts = question(
  ['section', 'constraint', 'draft', 'review', 'step'],
  (state): readonly DutyVerdict[] => [
    ...leaves(state).flatMap((section) =>
      sectionVerdicts(state, section).map((each) => elsewhere(state, each)),
    ),
    ...wholeVerdicts(state),
  ],
)
