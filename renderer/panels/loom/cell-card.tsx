import { useState } from 'react'
import type { MatrixColumn } from '../../../shared/questions/constraint-matrix.ts'
import type { DutyVerdict } from '../../../shared/questions/verdicts.ts'
import { mendSection } from '../../stores/actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Mark } from '../../ui/mark.tsx'
import { showPlace } from '../checks/show-place.ts'
import { restsOn, standOf } from './cell-words.ts'
import type { Thread } from './loom-threads.ts'
import { placementWords } from './placement-words.ts'

/** What asks a writer model to mend what is broken. */
const noteOf = ({ word, name }: Thread, said: DutyVerdict | null): string =>
  [`${word}: ${name}.`, said?.advice].filter(Boolean).join(' ')

const MendForm = ({
  thread,
  said,
  section,
  onDone,
}: {
  readonly thread: Thread
  readonly said: DutyVerdict | null
  readonly section: NonNullable<MatrixColumn['section']>
  readonly onDone: () => void
}) => {
  const [note, setNote] = useState(() => noteOf(thread, said))
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void mendSection(section, note.trim())
        onDone()
      }}
    >
      <TextArea
        aria-label="What should be mended"
        rows={3}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit">Mend it</Button>
        <Button kind="quiet" onClick={() => showPlace(section, said?.quote ?? '')}>
          Show in the text
        </Button>
      </div>
    </form>
  )
}

const hints = {
  kept: 'Click to see it in the text.',
  broken: 'Click to mend it.',
  unsure: 'Click to look at the text.',
}

const words = {
  kept: 'Kept',
  broken: 'Broken',
  unsure: 'Unsure',
  owed: 'Owed',
  empty: 'Not owed here',
} as const

/** What one cell rests on. Pinned it can be acted on; otherwise it says what a click would do. */
export const CellCard = ({
  thread,
  column,
  columns,
  pinned,
  onDone,
}: {
  readonly thread: Thread
  readonly column: number
  readonly columns: readonly MatrixColumn[]
  readonly pinned: boolean
  readonly onDone: () => void
}) => {
  const said = useProject((state) => restsOn(state, thread, column))
  const label = useProject((state) => [...state.brief.values()][0]?.units?.label ?? 'section')
  const stand = standOf(thread, column)
  const { constraint, reach } = thread.row
  const { origin } = constraint
  const at = columns[column]
  const section = reach === 'whole' ? null : (at?.section ?? null)
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <p className="flex items-center gap-1.5 text-small text-quiet">
        <span className="h-0.75 w-4 rounded-full" style={{ background: `var(--thread-${thread.hue})` }} />
        {thread.word}, {placementWords(constraint.placement, label)}
      </p>
      <p className="line-clamp-4 font-text text-large wrap-anywhere">{thread.name}</p>
      <p className="flex items-center gap-1.5">
        {stand !== 'empty' && <Mark name={stand} />}
        <span className="font-medium">{words[stand]}</span>
        <span className="min-w-0 truncate text-quiet">
          {reach === 'whole' ? 'The whole work' : at?.title}
          {said?.by === 'model' ? ', by the reviewer' : ''}
        </span>
      </p>
      {said?.quote && (
        <p className="line-clamp-4 border-l-2 border-hair pl-2 font-text text-ui text-quiet wrap-anywhere">
          {said.quote}
        </p>
      )}
      {said?.advice && stand !== 'kept' && !pinned && <p className="text-quiet">{said.advice}</p>}
      {origin.quote && origin.from !== 'hand' && stand !== 'kept' && (
        <p className="line-clamp-2 text-small text-quiet wrap-anywhere">You asked: {origin.quote}</p>
      )}
      {pinned && section && <MendForm thread={thread} said={said} section={section} onDone={onDone} />}
      {!pinned && section && stand in hints && (
        <p className="text-small text-quiet">{hints[stand as keyof typeof hints]}</p>
      )}
    </div>
  )
}
