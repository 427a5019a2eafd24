import { createStore } from 'zustand/vanilla'
import type { Brief, Constraint } from '../../../shared/records.ts'
import { writeBrief } from '../../../shared/write-brief.ts'

/** A brief as the form shows it: the record, and the requirements that are more than a length. */
export type BriefForm = { readonly brief: Brief; readonly rows: readonly Constraint[] }

/** What was typed into a brief, in the project it belongs to; `saved` says that the project has all of it. */
type Edited = {
  readonly project: string
  readonly form: BriefForm
  readonly saved: boolean
  /** Why it could not be saved. */
  readonly trouble: unknown
}

/** What the editing needs of the page. */
type Page = {
  /** The open project, and its brief as it is saved; null where there is none. */
  readonly saved: () => { readonly project: string; readonly form: BriefForm } | null
  /** Puts a brief's source in the place of `before`. */
  readonly put: (project: string, source: string, before: string) => Promise<unknown>
  readonly quietMs: number
}

const isTold = ({ demand }: Constraint): boolean =>
  demand.kind !== 'length' && demand.params.text.trim() !== ''

/** The source of a form. Rows that say nothing yet are no part of it. */
export const sourceOf = ({ brief, rows }: BriefForm): string =>
  writeBrief(
    { ...brief, title: brief.title.trim() || 'Untitled', text: brief.text.trim() },
    rows.filter(isTold),
  )

/**
 * A brief that is being edited. It is saved when nothing was typed for `quietMs`; what could not be saved stays, with the
 * reason, until it is. The form then stays as it was typed, blank rows and spaces included, for as long as it says what
 * is saved: a brief that changes elsewhere takes its place.
 */
export const createBriefEditing = ({ saved, put, quietMs }: Page) => {
  const store = createStore<{ readonly edited: Edited | null }>(() => ({ edited: null }))
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What was saved last of what was typed, once it has come back. */
  let landed: string | null = null

  const settle = (form: BriefForm, change: Pick<Edited, 'saved' | 'trouble'>): void =>
    store.setState(({ edited }) =>
      edited?.form === form ? { edited: { ...edited, ...change } } : { edited },
    )

  /** Saves at once what waits to be saved, e.g. when the page is left or the connection stands again. */
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    const { edited } = store.getState()
    if (!edited || edited.saved) return
    const { project, form } = edited
    const now = saved()
    const source = sourceOf(form)
    const before = now?.project === project ? sourceOf(now.form) : null
    try {
      if (source !== before) await put(project, source, before ?? source)
      settle(form, { saved: true, trouble: null })
    } catch (error) {
      settle(form, { saved: false, trouble: error })
    }
    look()
  }

  /** To be called whenever the project has changed. */
  const look = (): void => {
    const { edited } = store.getState()
    const now = saved()
    if (!edited?.saved) landed = null
    else if (now?.project !== edited.project) store.setState({ edited: null })
    else {
      const source = sourceOf(now.form)
      if (source === sourceOf(edited.form)) landed = source
      else if (landed !== null) store.setState({ edited: null })
    }
  }

  const edit = (form: BriefForm): void => {
    const project = saved()?.project
    if (project === undefined) return
    if (store.getState().edited?.project !== project) void flush()
    clearTimeout(timer)
    landed = null
    store.setState({ edited: { project, form, saved: false, trouble: null } })
    timer = setTimeout(() => void flush(), quietMs)
  }

  return { store, edit, flush, look }
}
