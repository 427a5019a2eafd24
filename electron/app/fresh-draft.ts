import type { DraftId, SectionId } from '../../shared/records.ts'
import type { OpenProject } from '../project/project.ts'

/** The id of a draft of the writer's that no record has, neither in the state nor on the shelf. `at` is in ms. */
export const freshDraft = (
  { shelf }: Pick<OpenProject, 'shelf'>,
  section: SectionId,
  at: number,
): DraftId => {
  const stem = `draft:${section.slice('section:'.length)}.writer-${at}` as const
  if (!shelf(stem)) return stem
  for (let n = 2; ; n += 1) if (!shelf(`${stem}-${n}`)) return `${stem}-${n}`
}
