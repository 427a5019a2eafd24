import { client } from '../stores/connection.ts'
import { projectStore } from '../stores/project-store.ts'
import { redoLatest, undoLatest } from '../stores/undo.ts'
import { show } from '../stores/view-store.ts'
import { createEditing, type Editing } from './editing.ts'
import { editingStatus, setApart } from './editing-status.ts'
import { openLinkDialog } from './link-store.ts'

type Session = { readonly project: string; readonly editing: Editing; readonly stop: () => void }

let session: Session | null = null

const start = (project: string): Session => {
  const editing = createEditing({
    state: () => projectStore.getState().state,
    save: (sent, signal) => client.drafts.save({ ...sent, project }, { signal }),
    onStatus: (saving) => editingStatus.setState({ saving }),
    onApart: setApart,
    onFocus: (focused) => show({ focused }),
    onOpenLink: openLinkDialog,
    onUndo: () => void undoLatest(),
    onRedo: () => void redoLatest(),
  })
  const stop = projectStore.subscribe((now, before) => {
    if (now.project !== project) return end()
    if (now.state !== before.state) editing.meetAll(now.opened === before.opened ? before.state : null)
    const isBack = now.link === 'open' && before.link !== 'open'
    // A section that was deleted may have been put back: what was refused for it can be saved now.
    if (isBack || now.state.section !== before.state.section) editing.saves.retry()
  })
  return { project, editing, stop }
}

const end = (): void => {
  if (!session) return
  const { editing, stop } = session
  session = null
  stop()
  void editing.close().then(() => editingStatus.setState({ saving: { kind: 'saved' }, apart: new Set() }))
}

const flushWhenLeft = (): void => {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void session?.editing.saves.flush()
  })
  addEventListener('pagehide', () => void session?.editing.saves.flush())
  addEventListener('beforeunload', (event) => {
    if (!session?.editing.saves.isUnsaved()) return
    void session.editing.saves.flush()
    event.preventDefault()
  })
}

let isListening = false

/** The editors of a project: the same ones as long as it is open, whatever else is shown meanwhile. */
export const editingOf = (project: string): Editing => {
  if (!isListening) flushWhenLeft()
  isListening = true
  if (session?.project !== project) {
    end()
    session = start(project)
  }
  return session.editing
}

/** The editors of the open project, if any were made. */
export const theEditing = (): Editing | null => session?.editing ?? null
