import type { ProjectState } from '../../shared/project-state.ts'
import type { Draft, SectionId } from '../../shared/records.ts'

/** A project as far as its texts go. */
type Texts = {
  readonly state: () => ProjectState
  readonly shelved: (kind: 'draft', section: SectionId) => readonly Draft[]
}

/** Every saved text of a section, newest first, with those that were dropped or broke off; letters under way left out. */
export const draftHistory = ({ state, shelved }: Texts, section: SectionId): readonly Draft[] => {
  const atHand = [...state().draft.values()].filter((draft) => draft.section === section)
  return [...shelved('draft', section), ...atHand]
    .filter(({ standing }) => standing !== 'streaming')
    .toReversed()
    .toSorted((a, b) => b.at - a.at)
}
