import { dutyLine } from '../../../shared/constraints/demand.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { flags, type Flag } from '../../../shared/questions/flags.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { question } from '../../../shared/questions/question.ts'
import { dutyVerdicts, type DutyVerdict } from '../../../shared/questions/verdicts.ts'
import type { Section } from '../../../shared/records.ts'

/** Everything that was checked, or flagged, about one section; about the whole work where it is null. */
export type CheckGroup = {
  readonly section: Section | null
  readonly duties: readonly DutyVerdict[]
  readonly flags: readonly Flag[]
}

/** A duty in words, as print has them: `Say: “the tide tables”`. */
export const dutyWords = ({ duty }: DutyVerdict): string =>
  dutyLine(duty.demand).replace(/^([^:"]+: )"(.*)"$/u, '$1“$2”')

/** The constraint matrix by section, in reading order; the whole work first. */
export const checkGroups = question(
  ['plan', 'section', 'draft', 'review', 'step', 'constraint', 'reference'],
  (state: ProjectState): readonly CheckGroup[] => {
    if (state.section.size === 0) return []
    const duties = Map.groupBy(dutyVerdicts(state), ({ duty }) => duty.section)
    const flagged = Map.groupBy(flags(state), ({ section }) => section?.id ?? null)
    return [null, ...leaves(state)].flatMap((section): readonly CheckGroup[] => {
      const id = section?.id ?? null
      const group = { section, duties: duties.get(id) ?? [], flags: flagged.get(id) ?? [] }
      return group.duties.length + group.flags.length > 0 ? [group] : []
    })
  },
)

/** Whether the writer should look at it. */
export const needsLook = ({ verdict }: DutyVerdict): boolean => verdict === 'broken' || verdict === 'unsure'
