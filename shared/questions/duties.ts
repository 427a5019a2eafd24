import { compile, type Duty } from '../constraints/compile.ts'
import type { ProjectState } from '../project-state.ts'
import type { SectionId } from '../records.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'

/** Every duty of the work. */
const duties = question(['constraint', 'section'], (state): readonly Duty[] =>
  compile(state.constraint.values(), leaves(state)),
)

const bySection = question(['constraint', 'section'], (state) =>
  Map.groupBy(duties(state), ({ section }) => section),
)

const none: readonly Duty[] = []

/** The duties of one section, or those of the whole document for `null`, in the order of the brief. */
export const dutiesOf = (state: ProjectState, section: SectionId | null): readonly Duty[] =>
  bySection(state).get(section) ?? none
