import { AppError } from '../../../shared/errors.ts'
import type { Draft, DraftId } from '../../../shared/records.ts'
import { draftHistory } from '../draft-history.ts'
import { freshDraft } from '../fresh-draft.ts'
import type { Opened, OpenedProjects } from '../opened.ts'
import { acceptProposal, dropProposal, proposeAgain, restoreDraft } from '../place-text.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'
import { isWorthKeeping } from '../worth-keeping.ts'
import { saveDraft, type Save, type Saved } from '../save-draft.ts'

/** The writer's own text as it was, under an id of its own, where it is worth keeping. */
const earlier = (
  { project, keptAt }: Opened,
  at: number,
  { draft }: Saved,
  text: string,
): readonly Draft[] => {
  const before = project.state().draft.get(draft)
  const isWriters = before?.author === 'writer'
  if (isWriters && !isWorthKeeping(before, text, at, keptAt.get(draft))) return []
  keptAt.set(draft, at)
  return isWriters ? [{ ...before, id: freshDraft(project, before.section, at), standing: 'superseded' }] : []
}

const save = (opened: Opened, at: number, text: Save): Saved => {
  const { project, streaks } = opened
  const fresh = freshDraft(project, text.section, at)
  const { change, saved, streak } = saveDraft(project.state(), text, streaks, { fresh, at })
  const kept = change.put.length > 0 ? earlier(opened, at, saved, text.text) : []
  if (change.put.length > 0) project.put({ ...change, shelve: [...change.shelve, ...kept] })
  streaks.set(saved.draft, streak)
  return saved
}

const textOf = ({ project }: Opened, id: DraftId): Draft => {
  const record = project.shelf(id)
  if (record && 'standing' in record && record.standing !== 'streaming') return record
  throw new AppError('not-found', 'There is no such text in this project.', 'Choose one in the history.')
}

const accept = (opened: Opened, at: number, id: DraftId, text: string | undefined): Saved => {
  const { project } = opened
  const fresh = freshDraft(project, textOf(opened, id).section, at)
  const { change, saved } = acceptProposal(project.state(), id, text, { fresh, at })
  project.put(change)
  return saved
}

const restore = (opened: Opened, at: number, id: DraftId): Saved => {
  const { project } = opened
  const old = textOf(opened, id)
  const fresh = freshDraft(project, old.section, at)
  const { change, saved } = restoreDraft(project.state(), old, { fresh, at })
  project.put(change)
  return saved
}

const propose = (opened: Opened, id: DraftId): void => {
  const { project } = opened
  const review = project.shelf(`review:${id.slice('draft:'.length)}`)
  const isReview = review !== null && 'findings' in review
  project.put(proposeAgain(project.state(), textOf(opened, id), isReview ? review : undefined))
}

/** What is done with drafts. */
export const draftHandlers = (os: Procedures, projects: OpenedProjects, { now }: Platform) => ({
  save: os.drafts.save.handler(({ input }) => save(projects.get(input.project), now(), input)),
  accept: os.drafts.accept.handler(({ input: { project, draft, text } }) =>
    accept(projects.get(project), now(), draft, text),
  ),
  drop: os.drafts.drop.handler(({ input }) => {
    const { project } = projects.get(input.project)
    project.put(dropProposal(project.state(), input.draft))
  }),
  propose: os.drafts.propose.handler(({ input }) => propose(projects.get(input.project), input.draft)),
  history: os.drafts.history.handler(({ input }) =>
    draftHistory(projects.get(input.project).project, input.section),
  ),
  restore: os.drafts.restore.handler(({ input }) => restore(projects.get(input.project), now(), input.draft)),
})
