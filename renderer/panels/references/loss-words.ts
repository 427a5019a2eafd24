import type { Section } from '../../../shared/records.ts'
import { counted, figure } from '../../ui/figures.ts'
import { shownTitle } from '../../ui/shown-title.ts'

/** That the citations of a key will point to nothing, and where they stand; null where there are none. */
export const lossWords = (
  key: string,
  citing: readonly { readonly section: Section; readonly count: number }[],
): string | null => {
  const [first, ...others] = citing
  if (!first) return null
  const all = citing.reduce((sum, { count }) => sum + count, 0)
  const where =
    others.length === 0
      ? `in “${shownTitle(first.section.title)}”`
      : `in ${figure(citing.length)} sections, the first “${shownTitle(first.section.title)}”,`
  return `${counted(all, 'citation')} ${where} ${all === 1 ? 'names' : 'name'} ${key}: ${all === 1 ? 'it' : 'they'} will point to nothing.`
}
