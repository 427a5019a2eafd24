import { AppError } from '../../shared/errors.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { isOutOfDate, orderOfDraft, proposalNow } from '../../shared/questions/orders.ts'
import type { AnyRecord, Draft, DraftId, Review } from '../../shared/records.ts'
import type { Change } from '../project/project.ts'
import type { Fresh, Saved } from './save-draft.ts'

/** What the writer decided about a text, as one change, and where that text stands now. */
export type Decision = { readonly change: Change; readonly saved: Saved }

const reviewOf = (state: ProjectState, { id }: Draft): readonly Review[] => {
  const review = state.review.get(`review:${id.slice('draft:'.length)}`)
  return review ? [review] : []
}

const shelved = (state: ProjectState, draft: Draft, standing: Draft['standing']): readonly AnyRecord[] => [
  { ...draft, standing },
  ...reviewOf(state, draft),
]

const proposalOf = (state: ProjectState, id: DraftId): Draft => {
  const draft = state.draft.get(id)
  if (draft?.standing === 'proposal') return draft
  throw new AppError('stale', 'This proposal waits no longer.', 'Look for it in the history of its section.')
}

const inPlace = (state: ProjectState, draft: Draft, left: readonly AnyRecord[] = []): Decision => {
  const { current } = desk(state, draft.section)
  const before = current ? shelved(state, current, 'superseded') : []
  return {
    change: { put: [{ ...draft, standing: 'current' }], shelve: [...before, ...left] },
    saved: { draft: draft.id, edition: draft.edition, standing: 'current' },
  }
}

const ownOf = (draft: Draft, text: string, { fresh, at }: Fresh): Draft => {
  const { section, id, root, round } = draft
  return {
    id: fresh,
    section,
    author: 'writer',
    parent: id,
    root,
    round,
    edition: 1,
    standing: 'current',
    text,
    at,
  }
}

/**
 * What an order changes, made in the text that stands now; the rest is as it was. Where that text is the writer's, it
 * stays the writer's: the loop revises none of it unasked.
 */
const asItStandsNow = (state: ProjectState, proposal: Draft): Pick<Draft, 'text' | 'author'> => {
  const { current } = desk(state, proposal.section)
  const isPart = orderOfDraft(state, proposal.id)?.edits !== undefined
  return {
    text: proposalNow(state, proposal),
    author: isPart && current ? current.author : proposal.author,
  }
}

/**
 * Accepts a proposal in the place of what stands, whole, or as the text that the writer made of both, which is then
 * the writer's own. What stood goes to the shelf. Throws `stale` where the proposal waits no longer, or would undo what
 * came since.
 */
export const acceptProposal = (
  state: ProjectState,
  id: DraftId,
  text: string | undefined,
  fresh: Fresh,
): Decision => {
  const waiting = proposalOf(state, id)
  const proposal = { ...waiting, ...asItStandsNow(state, waiting) }
  if (text === undefined && isOutOfDate(state, waiting)) {
    throw new AppError(
      'stale',
      'The text has changed where this proposal would change it.',
      'Look at both and take what you want of it, or ask again.',
    )
  }
  if (text === undefined || text === proposal.text) return inPlace(state, proposal)
  return inPlace(state, ownOf(proposal, text, fresh), shelved(state, proposal, 'superseded'))
}

/** Drops a proposal; it stays in the history. Throws `stale` where it waits no longer. */
export const dropProposal = (state: ProjectState, id: DraftId): Change => ({
  shelve: shelved(state, proposalOf(state, id), 'dropped'),
})

/**
 * Makes a text that was dropped or replaced wait as a proposal again, with its review. Throws `stale` while it stands,
 * `not-found` where its section is gone.
 */
export const proposeAgain = (state: ProjectState, old: Draft, review: Review | undefined): Change => {
  if (state.draft.get(old.id)?.standing === 'proposal') return {}
  if (state.draft.has(old.id)) {
    throw new AppError('stale', 'This text stands now.', 'Put another in its place first.')
  }
  needSection(state, old)
  return { put: [{ ...old, standing: 'proposal' }, ...(review ? [review] : [])] }
}

const needSection = (state: ProjectState, { section }: Draft): void => {
  if (state.section.has(section)) return
  throw new AppError('not-found', 'The section of this text is no longer in the plan.', 'Put it back first.')
}

/** Puts the text of any draft in place again, as a new draft of the writer's; what stood goes to the shelf. */
export const restoreDraft = (state: ProjectState, old: Draft, fresh: Fresh): Decision => {
  const { current } = desk(state, old.section)
  needSection(state, old)
  if (current?.text === old.text) {
    return { change: {}, saved: { draft: current.id, edition: current.edition, standing: 'current' } }
  }
  return inPlace(state, ownOf(old, old.text, fresh))
}
