import { bearsOut, dutyLine, type Demand } from '../../shared/constraints/demand.ts'
import { applyEvent } from '../../shared/project-state.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { desk, mayReplace } from '../../shared/questions/drafts.ts'
import { readersDuties, reviewHash } from '../../shared/questions/verdicts.ts'
import type { AnyRecord, Draft, Finding, Review, Section, Step } from '../../shared/records.ts'
import { plainText } from '../../shared/text/markdown.ts'
import { findQuote } from '../../shared/text/quotes.ts'
import { reviewPrompt, reviewReply, type ReviewReply } from '../prompts/review.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { isBetter } from './better-draft.ts'
import { now, type Loop, type Verb } from './loop.ts'

type Reviewing = Extract<Work, { verb: 'review' }>

const unjudged = (reply: ReviewReply, points: number): string | null => {
  const missing = Array.from({ length: points }, (_, i) => i + 1).filter(
    (point) => !reply.some((each) => each.point === point),
  )
  return missing.length === 0 ? null : `It gives no verdict on point ${missing.join(', ')}.`
}

const entryPoint = 'The section does what its plan entry says.'
const entryFault = 'It does not do what its plan entry says.'

/** A verdict stands only on words of the text that can show it: "kept" without them counts as unsure. */
const verified = (
  text: string,
  { verdict, quote, advice }: ReviewReply[number],
  demand: Demand | null,
): Omit<Finding, 'constraint'> => {
  const place = quote ? findQuote(text, quote, { caseless: true }) : null
  const found = place ? text.slice(place.from, place.to) : undefined
  const isShown = found !== undefined && (!demand || bearsOut(demand, found))
  return {
    verdict: verdict === 'kept' && !isShown ? 'unsure' : verdict,
    by: 'model',
    ...(found && { quote: found }),
    ...(advice && { advice }),
  }
}

const findingsOf = (state: ProjectState, draft: Draft, reply: ReviewReply | null): readonly Finding[] => {
  const text = plainText(draft.text)
  const answer = (point: number) => reply?.find((each) => each.point === point)
  const entry = answer(1)
  const entryFinding = entry && { constraint: null, fault: entryFault, ...verified(text, entry, null) }
  return [
    ...(entryFinding && entryFinding.verdict !== 'kept' ? [entryFinding] : []),
    ...readersDuties(state, draft).map(({ constraint, demand }, i): Finding => {
      const said = answer(i + 2)
      return said
        ? { constraint, ...verified(text, said, demand) }
        : { constraint, verdict: 'unsure', by: 'model', advice: 'The reviewer gave no verdict.' }
    }),
  ]
}

/** What becomes of a reviewed candidate: it takes its parent's place, is dropped, or is proposed to the writer. */
const settle = (
  state: ProjectState,
  section: Section,
  candidate: Draft,
  review: Review,
): { readonly put: readonly AnyRecord[]; readonly shelve: readonly AnyRecord[] } => {
  const { current } = desk(state, section.id)
  if (!mayReplace(state, section.id, candidate.parent)) {
    return { put: [review, { ...candidate, standing: 'proposal' }], shelve: [] }
  }
  const reviewed = applyEvent(state, { type: 'change', seq: state.seq, put: [review], remove: [] })
  if (current && !isBetter(reviewed, section, candidate, current)) {
    return { put: [], shelve: [{ ...candidate, standing: 'dropped' }, review] }
  }
  const old = current ? state.review.get(`review:${current.id.slice('draft:'.length)}`) : undefined
  return {
    put: [review, { ...candidate, standing: 'current' }],
    shelve: [...(current ? [{ ...current, standing: 'superseded' as const }] : []), ...(old ? [old] : [])],
  }
}

const save = (
  loop: Loop,
  work: Reviewing,
  reply: ReviewReply | null,
  rest: readonly AnyRecord[],
  step: Step,
): void => {
  const state = now(loop)
  const draft = state.draft.get(work.draft.id)
  const [calls, bodies] = [
    rest.filter(({ id }) => id.startsWith('call:')),
    rest.filter(({ id }) => id.startsWith('body:')),
  ]
  // The writer may have changed or removed the text meanwhile: then this review is of nothing that still stands.
  if (!draft || reviewHash(state, draft) !== work.hash) {
    loop.project.put({ put: [...calls, step], shelve: bodies })
    return
  }
  const review: Review = {
    id: `review:${draft.id.slice('draft:'.length)}`,
    draft: draft.id,
    section: draft.section,
    madeFrom: work.hash,
    findings: [...findingsOf(state, draft, reply)],
  }
  const { put, shelve } =
    draft.standing === 'candidate'
      ? settle(state, work.section, draft, review)
      : { put: [review], shelve: [] }
  loop.project.put({ put: [...put, ...calls, step], shelve: [...shelve, ...bodies] })
}

/** Reviews one draft: code has checked what it can, the reviewer model judges the rest in one call. */
export const review: Verb<Reviewing> = async (loop, work) => {
  const { step: id, section, draft } = work
  const points = [entryPoint, ...readersDuties(now(loop), draft).map(({ demand }) => dutyLine(demand))]
  const reply = await askJson(loop, {
    step: id,
    verb: 'review',
    role: 'reviewer',
    section,
    maxOutput: 200 + points.length * 150,
    schema: reviewReply,
    prompt: (trouble) => reviewPrompt(now(loop), section, draft.text, points, trouble),
    trouble: (value) => unjudged(value, points.length),
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'review', section: section.id } as const
  if (reply.value) save(loop, work, reply.value, [reply.call, reply.body], { ...step, status: 'ended' })
  else save(loop, work, null, [], { ...step, status: 'failed', fault: reply.fault })
  return null
}
