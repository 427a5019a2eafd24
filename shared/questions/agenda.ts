import type { ProjectState } from '../project-state.ts'
import type { Draft, Section, SectionId, Step } from '../records.ts'
import { hashOf } from '../text/hash.ts'
import { bounds } from './bounds.ts'
import { desk } from './drafts.ts'
import { leaves } from './outline.ts'
import { holdsStill, phaseOf } from './phase.ts'
import { question } from './question.ts'
import { shape } from './shape.ts'
import {
  checkStep,
  draftStep,
  joinStep,
  planStep,
  rememberStep,
  reviewStep,
  reviseStep,
  understandStep,
} from './steps.ts'
import { textHash } from './text-hash.ts'
import { reviewHash } from './verdicts.ts'

type Of<Verb extends string, Matter> = { readonly verb: Verb; readonly step: Step['id'] } & Matter

/** One piece of work that needs doing. Its step's record, once put, takes it off the agenda for good. */
export type Work =
  | Of<'understand', unknown>
  | Of<'plan', { readonly from: number; readonly to: number | null }>
  | Of<'check', { readonly leaves: readonly Section[] }>
  | Of<'draft', { readonly section: Section }>
  | Of<'review', { readonly section: Section; readonly draft: Draft; readonly hash: string }>
  | Of<'revise', { readonly section: Section; readonly draft: Draft; readonly round: number }>
  | Of<'remember', { readonly section: Section; readonly draft: Draft; readonly hash: string }>
  | Of<'join', { readonly joins: readonly Join[] }>

/** Two neighbours that both have text, and the hash of those texts. */
export type Join = { readonly left: Section; readonly right: Section; readonly hash: string }

const understanding = (state: ProjectState): readonly Work[] => {
  const text = [...state.brief.values()][0]?.text.trim() ?? ''
  const step = understandStep(hashOf(text))
  return text === '' || state.step.has(step) ? [] : [{ verb: 'understand', step }]
}

const planning = (state: ProjectState): readonly Work[] => {
  const { count } = shape(state)
  const starts =
    count === null
      ? [1]
      : Array.from({ length: Math.ceil(count / bounds.planBatch) }, (_, i) => 1 + i * bounds.planBatch)
  const from = starts.find((start) => !state.step.has(planStep(start)))
  if (from === undefined) return [{ verb: 'check', step: checkStep, leaves: leaves(state) }]
  const to = count === null ? null : Math.min(from + bounds.planBatch - 1, count)
  return [{ verb: 'plan', step: planStep(from), from, to }]
}

const remembering = (state: ProjectState, section: Section): readonly Work[] => {
  const { current } = desk(state, section.id)
  if (!current?.text || !holdsStill(state, current)) return []
  const hash = textHash(current)
  const step = rememberStep(current, hash)
  return state.step.has(step) ? [] : [{ verb: 'remember', step, section, draft: current, hash }]
}

const next = (
  state: ProjectState,
  section: Section,
  settled: (id: SectionId) => boolean,
): readonly Work[] => {
  if (section.hold) return []
  const phase = phaseOf(state, section)
  switch (phase.at) {
    case 'unwritten':
      return section.after.every(settled) ? [{ verb: 'draft', step: draftStep(section), section }] : []
    case 'review': {
      const hash = reviewHash(state, phase.draft)
      return [{ verb: 'review', step: reviewStep(phase.draft, hash), section, draft: phase.draft, hash }]
    }
    case 'revise': {
      const { draft, round } = phase
      return [{ verb: 'revise', step: reviseStep(draft, round), section, draft, round }]
    }
    case 'settled':
      return remembering(state, section)
    case 'failed':
      return []
  }
}

/** Whether nothing more will be done to a section, so that those after it can begin: on hold, whether it has a text. */
const isSettled = (state: ProjectState, section: Section | undefined): boolean => {
  if (!section) return true
  const { at } = phaseOf(state, section)
  if (section.hold) return at !== 'unwritten'
  return at === 'failed' || (at === 'settled' && remembering(state, section).length === 0)
}

const joins = (state: ProjectState): readonly Join[] => {
  const all = leaves(state)
  return all.slice(1).flatMap((right, i): readonly Join[] => {
    const left = all[i]
    if (!left) return []
    const [a, b] = [desk(state, left.id).current, desk(state, right.id).current]
    if (!a?.text || !b?.text || !holdsStill(state, a) || !holdsStill(state, b)) return []
    return [{ left, right, hash: hashOf([textHash(a), textHash(b)]) }]
  })
}

const joining = (state: ProjectState): readonly Work[] => {
  const rough = joins(state).filter(
    ({ left, right, hash }) => state.seam.get(seamId(left, right))?.madeFrom !== hash,
  )
  const batches = Math.ceil(rough.length / bounds.joinBatch)
  return Array.from({ length: batches }, (_, i) =>
    rough.slice(i * bounds.joinBatch, (i + 1) * bounds.joinBatch),
  )
    .map((batch): Work => ({
      verb: 'join',
      step: joinStep(hashOf(batch.map(({ hash }) => hash))),
      joins: batch,
    }))
    .filter(({ step }) => !state.step.has(step))
}

/** Whether a section waits, maybe by way of others, for one that is on hold without a text. */
const waitsForHeld = (
  state: ProjectState,
  { after }: Section,
  settled: (id: SectionId) => boolean,
  seen = new Set<SectionId>(),
): boolean =>
  after.some((id) => {
    const section = state.section.get(id)
    if (!section || seen.has(id) || settled(id)) return false
    seen.add(id)
    return section.hold === true || waitsForHeld(state, section, settled, seen)
  })

/** The id of the seam between two neighbours. */
export const seamId = (left: Section, right: Section): `seam:${string}` =>
  `seam:${left.id.slice('section:'.length)}~${right.id.slice('section:'.length)}`

/**
 * All that needs doing now, what finishes a section before what begins one. Empty when the loop has nothing to do
 * (or waits for the writer to approve the plan). Sections on hold are left alone, and so are those that must come after
 * one that has no text yet.
 */
export const agenda = question(
  ['section', 'draft', 'step', 'review', 'constraint', 'plan', 'brief', 'seam', 'run'],
  (state): readonly Work[] => {
    const [plan] = state.plan.values()
    if (!plan) return [understanding(state), planning(state)].find((work) => work.length > 0) ?? []
    if (plan.status !== 'approved') return []
    const settledById = new Map<SectionId, boolean>()
    const settled = (id: SectionId): boolean => {
      const before = settledById.get(id) ?? isSettled(state, state.section.get(id))
      settledById.set(id, before)
      return before
    }
    const work = leaves(state).flatMap((section) => next(state, section, settled))
    const drafts = work.filter(({ verb }) => verb === 'draft')
    const rest = work.filter(({ verb }) => verb !== 'draft')
    if (work.length > 0) return [...rest, ...drafts]
    // Sections that wait for each other in a circle would wait for ever: the plan's check breaks circles, the
    // writer may make new ones, and then they are written in reading order.
    const stuck = leaves(state).find(
      (section) =>
        !section.hold && phaseOf(state, section).at === 'unwritten' && !waitsForHeld(state, section, settled),
    )
    return stuck ? [{ verb: 'draft', step: draftStep(stuck), section: stuck }] : joining(state)
  },
)
