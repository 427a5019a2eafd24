import { AppError, explain } from '../../shared/errors.ts'
import { desk } from '../../shared/questions/drafts.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { SectionId } from '../../shared/records.ts'
import { createSaveEdits, type SaveEdits } from './save-edits.ts'
import type { Saved, SaveStatus, Sent } from './save-slot.ts'
import { createSectionEditor, type SectionEditor } from './section-editor.ts'

/** Milliseconds after which an unanswered save counts as lost. */
const answerWithin = 10_000

export type EditingOptions = {
  readonly state: () => ProjectState
  readonly save: (sent: Sent & { readonly origin: string }, signal: AbortSignal) => Promise<Saved>
  readonly onStatus: (status: SaveStatus) => void
  readonly onApart: (section: SectionId, apart: boolean) => void
  readonly onFocus: (section: SectionId) => void
  readonly onOpenLink: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** What was not found will not be found by asking again; a disk may have room later, and a connection comes back. */
const onFailure = (error: unknown): { readonly sentence: string; readonly again: boolean } => ({
  sentence:
    error instanceof AppError
      ? explain(error)
      : 'Longhand could not save this. What you typed is kept on this page and will be sent again.',
  again: !(error instanceof AppError && error.code === 'not-found'),
})

const languageOf = (state: ProjectState): string => [...state.brief.values()][0]?.language ?? 'en'

/** Makes a section's editor from what stands. */
const makeEditor = (
  section: SectionId,
  saves: SaveEdits,
  options: EditingOptions,
  onFocus: () => void,
): SectionEditor => {
  const { state, onOpenLink, onUndo, onRedo } = options
  const now = state()
  const { current } = desk(now, section)
  saves.open(section, current)
  return createSectionEditor({
    text: current?.text ?? '',
    title: now.section.get(section)?.title ?? 'a section',
    language: languageOf(now),
    onTyped: (read) => saves.typed(section, read),
    onFocus,
    onOpenLink,
    onUndo,
    onRedo,
  })
}

/**
 * The editors of one open project. Each is made when its section is first needed and kept with its undo, shown or not;
 * what is typed is saved, and what is saved elsewhere is shown where nothing unsaved stands.
 */
export const createEditing = (options: EditingOptions) => {
  const { state, save, onStatus, onApart, onFocus } = options
  const origin = crypto.randomUUID()
  const editors = new Map<SectionId, SectionEditor>()
  const saves = createSaveEdits({
    send: (sent) => save({ ...sent, origin }, AbortSignal.timeout(answerWithin)),
    onFailure,
    onStatus,
    onApart,
  })
  let focused: SectionId | null = null

  const meet = (section: SectionId, editor: SectionEditor): void => {
    const { current, proposals } = desk(state(), section)
    if (saves.meet(section, current, proposals) === 'show') editor.show(current?.text ?? '')
  }

  return {
    saves,
    /** A section's editor, made now if need be. */
    of(section: SectionId): SectionEditor {
      const focus = (): void => {
        focused = section
        onFocus(section)
      }
      const editor = editors.get(section) ?? makeEditor(section, saves, options, focus)
      editors.set(section, editor)
      return editor
    },
    /** The same, where it has been made. */
    made: (section: SectionId): SectionEditor | undefined => editors.get(section),
    all: (): ReadonlyMap<SectionId, SectionEditor> => editors,
    /** The section that has the caret, or had it last. */
    focused: (): SectionId | null => focused,
    /** Looks what the state says now about every text that is open; a text that stands is compared by identity. */
    meetAll(before: ProjectState | null): void {
      const now = state()
      if (before?.draft === now.draft) return
      for (const [section, editor] of editors) {
        const was = before && desk(before, section)
        const is = desk(now, section)
        if (was?.current !== is.current || was?.proposals.length !== is.proposals.length)
          meet(section, editor)
      }
    },
    /** Puts what stands in place of a text that waits beside it as a proposal. */
    showCurrent(section: SectionId): void {
      const { current } = desk(state(), section)
      const editor = editors.get(section)
      if (!editor || saves.isUnsaved(section)) return
      saves.open(section, current)
      editor.show(current?.text ?? '')
    },
    async close(): Promise<void> {
      await saves.flush()
      saves.close()
      for (const editor of editors.values()) editor.destroy()
      editors.clear()
    },
  }
}

/** The editors of one open project. */
export type Editing = ReturnType<typeof createEditing>
