import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { ProjectState } from '../../../shared/project-state.ts'
import { question } from '../../../shared/questions/question.ts'
import { saveBrief } from '../../stores/actions.ts'
import { client } from '../../stores/connection.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { projectStore, useProject, useProjectView } from '../../stores/project-store.ts'
import { settleFirst } from '../../stores/settle-first.ts'
import { createBriefEditing, type BriefForm } from './brief-editing.ts'

const savedForm = question(['brief', 'constraint'], (state: ProjectState): BriefForm | null => {
  const [brief] = state.brief.values()
  const rows = [...state.constraint.values()].filter(
    ({ demand, origin }) => demand.kind !== 'length' && origin.from !== 'plan',
  )
  return brief ? { brief, rows } : null
})

/** The one brief that is edited on this page. It outlives the panel, so that a loss of the connection costs nothing. */
const editing = createBriefEditing({
  saved: () => {
    const { project, state } = projectStore.getState()
    const form = savedForm(state)
    return project === null || form === null ? null : { project, form }
  },
  put: (project, source, before) =>
    project === projectStore.getState().project
      ? saveBrief(source, before)
      : client.briefs.save({ project, source }),
  quietMs: 600,
})

projectStore.subscribe((now, before) => {
  if (now.state.brief !== before.state.brief || now.state.constraint !== before.state.constraint)
    editing.look()
  // Told of a loss, a save is tried again as soon as the project has been opened anew.
  if (now.opened !== before.opened || now.project !== before.project) void editing.flush()
})
settleFirst(editing.flush)
addEventListener('pagehide', () => void editing.flush())
addEventListener('beforeunload', (event) => {
  const { edited } = editing.store.getState()
  if (!edited || edited.saved) return
  void editing.flush()
  event.preventDefault()
})

const useEdited = () => {
  const project = useProjectView((view) => view.project)
  const edited = useStore(editing.store, (now) => now.edited)
  return edited?.project === project ? edited : null
}

/** Saves at once what was typed into the brief. */
export const flushBrief = (): Promise<void> => editing.flush()

/** How it stands with saving the brief: `trouble` is a sentence. */
export type BriefStand =
  { readonly kind: 'saved' | 'saving' } | { readonly kind: 'unsaved'; readonly trouble: string }

/** How it stands with what was typed into the brief. */
export const useBriefStand = (): BriefStand => {
  const edited = useEdited()
  const link = useProjectView((view) => view.link)
  if (!edited || edited.saved) return { kind: 'saved' }
  if (edited.trouble !== null) return { kind: 'unsaved', trouble: sentenceOf(edited.trouble) }
  return link === 'open' ? { kind: 'saving' } : { kind: 'unsaved', trouble: 'The connection is lost.' }
}

/** The brief in the form, as it was typed or else as it is saved. */
export const useBriefForm = () => {
  const saved = useProject(savedForm)
  const edited = useEdited()
  useEffect(() => () => void editing.flush(), [])
  return { form: edited?.form ?? saved, onForm: editing.edit }
}
