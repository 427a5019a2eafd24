import { AppError } from '../../shared/errors.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import type { AnyRecord, Draft, DraftId, SectionId } from '../../shared/records.ts'

/** What a text was made from; null where its section had none. */
export type Base = { readonly draft: DraftId; readonly edition: number } | null

/** What the writer typed into one section; `origin` names the editor it was typed in. */
export type Save = {
  readonly section: SectionId
  readonly text: string
  readonly base: Base
  readonly origin: string
}

/** Saves of one draft by one editor without another's between: the base of the first, and its edition. */
export type Streak = { readonly origin: string; readonly from: Base; readonly first: number }

/** Where a saved text went. */
export type Saved = {
  readonly draft: DraftId
  readonly edition: number
  readonly standing: 'current' | 'proposal'
}

/** What a save comes to: one change, its answer, and the streak that the saved draft is in from here on. */
export type SaveOutcome = {
  readonly change: { readonly put: readonly AnyRecord[]; readonly shelve: readonly AnyRecord[] }
  readonly saved: Saved
  readonly streak: Streak
}

const isBase = (base: Base, draft: DraftId, edition: number): boolean =>
  base?.draft === draft && base.edition === edition

/** Whether nobody but this editor has changed the draft since its base: its own saves may overtake their answers. */
const isOwn = ({ base, origin }: Save, draft: Draft, streak: Streak | undefined): boolean => {
  if (streak?.origin !== origin) return false
  const sameStart =
    base && streak.from ? isBase(base, streak.from.draft, streak.from.edition) : base === streak.from
  return sameStart || (base?.draft === draft.id && base.edition >= streak.first)
}

const answer = ({ id, edition, standing }: Draft): Saved => ({
  draft: id,
  edition,
  standing: standing === 'proposal' ? 'proposal' : 'current',
})

/** What a save goes on from: a text of the same editor, or else the very text that it was made from. */
const targetOf = (
  standing: readonly Draft[],
  save: Save,
  streaks: ReadonlyMap<string, Streak>,
): Draft | undefined =>
  standing.find((each) => isOwn(save, each, streaks.get(each.id))) ??
  standing.find((each) => isBase(save.base, each.id, each.edition))

const newDraft = (state: ProjectState, { section, text, base }: Save, { fresh, at }: Fresh): Draft => {
  const from = base ? state.draft.get(base.draft) : undefined
  return {
    id: fresh,
    section,
    author: 'writer',
    parent: base?.draft ?? null,
    root: from?.root ?? fresh,
    round: from?.round ?? 0,
    edition: 1,
    standing: 'current',
    text,
    at,
  }
}

/** The id of a draft that does not exist yet, and the time of the save in ms. */
export type Fresh = { readonly fresh: DraftId; readonly at: number }

/**
 * The writer wins, always, and no text is lost. A text made from what stands takes its place: a model's draft goes to
 * the shelf, the writer's own gets another edition. A text made from anything else waits as a proposal beside what
 * stands.
 */
export const saveDraft = (
  state: ProjectState,
  save: Save,
  streaks: ReadonlyMap<string, Streak>,
  fresh: Fresh,
): SaveOutcome => {
  const { section, text, base, origin } = save
  if (!state.section.has(section)) {
    throw new AppError('not-found', 'This section is no longer in the plan.', 'Copy the text elsewhere.')
  }
  const { current, proposals } = desk(state, section)
  const target = targetOf([...(current ? [current] : []), ...proposals], save, streaks)
  const outcome = (draft: Draft, shelve: readonly AnyRecord[] = []): SaveOutcome => {
    const before = streaks.get(draft.id)
    const goesOn = draft.id === target?.id && before?.origin === origin
    const streak = goesOn ? before : { origin, from: base, first: draft.edition }
    return { change: { put: [draft], shelve }, saved: answer(draft), streak }
  }
  if (target?.author === 'writer') {
    return outcome({ ...target, text, at: fresh.at, edition: target.edition + 1 })
  }
  const made = newDraft(state, save, fresh)
  if (!current) return outcome(made)
  if (target?.id === current.id) {
    const review = state.review.get(`review:${current.id.slice('draft:'.length)}`)
    return outcome(made, [{ ...current, standing: 'superseded' }, ...(review ? [review] : [])])
  }
  if (text !== current.text) return outcome({ ...made, standing: 'proposal' })
  const { saved, streak } = outcome(current)
  return { change: { put: [], shelve: [] }, saved, streak: streaks.get(current.id) ?? streak }
}
