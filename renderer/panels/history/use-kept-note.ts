import { useState } from 'react'
import type { SectionId } from '../../../shared/records.ts'
import { openPath } from '../../stores/project-store.ts'

const read = (key: string): string => {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

const keep = (key: string, note: string): void => {
  try {
    if (note === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, note)
  } catch {
    // Where the browser keeps nothing, the note lives as long as its field.
  }
}

/** The note that is being written for a section's next draft: kept by this page, whatever else it shows meanwhile. */
export const useKeptNote = (section: SectionId): readonly [string, (note: string) => void] => {
  const [key] = useState(() => `longhand.note ${section} ${openPath()}`)
  const [note, setNote] = useState(() => read(key))
  return [
    note,
    (changed) => {
      setNote(changed)
      keep(key, changed)
    },
  ]
}
