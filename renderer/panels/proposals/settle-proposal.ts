import type { Draft, SectionId } from '../../../shared/records.ts'
import { theEditing } from '../../editor/editing-session.ts'
import { perform } from '../../stores/actions.ts'
import { client } from '../../stores/connection.ts'
import { notify } from '../../stores/notices.ts'
import { openPath } from '../../stores/project-store.ts'
import { keepDone } from '../../stores/undo-stack.ts'

/** Sends first what is still unsaved in the section, so that nothing is decided about an older text. */
const saveFirst = (section: SectionId): Promise<void> =>
  theEditing()?.saves.flush(section) ?? Promise.resolve()

/** Whether the writer has typed since `before` was compared with a proposal. */
const hasTypedSince = (section: SectionId, before: Draft | undefined): boolean => {
  const editing = theEditing()
  const editor = editing?.made(section)
  return editor !== undefined && !editing?.saves.isApart(section) && editor.read() !== (before?.text ?? '')
}

/** Puts an old text in place again; what it replaces can be had back by undo. */
export const putInPlace = (draft: Draft, before: Draft | undefined, name: string) =>
  perform(async () => {
    const project = openPath()
    await saveFirst(draft.section)
    const put = () => client.drafts.restore({ project, draft: draft.id })
    await put()
    if (!before) return
    keepDone({
      name,
      at: Date.now(),
      undo: () => client.drafts.restore({ project, draft: before.id }),
      redo: put,
    })
  })

/** Accepts a proposal, whole or as `text`; undo puts back what stood there. */
export const acceptProposal = (proposal: Draft, before: Draft | undefined, text: string | null) =>
  perform(async () => {
    const project = openPath()
    await saveFirst(proposal.section)
    if (hasTypedSince(proposal.section, before)) {
      return notify('The section was changed meanwhile. Look at the change again, then accept.')
    }
    const accepted = await client.drafts.accept({
      project,
      draft: proposal.id,
      ...(text !== null && { text }),
    })
    if (!before) return
    keepDone({
      name: 'Acceptance of a proposal',
      at: Date.now(),
      undo: () => client.drafts.restore({ project, draft: before.id }),
      redo: () => client.drafts.restore({ project, draft: accepted.draft }),
    })
  })

/** Drops a proposal; it stays in the history. */
export const dropProposal = (proposal: Draft) =>
  perform(() => client.drafts.drop({ project: openPath(), draft: proposal.id }))
