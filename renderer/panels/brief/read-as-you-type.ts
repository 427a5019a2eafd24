import { useEffect, useRef, useState } from 'react'
import type { Constraint } from '../../../shared/records.ts'
import { projectStore, useProject } from '../../stores/project-store.ts'
import type { BriefForm } from './brief-editing.ts'
import { readForm, type BriefReading } from './read-form.ts'

const quietMs = 120

const nothing: BriefReading = {
  text: '',
  units: null,
  said: { units: null, words: null },
  chips: [],
  conflicts: [],
}

/** A reading that fails for a bug of ours is reported, and takes nothing from whoever types. */
const safely = (form: BriefForm, before: readonly Constraint[]): BriefReading | null => {
  try {
    return readForm(form, before)
  } catch (error) {
    reportError(error)
    return null
  }
}

const savedConstraints = (): readonly Constraint[] => [...projectStore.getState().state.constraint.values()]

/** What the form asks for, read when nothing was typed for 120 ms, so that typing waits for nothing. */
export const useReading = (form: BriefForm | null): BriefReading => {
  const saved = useProject((state) => state.constraint)
  const [reading, setReading] = useState<BriefReading>(
    () => (form && safely(form, savedConstraints())) ?? nothing,
  )
  const first = useRef(true)
  useEffect(() => {
    if (!form) return
    const wait = first.current ? 0 : quietMs
    first.current = false
    const timer = setTimeout(() => {
      const read = safely(form, [...saved.values()])
      if (read) setReading(read)
    }, wait)
    return () => clearTimeout(timer)
  }, [form, saved])
  return reading
}
