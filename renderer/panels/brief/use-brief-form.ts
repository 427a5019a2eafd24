import { useEffect, useRef, useState } from 'react'
import type { ProjectState } from '../../../shared/project-state.ts'
import { question } from '../../../shared/questions/question.ts'
import type { Brief, Constraint } from '../../../shared/records.ts'
import { writeBrief } from '../../../shared/write-brief.ts'
import { saveBrief } from '../../stores/actions.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { useProject } from '../../stores/project-store.ts'

/** A brief as the form shows it: the record, and the requirements that are more than a length. */
export type BriefForm = { readonly brief: Brief; readonly rows: readonly Constraint[] }

const quietMs = 600

const savedForm = question(['brief', 'constraint'], (state: ProjectState): BriefForm | null => {
  const [brief] = state.brief.values()
  const rows = [...state.constraint.values()].filter(
    ({ demand, origin }) => demand.kind !== 'length' && origin.from !== 'plan',
  )
  return brief ? { brief, rows } : null
})

const sourceOf = ({ brief, rows }: BriefForm): string =>
  writeBrief(
    { ...brief, title: brief.title.trim() || 'Untitled' },
    rows.filter(({ demand }) => demand.kind !== 'length' && demand.params.text.trim() !== ''),
  )

/**
 * The brief being edited. It is saved 600 ms after the last key, and when the panel goes; a brief that cannot be used
 * stays in the form, with the reason, and what is saved stays as it was.
 */
export const useBriefForm = () => {
  const saved = useProject(savedForm)
  const [edited, setEdited] = useState<BriefForm | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const pending = useRef<(() => Promise<void>) | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(
    () => () => {
      clearTimeout(timer.current)
      void pending.current?.()
    },
    [],
  )

  const onForm = (form: BriefForm): void => {
    setEdited(form)
    clearTimeout(timer.current)
    const save = async (): Promise<void> => {
      pending.current = null
      const [source, before] = [sourceOf(form), saved ? sourceOf(saved) : '']
      try {
        if (source !== before) await saveBrief(source, before)
        setTrouble(null)
        // Rows that say nothing yet are only in the form.
        if (form.rows.length === 0 || source !== before) {
          setEdited((now) => (now === form && form.rows.every(isTold) ? null : now))
        }
      } catch (error) {
        setTrouble(sentenceOf(error))
      }
    }
    pending.current = save
    timer.current = setTimeout(() => void save(), quietMs)
  }

  return { form: edited ?? saved, trouble, onForm, isSaved: edited === null }
}

const isTold = ({ demand }: Constraint): boolean =>
  demand.kind === 'length' || demand.params.text.trim() !== ''
