import { useMemo } from 'react'
import { constraintMatrix, type ConstraintMatrix } from '../../../shared/questions/constraint-matrix.ts'
import { useProject } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { LoomBar, LoomTotals } from './loom-bar.tsx'
import { LoomGrid } from './loom-grid.tsx'
import { loomSummary } from './loom-summary.ts'
import { noFilter, strandsOf } from './loom-threads.ts'
import { look, useLoomView } from './loom-view.ts'

const Nothing = () => (
  <div className="-mx-4">
    <StatusSentence title="No thread on the loom yet.">
      <p>Every requirement of the brief becomes a thread here, through the sections that owe it.</p>
      <Button onClick={() => show({ page: 'brief' })}>Write the brief</Button>
    </StatusSentence>
  </div>
)

const NoPlan = ({ matrix }: { readonly matrix: ConstraintMatrix }) => (
  <p className="text-quiet">
    {matrix.columns.length === 0
      ? 'There is no plan yet, and the brief counts no units: what is asked finds its sections with the plan.'
      : 'There is no plan yet. This is where the brief asks for what, unit by unit; the plan makes sections of them.'}
  </p>
)

/** Whether the writer asks for nothing: a length that only follows the plan is no wish of theirs. */
const asksNothing = ({ rows, columns }: ConstraintMatrix): boolean =>
  rows.length === 0 ||
  (columns.length === 0 && rows.every(({ constraint }) => constraint.origin.from === 'plan'))

const Cloth = ({ matrix }: { readonly matrix: ConstraintMatrix }) => {
  const { filter, isOpen } = useLoomView()
  const strands = useMemo(() => strandsOf(matrix, filter, isOpen), [matrix, filter, isOpen])
  if (strands.length === 0) {
    return (
      <div className="px-4">
        <StatusSentence
          title={filter.trouble ? 'Nothing is broken or unsure.' : 'No requirement is like that.'}
        >
          <Button onClick={() => look({ filter: noFilter })}>Show all of them</Button>
        </StatusSentence>
      </div>
    )
  }
  return <LoomGrid columns={matrix.columns} strands={strands} />
}

/** The loom: every requirement as a thread through the sections that owe it. */
export const Loom = () => {
  const matrix = useProject(constraintMatrix)
  const isPlanned = useProject((state) => state.section.size > 0)
  const isEmpty = asksNothing(matrix)
  return (
    <section aria-label="Loom" className="flex h-full flex-col bg-paper">
      <header className="flex flex-col gap-2 px-8 pt-6 pb-3">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="text-title font-bold">Loom</h2>
          {!isEmpty && <LoomTotals matrix={matrix} />}
        </div>
        {isEmpty ? <Nothing /> : <LoomBar matrix={matrix} />}
        {!isEmpty && !isPlanned && <NoPlan matrix={matrix} />}
        <p id="loom-summary" className="sr-only">
          {loomSummary(matrix)}
        </p>
      </header>
      {!isEmpty && <Cloth matrix={matrix} />}
    </section>
  )
}
