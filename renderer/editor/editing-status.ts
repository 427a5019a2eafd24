import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { SectionId } from '../../shared/records.ts'
import type { SaveStatus } from './save-slot.ts'

/** What the screen shows of the editing: how it stands with saving, and the sections whose text waits beside another. */
export type EditingStatus = { readonly saving: SaveStatus; readonly apart: ReadonlySet<SectionId> }

/** Fed by the editors of the open project. */
export const editingStatus = createStore<EditingStatus>(() => ({
  saving: { kind: 'saved' },
  apart: new Set(),
}))

/** How it stands with what was typed, for the status line. */
export const useSaveStatus = (): SaveStatus => useStore(editingStatus, ({ saving }) => saving)

/** Whether a section's text waits as a proposal beside another that stands. */
export const useIsApart = (section: SectionId): boolean =>
  useStore(editingStatus, ({ apart }) => apart.has(section))

/** Says that a section's text waits beside another, or no longer does. */
export const setApart = (section: SectionId, is: boolean): void =>
  editingStatus.setState(({ apart }) => {
    const next = new Set(apart)
    if (is) next.add(section)
    else next.delete(section)
    return { apart: next }
  })

/** Words for the status line: 'Saved', 'Saving', or 'Not saved' with the reason. */
export const saveSentence = (status: SaveStatus): string => {
  switch (status.kind) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving'
    case 'unsaved':
      return `Not saved: ${status.sentence}`
  }
}
