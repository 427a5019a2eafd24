import { AppError } from '../../../shared/errors.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import type { Draft, DraftId, SectionId } from '../../../shared/records.ts'
import { theEditing } from '../../editor/editing-session.ts'
import { perform } from '../../stores/actions.ts'
import { client } from '../../stores/connection.ts'
import { notify } from '../../stores/notices.ts'
import { openPath, projectStore } from '../../stores/project-store.ts'
import { keepDone } from '../../stores/undo-stack.ts'

/** Sends first what is still unsaved in the section, so that nothing is decided about an older text. */
const saveFirst = (section: SectionId): Promise<void> =>
  theEditing()?.saves.flush(section) ?? Promise.resolve()

/** A section's text as the writer has it before them, saved or not; one that waits as a proposal does not count. */
const textNow = (section: SectionId): string => {
  const editing = theEditing()
  const editor = editing?.made(section)
  if (editor && !editing?.saves.isApart(section)) return editor.read()
  return desk(projectStore.getState().state, section).current?.text ?? ''
}

/** A text that took another's place. */
type Swap = {
  readonly section: SectionId
  readonly name: string
  readonly before: { readonly id: DraftId; readonly text: string }
  readonly after: { readonly id: DraftId; readonly text: string }
  /** The proposal that was accepted with it: undo makes it wait again. */
  readonly proposal?: DraftId
}

/**
 * Keeps a swap for undo and redo. Either puts a text back only while the other one stands as it was left: what was
 * written since is never taken away with it.
 */
const keepSwap = ({ section, name, before, after, proposal: draft }: Swap): void => {
  const project = openPath()
  const put = (wanted: Swap['before'], left: string) => async () => {
    await saveFirst(section)
    if (textNow(section) !== left) {
      throw new AppError('stale', 'The section was changed since.', 'Its earlier texts are in its history.')
    }
    await client.drafts.restore({ project, draft: wanted.id })
  }
  const [back, forth] = [put(before, after.text), put(after, before.text)]
  keepDone({
    name,
    at: Date.now(),
    undo: async () => {
      await back()
      if (draft !== undefined) await client.drafts.propose({ project, draft })
    },
    redo: async () => {
      await forth()
      if (draft !== undefined) await client.drafts.drop({ project, draft })
    },
  })
}

/** Puts an old text in place again; what it replaces can be had back by undo. */
export const putInPlace = (draft: Draft, before: Draft | undefined, name: string) =>
  perform(async () => {
    const { section } = draft
    await saveFirst(section)
    await client.drafts.restore({ project: openPath(), draft: draft.id })
    if (before) keepSwap({ section, name, before, after: draft })
  })

/** Accepts a proposal, whole or as `text`; undo puts back what stood there. */
export const acceptProposal = (proposal: Draft, before: Draft | undefined, text: string | null) =>
  perform(async () => {
    const { section } = proposal
    await saveFirst(section)
    const isApart = theEditing()?.saves.isApart(section) === true
    if (!isApart && textNow(section) !== (before?.text ?? '')) {
      return notify('The section was changed meanwhile. Look at the change again, then accept.')
    }
    const accepted = await client.drafts.accept({
      project: openPath(),
      draft: proposal.id,
      ...(text !== null && { text }),
    })
    const after = { id: accepted.draft, text: text ?? proposal.text }
    const name = 'Acceptance of a proposal'
    if (before) keepSwap({ section, name, before, after, proposal: proposal.id })
  })

/** Drops a proposal; it stays in the history, and undo makes it wait again. */
export const dropProposal = ({ id: draft }: Draft) =>
  perform(async () => {
    const project = openPath()
    const drop = () => client.drafts.drop({ project, draft })
    await drop()
    keepDone({
      name: 'Dropping of a proposal',
      at: Date.now(),
      undo: () => client.drafts.propose({ project, draft }),
      redo: drop,
    })
    notify('The proposal was dropped. Undo brings it back.')
  })
