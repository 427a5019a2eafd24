import { useState } from 'react'
import { question } from '../../../shared/questions/question.ts'
import type { Call } from '../../../shared/records.ts'
import { useProject } from '../../stores/project-store.ts'
import { useView } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/figures.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { callFigures, callName } from './call-words.ts'
import { OneCall } from './one-call.tsx'

const newestFirst = question(['call'], (state): readonly Call[] => [...state.call.values()].toReversed())

/** Calls shown at first, and with each step further. */
const stride = 60

const Row = ({
  call,
  isOpen,
  onOpen,
}: {
  readonly call: Call
  readonly isOpen: boolean
  readonly onOpen: () => void
}) => {
  const section = useProject((state) => (call.section ? state.section.get(call.section) : undefined))
  return (
    <li className="border-b">
      <button
        type="button"
        aria-expanded={isOpen}
        className="flex w-full flex-col items-start px-4 py-1.5 text-left hover:bg-hover aria-expanded:bg-chosen"
        onClick={onOpen}
      >
        <span className="w-full truncate font-medium">{callName(call, section)}</span>
        <span
          className={`text-small tabular-nums ${call.status === 'failed' ? 'text-broken' : 'text-quiet'}`}
        >
          {callFigures(call)}
        </span>
      </button>
      {isOpen && <OneCall call={call} />}
    </li>
  )
}

/** Every request to a model: what it was asked in parts, what was left out, what came back, what it cost. */
export const Calls = () => {
  const all = useProject(newestFirst)
  const focused = useView((view) => view.focused)
  const [ofSection, setOfSection] = useState(false)
  const [open, setOpen] = useState<Call['id'] | null>(null)
  const [most, setMost] = useState(stride)
  if (all.length === 0) {
    return (
      <StatusSentence title="No model was asked yet.">
        Start a run, and every call shows here: what was asked, what came back, what it cost.
      </StatusSentence>
    )
  }
  const listed = ofSection && focused !== null ? all.filter(({ section }) => section === focused) : all
  return (
    <section aria-label="Calls">
      <label className="flex items-center gap-2 border-b px-4 py-2">
        <input
          type="checkbox"
          checked={ofSection}
          disabled={focused === null}
          onChange={({ target }) => setOfSection(target.checked)}
        />
        Only those for the section I am in
      </label>
      {listed.length === 0 && <StatusSentence title="No model was asked for this section yet." />}
      <ul>
        {listed.slice(0, most).map((call) => (
          <Row
            key={call.id}
            call={call}
            isOpen={open === call.id}
            onOpen={() => setOpen(open === call.id ? null : call.id)}
          />
        ))}
      </ul>
      {listed.length > most && (
        <p className="p-4">
          <Button onClick={() => setMost(most + stride)}>
            Show more of {counted(listed.length, 'call')}
          </Button>
        </p>
      )}
    </section>
  )
}
