import { memo, useMemo, useState } from 'react'
import { askedOrders, orderOfDraft, proposalNow } from '../../../shared/questions/orders.ts'
import type { Draft } from '../../../shared/records.ts'
import { useProject } from '../../stores/project-store.ts'
import { show, useView } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { counted, figure } from '../../ui/figures.ts'
import { shownTitle } from '../../ui/shown-title.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { AskedOrders } from '../orders/asked-orders.tsx'
import { ChangedText } from './changed-text.tsx'
import { acceptProposal, dropProposal } from './settle-proposal.ts'
import { changeCount, textChanges, textWith } from './text-changes.ts'
import { useQuiet } from './use-quiet.ts'
import { waiting, type Waiting } from './waiting.ts'

/** Milliseconds without typing before a change is worked out again. */
const quietMs = 800

/** Ticks belong to one comparison: a new one begins with all of them. */
const OneProposal = memo(({ section, current, proposal }: Waiting) => {
  const quiet = useQuiet(current, quietMs)
  const key = `${proposal.edition} ${quiet?.id ?? ''} ${quiet?.edition ?? ''}`
  return <Comparison key={key} section={section} current={quiet} proposal={proposal} />
})

/** Which changes are ticked: all of them at first. */
const useTicks = (count: number) => {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const taken = count - [...left].filter((change) => change < count).length
  return {
    taken,
    isTaken: (change: number): boolean => !left.has(change),
    take: (change: number, is: boolean): void => {
      const next = new Set(left)
      if (is) next.delete(change)
      else next.add(change)
      setLeft(next)
    },
    turnAll: (): void => setLeft(new Set(taken === count ? Array.from({ length: count }, (_, i) => i) : [])),
  }
}

const Head = ({ section, proposal }: Pick<Waiting, 'section' | 'proposal'>) => {
  const order = useProject((state) => orderOfDraft(state, proposal.id))
  return (
    <>
      <h3 className="font-medium">
        <button
          type="button"
          className="text-left hover:underline"
          onClick={() => show({ focused: section.id })}
        >
          {shownTitle(section.title)}
        </button>
      </h3>
      {order && <p className="wrap-anywhere">{order.sentence}</p>}
      {order?.fault && <p className="text-small text-broken">{order.fault.sentence}</p>}
    </>
  )
}

const whose = ({ author }: Draft): string =>
  author === 'model' ? 'Longhand proposes this.' : 'You wrote this while another text was saved.'

const Comparison = ({ section, current, proposal }: Waiting) => {
  const text = useProject((state) => proposalNow(state, proposal))
  const stretches = useMemo(() => textChanges(current?.text ?? '', text), [current, text])
  const count = changeCount(stretches)
  const { taken, isTaken, take, turnAll } = useTicks(count)
  const accept = () =>
    acceptProposal(proposal, current, taken === count ? null : textWith(stretches, isTaken))
  return (
    <article
      aria-label={`Proposal for ${section.title}`}
      data-draft={proposal.id}
      className="flex flex-col gap-2 border-b p-4"
    >
      <Head section={section} proposal={proposal} />
      <p className="text-small text-quiet">
        {whose(proposal)}{' '}
        {count === 0 ? 'It is the same text.' : `${counted(count, 'change')}, ${figure(taken)} ticked.`}
      </p>
      <ChangedText stretches={stretches} isTaken={isTaken} onTake={take} />
      <div className="sticky bottom-0 -mx-4 -mb-4 flex flex-wrap gap-2 border-t bg-desk px-4 py-3">
        <Button onClick={() => void accept()} disabled={count > 0 && taken === 0}>
          {taken === count ? 'Accept' : `Accept ${taken} of ${count}`}
        </Button>
        <Button kind="quiet" onClick={() => void dropProposal(proposal)}>
          Drop
        </Button>
        {count > 1 && (
          <Button kind="quiet" className="ml-auto" onClick={turnAll}>
            {taken === count ? 'Untick all' : 'Tick all'}
          </Button>
        )}
      </div>
    </article>
  )
}

/** The proposals that wait, that of the focused section first; above them what is being written. */
export const Proposals = () => {
  const all = useProject(waiting)
  const isAsked = useProject((state) => askedOrders(state).length > 0)
  const focused = useView((view) => view.focused)
  const first = all.filter(({ section }) => section.id === focused)
  const rest = all.filter(({ section }) => section.id !== focused)
  return (
    <>
      <AskedOrders />
      {all.length === 0 && !isAsked && (
        <StatusSentence title="No proposals.">
          Where your own text stands, Longhand never replaces it: a new draft waits here until you accept or
          drop it.
        </StatusSentence>
      )}
      {[...first, ...rest].map((one) => (
        <OneProposal key={one.proposal.id} {...one} />
      ))}
    </>
  )
}
