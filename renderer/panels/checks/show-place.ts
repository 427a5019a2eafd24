import type { SectionId } from '../../../shared/records.ts'
import { theEditors } from '../../stores/editor-slot.ts'
import { show } from '../../stores/view-store.ts'

/** Brings a place of the manuscript into view; `nth` (from 0) where the quote stands there more than once. */
export const showPlace = (section: SectionId, quote: string, nth?: number): void => {
  show({ page: 'manuscript', focused: section })
  // The manuscript may only now come onto the screen.
  setTimeout(() => theEditors()?.showQuote(section, quote, nth))
}
