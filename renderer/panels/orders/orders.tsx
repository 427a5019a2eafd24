import { desk } from '../../../shared/questions/drafts.ts'
import { askedOrders, openOrders } from '../../../shared/questions/orders.ts'
import { holdsStill } from '../../../shared/questions/phase.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import { question } from '../../../shared/questions/question.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { startRun } from '../../stores/actions.ts'
import { dropOrders, runOrders } from '../../stores/order-actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { showDock } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/figures.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { waitingCount } from '../proposals/waiting.ts'
import { AskedOrders } from './asked-orders.tsx'
import { DonePlans } from './done-plans.tsx'
import { OneOrder } from './one-order.tsx'

/** What came of orders and waits elsewhere. */
const ToProposals = () => {
  const count = useProject(waitingCount)
  if (count === 0) return null
  return (
    <p className="flex items-center justify-between gap-2 border-b px-4 py-2">
      <span className="text-quiet">{count === 1 ? 'One proposal waits.' : `${count} proposals wait.`}</span>
      <Button kind="quiet" onClick={() => showDock('proposals')}>
        Look at {count === 1 ? 'it' : 'them'}
      </Button>
    </p>
  )
}

/** Texts that were written after the last run began: no run has looked at them as they are. */
const changedSince = question(['section', 'draft', 'run'], (state): number =>
  leaves(state).reduce((count, { id }) => {
    const { current } = desk(state, id)
    return current && !holdsStill(state, current) ? count + 1 : count
  }, 0),
)

const LookAgain = () => {
  const count = useProject(changedSince)
  const status = useProject(runStatus)
  if (count === 0 || status !== 'done') return null
  return (
    <p className="flex items-center justify-between gap-2 border-b px-4 py-2">
      <span className="text-quiet">{counted(count, 'section')} changed since the last run.</span>
      <Button kind="quiet" onClick={() => void startRun()}>
        Look again
      </Button>
    </p>
  )
}

/** What is to be done across the sections: run, edit or drop each; nothing happens by itself. */
export const Orders = () => {
  const open = useProject(openOrders)
  const isEmpty = useProject((state) => askedOrders(state).length + waitingCount(state) === 0)
  return (
    <section aria-label="Work orders">
      <AskedOrders />
      <DonePlans />
      <ToProposals />
      <LookAgain />
      {isEmpty && open.length === 0 && (
        <StatusSentence title="Nothing is to be done.">
          When the sections stand, a run looks at how they join, at what is told twice and at what does not
          agree. What it finds waits here for you.
        </StatusSentence>
      )}
      {open.length > 1 && (
        <div className="flex items-center gap-1 border-b px-4 py-2">
          <p className="flex-1 text-quiet">{counted(open.length, 'work order')}</p>
          <Button kind="quiet" onClick={() => void dropOrders(open)}>
            Drop all
          </Button>
          <Button onClick={() => void runOrders(open)}>Do all of them</Button>
        </div>
      )}
      {open.map((order) => (
        <OneOrder key={order.id} order={order} />
      ))}
    </section>
  )
}
