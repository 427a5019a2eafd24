import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { outline } from '../../../shared/questions/outline.ts'
import { progress } from '../../../shared/questions/progress.ts'
import { question } from '../../../shared/questions/question.ts'
import type { DraftId, SectionId } from '../../../shared/records.ts'
import type { MarkName } from '../../ui/mark.tsx'
import { standOf } from './section-words.ts'

/** One line of the outline, in plain values: two that are drawn alike are equal field by field. */
export type Row = {
  readonly id: SectionId
  readonly parent: SectionId | null
  readonly title: string
  /** Words wanted. */
  readonly wanted: number
  /** Words that stand there; letters that stream are counted by the line itself. */
  readonly words: number
  readonly depth: number
  readonly leaf: boolean
  readonly position: number
  readonly siblings: number
  readonly mark: MarkName
  readonly stand: string
  /** The draft that is being written there. */
  readonly streaming: DraftId | null
}

const planned = { mark: 'planned', words: 'planned' } as const

/** Every line of the outline, in reading order. Letters that stream change none of them. */
export const outlineRows = question(
  ['section', 'draft', 'step', 'review', 'constraint', 'run'],
  (state: ProjectState): readonly Row[] => {
    const entries = outline(state)
    const bySection = new Map(progress(state).map((each) => [each.section.id, each]))
    const counts = new Map<SectionId | null, number>()
    const next = (parent: SectionId | null): number => {
      const position = (counts.get(parent) ?? 0) + 1
      counts.set(parent, position)
      return position
    }
    const placed = entries.map((entry) => ({ ...entry, position: next(entry.section.parent) }))
    return placed.map(({ section: { id, parent, title, words: wanted }, depth, leaf, position }): Row => {
      const each = bySection.get(id)
      const { mark, words: stand } = each ? standOf(each) : planned
      const siblings = counts.get(parent) ?? 1
      const streaming = desk(state, id).streaming?.id ?? null
      const words = each?.words ?? 0
      return { id, parent, title, wanted, words, depth, leaf, position, siblings, mark, stand, streaming }
    })
  },
)

/** The lines that are shown when some sections are folded. */
export const unfolded = (rows: readonly Row[], folded: ReadonlySet<SectionId>): readonly Row[] => {
  let hiddenBelow = Infinity
  return rows.filter(({ id, depth, leaf }) => {
    if (depth > hiddenBelow) return false
    hiddenBelow = folded.has(id) && !leaf ? depth : Infinity
    return true
  })
}
