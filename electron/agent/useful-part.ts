import type { ProjectState } from '../../shared/project-state.ts'
import type { Draft, Section } from '../../shared/records.ts'
import { isBetterByCode } from './better-draft.ts'
import type { Broken } from './broken-in.ts'
import { inPart } from './in-part.ts'

/**
 * What of a revision is worth a review: the whole, or those parts of it with which code sees the text do better than
 * with all. Null where it is of no use: all that is broken is broken by code's word, and none of it is mended.
 */
export const usefulPart = (
  state: ProjectState,
  section: Section,
  {
    draft,
    revision,
    broken,
  }: { readonly draft: Draft; readonly revision: Draft; readonly broken: readonly Broken[] },
): Draft | null => {
  const isBetter = (a: Draft, b: Draft): boolean => isBetterByCode(state, section, a, b)
  const withText = (text: string): Draft => ({ ...revision, text })
  const part = withText(
    inPart(draft.text, revision.text, (after, before) => isBetter(withText(after), withText(before))),
  )
  const best = isBetter(part, revision) ? part : revision
  if (best.text === draft.text) return null
  const isReaders = broken.some(({ finding: { by } }) => by !== 'code')
  return isReaders || isBetter(best, draft) ? best : null
}
