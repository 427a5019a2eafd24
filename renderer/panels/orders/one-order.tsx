import { memo, useRef } from 'react'
import { z } from 'zod'
import { needsNoModel } from '../../../shared/questions/orders.ts'
import type { Order } from '../../../shared/records.ts'
import { dropOrders, keepOrders, runOrders } from '../../stores/order-actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { useKept } from '../../stores/use-kept.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import { showPlace } from '../checks/show-place.ts'
import { changeLines, orderNames, runWords } from './order-words.ts'

const Places = ({ places }: Pick<Order, 'places'>) => {
  const titles = useProject((state) => state.section)
  return (
    <ul className="flex flex-col gap-2">
      {places.map(({ section, quote }, i) => (
        <li key={i} className="border-l-2 border-hair pl-1">
          <p className="truncate px-1 text-small text-quiet">
            {shownTitle(titles.get(section)?.title ?? '')}
          </p>
          <button
            type="button"
            aria-label={`Show in the text: ${quote}`}
            className="line-clamp-3 w-full rounded-desk px-1 text-left font-text text-ui text-quiet hover:bg-hover hover:text-ink"
            onClick={() => showPlace(section, quote)}
          >
            {quote}
          </button>
        </li>
      ))}
    </ul>
  )
}

const Change = ({ order }: { readonly order: Order }) => {
  const memory = useProject((state) => state.memory)
  const sections = useProject((state) => state.section)
  const now = (id: string): string | null => {
    const item = memory.get(id)
    if (item) return `${item.name}: ${item.fact}`
    const section = sections.get(id)
    return section ? `${section.title}: ${section.intent}` : null
  }
  const lines = changeLines(order, now)
  if (lines.length === 0) return null
  return (
    <ul aria-label="What would change" className="flex flex-col gap-1">
      {lines.map(({ before, after }, i) => (
        <li key={i} className="rounded-desk bg-desk px-2 py-1">
          {before !== null && before !== after && <del className="block text-broken">{before}</del>}
          {after !== null && <ins className="block text-kept no-underline">{after}</ins>}
        </li>
      ))}
    </ul>
  )
}

const Advice = ({
  order,
  advice,
  onAdvice,
  focused,
}: {
  readonly order: Order
  readonly advice: string
  readonly onAdvice: (advice: string | null) => void
  readonly focused: boolean
}) => {
  const save = async () => {
    const isSame = advice.trim() === order.advice
    if (isSame || (await keepOrders('Change of a work order', [{ ...order, advice: advice.trim() }])))
      onAdvice(null)
  }
  return (
    <form
      className="flex flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextArea
        aria-label="What is to be done"
        rows={4}
        autoFocus={focused}
        value={advice}
        onChange={({ target }) => onAdvice(target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit">Keep</Button>
        <Button kind="quiet" onClick={() => onAdvice(null)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const Hands = ({ order, onEdit }: { readonly order: Order; readonly onEdit: () => void }) => (
  <>
    {order.advice !== '' && <p className="text-quiet wrap-anywhere">{order.advice}</p>}
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => void runOrders([order])}>{runWords(order)}</Button>
      {!needsNoModel(order) && (
        <Button kind="quiet" onClick={onEdit}>
          Edit
        </Button>
      )}
      <Button kind="quiet" onClick={() => void dropOrders([order])}>
        Drop
      </Button>
    </div>
  </>
)

/** One work order: what is the matter, where, what would be done, and to run, edit or drop it. */
export const OneOrder = memo(({ order }: { readonly order: Order }) => {
  const [advice, setAdvice] = useKept(`advice ${order.id}`, z.string())
  // A form that was left open and is shown again takes no focus.
  const asked = useRef(false)
  const title = useProject((state) => shownTitle(state.section.get(order.section)?.title ?? ''))
  return (
    <article
      aria-label={`${orderNames[order.kind]} in ${title}`}
      className="flex flex-col gap-2 border-b px-4 py-3"
    >
      <p className="text-small text-quiet">
        {orderNames[order.kind]} · {title}
      </p>
      <p className="wrap-anywhere">{order.sentence}</p>
      {order.places.length > 0 && <Places places={order.places} />}
      <Change order={order} />
      {order.fault && <p className="text-small text-broken">{order.fault.sentence}</p>}
      {advice === null ? (
        <Hands
          order={order}
          onEdit={() => {
            asked.current = true
            setAdvice(order.advice)
          }}
        />
      ) : (
        <Advice order={order} advice={advice} onAdvice={setAdvice} focused={asked.current} />
      )}
    </article>
  )
})
