import { orderDraft } from '../../../shared/questions/drafts.ts'
import { askedOrders } from '../../../shared/questions/orders.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import type { Order } from '../../../shared/records.ts'
import { keepOrders, startOrders } from '../../stores/order-actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { inWords } from '../../ui/figures.ts'
import { shownTitle } from '../../ui/shown-title.ts'
import { useLiveWords } from '../outline/use-live-words.ts'
import { orderNames } from './order-words.ts'

const takeBack = (order: Order) =>
  keepOrders('Taking back of a work order', [
    { ...order, status: order.kind === 'command' ? 'dropped' : 'open' },
  ])

const OneAsked = ({ order }: { readonly order: Order }) => {
  const title = useProject((state) => shownTitle(state.section.get(order.section)?.title ?? ''))
  const words = useLiveWords(orderDraft(order))
  const name = order.kind === 'command' ? order.sentence : orderNames[order.kind]
  return (
    <li className="flex items-start gap-2 py-1 pr-2 pl-4">
      <div className="min-w-0 flex-1">
        <p className="line-clamp-2 wrap-anywhere">{name}</p>
        <p className="truncate text-small text-quiet tabular-nums">
          {title}
          {words > 0 && ` · ${inWords(words)} so far`}
        </p>
      </div>
      <Button kind="quiet" aria-label={`Take back: ${name}, ${title}`} onClick={() => void takeBack(order)}>
        Take back
      </Button>
    </li>
  )
}

/** What was asked for and is being done, or waits for a run to be started again. */
export const AskedOrders = () => {
  const asked = useProject(askedOrders)
  const status = useProject(runStatus)
  if (asked.length === 0) return null
  const isWorking = status === 'working' || status === 'awaits-time'
  return (
    <section aria-label="Asked for" className="border-b py-2">
      <div className="flex items-center justify-between pr-2 pl-4">
        <h3 className="py-1 font-medium">{isWorking ? 'Being written' : 'Asked for, not written yet'}</h3>
        {!isWorking && <Button onClick={() => void startOrders()}>Go on</Button>}
      </div>
      <ul>
        {asked.map((order) => (
          <OneAsked key={order.id} order={order} />
        ))}
      </ul>
    </section>
  )
}
