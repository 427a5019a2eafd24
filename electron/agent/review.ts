import { applyEvent } from '../../shared/project-state.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { desk, mayReplace } from '../../shared/questions/drafts.ts'
import { reviewHash } from '../../shared/questions/verdicts.ts'
import type { AnyRecord, Draft, Finding, Review, Section, Step } from '../../shared/records.ts'
import { reviewPrompt, reviewReply, type ReviewReply } from '../prompts/review.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { isBetter } from './better-draft.ts'
import { now, type Loop, type Verb } from './loop.ts'
import { pointsOf } from './points.ts'

type Reviewing = Extract<Work, { verb: 'review' }>

const unjudged = (reply: ReviewReply, points: number): string | null => {
  const missing = Array.from({ length: points }, (_, i) => i + 1).filter(
    (point) => !reply.some((each) => each.point === point),
  )
  return missing.length === 0 ? null : `It gives no verdict on point ${missing.join(', ')}.`
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

/** Saves a review in one commit with others that end at this moment. */
const save = (
  loop: Loop,
  work: Reviewing,
  findings: readonly Finding[],
  rest: readonly AnyRecord[],
  step: Step,
): Promise<void> =>
  loop.project.putSoon((state) => {
    const draft = state.draft.get(work.draft.id)
    const [calls, bodies] = [
      rest.filter(({ id }) => id.startsWith('call:')),
      rest.filter(({ id }) => id.startsWith('body:')),
    ]
    // The writer may have changed or removed the text meanwhile: then this review is of nothing that still stands.
    if (!draft || reviewHash(state, draft) !== work.hash) return { put: [...calls, step], shelve: bodies }
    const review: Review = {
      id: `review:${draft.id.slice('draft:'.length)}`,
      draft: draft.id,
      section: draft.section,
      madeFrom: work.hash,
      findings: [...findings],
    }
    const { put, shelve } =
      draft.standing === 'candidate'
        ? settle(state, work.section, draft, review)
        : { put: [review], shelve: [] }
    return { put: [...put, ...calls, step], shelve: [...shelve, ...bodies] }
  })

/** Reviews one draft: code has checked what it can, the reviewer model judges the rest in one call. */
export const review: Verb<Reviewing> = async (loop, work) => {
  const { step: id, section, draft } = work
  const { asked, findings } = pointsOf(now(loop), section, draft)
  const reply = await askJson(loop, {
    step: id,
    verb: 'review',
    role: 'reviewer',
    section,
    maxOutput: 200 + asked.length * 150,
    schema: reviewReply,
    prompt: (trouble) => reviewPrompt(section, draft.text, asked, trouble),
    trouble: (value) => unjudged(value, asked.length),
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'review', section: section.id } as const
  const found = findings(reply.value)
  if (reply.value) await save(loop, work, found, [reply.call, reply.body], { ...step, status: 'ended' })
  else await save(loop, work, found, [], { ...step, status: 'failed', fault: reply.fault })
  return null
}
