import { AppError } from '../../shared/errors.ts'
import { citationStyles } from '../documents/citations/styles/index.ts'
import type { ExportOptions } from '../documents/exports/export-format.ts'

/** The options of an export, given the style its citations are to be set in. Throws `usage` for a style there is none of. */
export const exportOptions = (citations: string | undefined): ExportOptions => {
  if (citations === undefined) return {}
  if (citationStyles.some(({ id }) => id === citations)) return { citations }
  const known = citationStyles.map(({ id }) => id).join(', ')
  throw new AppError('usage', `There is no style of citations called “${citations}”.`, `Use one of ${known}.`)
}
