import { compile, type Duty } from '../constraints/compile.ts'
import type { ProjectState } from '../project-state.ts'
import type { SectionId } from '../records.ts'
import { carriesFrom } from './batches.ts'
import { leaves } from './outline.ts'
import { question } from './question.ts'

/** Every duty of the work. */
const duties = question(['constraint', 'section', 'brief'], (state): readonly Duty[] => {
  const all = leaves(state)
  const from = carriesFrom(state)
  const carrying = from > 1 ? all.filter(({ unit }) => unit === null || unit >= from) : all
  return compile(state.constraint.values(), all, carrying)
})

const bySection = question(['constraint', 'section', 'brief'], (state) =>
  Map.groupBy(duties(state), ({ section }) => section),
)

const none: readonly Duty[] = []

/** The duties of one section, or those of the whole document for `null`, in the order of the brief. */
export const dutiesOf = (state: ProjectState, section: SectionId | null): readonly Duty[] =>
  bySection(state).get(section) ?? none
