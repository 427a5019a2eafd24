import type { ProjectState } from '../../../shared/project-state.ts'
import { outline } from '../../../shared/questions/outline.ts'
import { progress } from '../../../shared/questions/progress.ts'
import type { SectionId } from '../../../shared/records.ts'
import type { Row } from './outline-row.tsx'
import { standOf, wordsNow } from './section-words.ts'

/** The lines of the outline, without what lies under a folded section. */
export const outlineRows = (state: ProjectState, folded: ReadonlySet<SectionId>): readonly Row[] => {
  const entries = outline(state)
  const bySection = new Map(progress(state).map((each) => [each.section.id, each]))
  const siblings = Map.groupBy(entries, ({ section }) => section.parent)
  let hiddenBelow = Infinity
  return entries.flatMap((entry): readonly Row[] => {
    const { section, depth, leaf } = entry
    if (depth > hiddenBelow) return []
    hiddenBelow = folded.has(section.id) && !leaf ? depth : Infinity
    const all = siblings.get(section.parent) ?? []
    const each = bySection.get(section.id)
    return [
      {
        section,
        depth,
        leaf,
        folded: folded.has(section.id),
        position: all.indexOf(entry) + 1,
        siblings: all.length,
        stand: each ? standOf(each) : null,
        words: each ? wordsNow(state, each) : 0,
      },
    ]
  })
}
