import { question } from '../../../shared/questions/question.ts'
import type { Order } from '../../../shared/records.ts'
import { keepOrders } from '../../stores/order-actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'

const mostShown = 3

/** The last changes of the plan that were asked for and made, newest first. */
const donePlans = question(['order'], (state): readonly Order[] =>
  [...state.order.values()]
    .filter(({ kind, by, status, undo }) => kind === 'plan' && by === 'writer' && status === 'ended' && undo)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, mostShown),
)

const takeBack = (order: Order) =>
  keepOrders('Taking back of a change of the plan', [{ ...order, status: 'dropped' }])

/** What was planned anew, to be taken back. */
export const DonePlans = () => {
  const done = useProject(donePlans)
  if (done.length === 0) return null
  return (
    <section aria-label="Planned anew" className="border-b py-2">
      <h3 className="px-4 py-1 font-medium">Planned anew</h3>
      <ul>
        {done.map((order) => (
          <li key={order.id} className="flex items-start gap-2 py-1 pr-2 pl-4">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">{order.sentence}</p>
              {order.advice !== '' && <p className="text-small text-quiet wrap-anywhere">{order.advice}</p>}
            </div>
            <Button
              kind="quiet"
              aria-label={`Take back: ${order.sentence}`}
              onClick={() => void takeBack(order)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
