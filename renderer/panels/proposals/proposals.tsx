import { memo, useMemo, useState } from 'react'
import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { question } from '../../../shared/questions/question.ts'
import type { Draft, Section } from '../../../shared/records.ts'
import { useProject } from '../../stores/project-store.ts'
import { show, useView } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { ChangedText } from './changed-text.tsx'
import { acceptProposal, dropProposal } from './settle-proposal.ts'
import { changeCount, textChanges, textWith } from './text-changes.ts'
import { useQuiet } from './use-quiet.ts'

type Waiting = { readonly section: Section; readonly current: Draft | undefined; readonly proposal: Draft }

/** Every proposal that waits, in reading order. */
const waiting = question(['section', 'draft'], (state): readonly Waiting[] =>
  leaves(state).flatMap((section) => {
    const { current, proposals } = desk(state, section.id)
    return proposals.map((proposal) => ({ section, current, proposal }))
  }),
)

/** Milliseconds without typing before a change is worked out again. */
const quietMs = 800

/** Ticks belong to one comparison: a new one begins with all of them. */
const OneProposal = memo(({ section, current, proposal }: Waiting) => {
  const quiet = useQuiet(current, quietMs)
  const key = `${proposal.edition} ${quiet?.id ?? ''} ${quiet?.edition ?? ''}`
  return <Comparison key={key} section={section} current={quiet} proposal={proposal} />
})

const Comparison = ({ section, current, proposal }: Waiting) => {
  const stretches = useMemo(() => textChanges(current?.text ?? '', proposal.text), [current, proposal])
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const count = changeCount(stretches)
  const taken = count - [...left].filter((change) => change < count).length
  const isTaken = (change: number): boolean => !left.has(change)
  const take = (change: number, is: boolean): void => {
    const next = new Set(left)
    if (is) next.delete(change)
    else next.add(change)
    setLeft(next)
  }
  const accept = () =>
    acceptProposal(proposal, current, taken === count ? null : textWith(stretches, isTaken))
  return (
    <article
      aria-label={`Proposal for ${section.title}`}
      data-draft={proposal.id}
      className="flex flex-col gap-2 border-b p-4"
    >
      <h3 className="font-medium">
        <button
          type="button"
          className="text-left hover:underline"
          onClick={() => show({ focused: section.id })}
        >
          {shownTitle(section.title)}
        </button>
      </h3>
      <p className="text-small text-quiet">
        {proposal.author === 'model'
          ? 'Longhand proposes this.'
          : 'You wrote this while another text was saved.'}{' '}
        {count === 0
          ? 'It is the same text.'
          : `${count} ${count === 1 ? 'change' : 'changes'}, ${taken} ticked.`}
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
          <Button
            kind="quiet"
            className="ml-auto"
            onClick={() =>
              setLeft(new Set(taken === count ? Array.from({ length: count }, (_, i) => i) : []))
            }
          >
            {taken === count ? 'Untick all' : 'Tick all'}
          </Button>
        )}
      </div>
    </article>
  )
}

/** The proposals that wait, that of the focused section first. */
export const Proposals = () => {
  const all = useProject(waiting)
  const focused = useView((view) => view.focused)
  if (all.length === 0) {
    return (
      <StatusSentence title="No proposals.">
        Where your own text stands, Longhand never replaces it: a new draft waits here until you accept or
        drop it.
      </StatusSentence>
    )
  }
  const first = all.filter(({ section }) => section.id === focused)
  const rest = all.filter(({ section }) => section.id !== focused)
  return [...first, ...rest].map((one) => <OneProposal key={one.proposal.id} {...one} />)
}
