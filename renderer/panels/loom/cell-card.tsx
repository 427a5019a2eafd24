import { useState } from 'react'
import type { CellName, MatrixColumn } from '../../../shared/questions/constraint-matrix.ts'
import type { DutyVerdict } from '../../../shared/questions/verdicts.ts'
import { mendSection } from '../../stores/actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Mark } from '../../ui/mark.tsx'
import { whereWords } from '../brief/chip-words.ts'
import { showPlace } from '../checks/show-place.ts'
import { restsOn, standOf } from './cell-words.ts'
import type { Thread } from './loom-threads.ts'

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

const hints: Readonly<Partial<Record<CellName, string>>> = {
  kept: 'Click to see it in the text.',
  broken: 'Click to mend it.',
  unsure: 'Click to look at the text.',
}

const words: Readonly<Record<CellName, string>> = {
  kept: 'Kept',
  broken: 'Broken',
  unsure: 'Unsure',
  owed: 'Owed',
  empty: 'Not owed here',
}

const Name = ({ thread }: { readonly thread: Thread }) => {
  const units = useProject((state) => [...state.brief.values()][0]?.units)
  return (
    <>
      <p className="flex items-center gap-1.5 text-small text-quiet">
        <span className="h-0.75 w-4 rounded-full" style={{ background: `var(--thread-${thread.hue})` }} />
        {thread.word}, {whereWords(thread.row.constraint, units)}
      </p>
      <p className="line-clamp-4 font-text text-large wrap-anywhere">{thread.name}</p>
    </>
  )
}

const Verdict = ({ stand, said, place }: { stand: CellName; said: DutyVerdict | null; place: string }) => (
  <>
    <p className="flex items-center gap-1.5">
      {stand !== 'empty' && <Mark name={stand} />}
      <span className="font-medium">{words[stand]}</span>
      <span className="min-w-0 truncate text-quiet">
        {place}
        {said?.by === 'model' ? ', by the reviewer' : ''}
      </span>
    </p>
    {said?.quote && (
      <p className="line-clamp-4 border-l-2 border-hair pl-2 font-text text-ui text-quiet wrap-anywhere">
        {said.quote}
      </p>
    )}
    {said?.advice && <p className="text-quiet">{said.advice}</p>}
  </>
)

/** The writer's own words that a requirement was read from. */
const askedOf = ({ row: { constraint } }: Thread): string => {
  const { from, quote } = constraint.origin
  return from === 'brief' || from === 'model' ? quote : ''
}

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
  const stand = standOf(thread, column)
  const isWhole = thread.row.reach === 'whole'
  const section = isWhole ? null : (columns[column]?.section ?? null)
  const asked = stand === 'kept' ? '' : askedOf(thread)
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <Name thread={thread} />
      <Verdict
        stand={stand}
        said={said}
        place={isWhole ? 'The whole work' : (columns[column]?.title ?? '')}
      />
      {asked !== '' && (
        <p className="line-clamp-2 text-small text-quiet wrap-anywhere">You asked: “{asked}”</p>
      )}
      {pinned && section && <MendForm thread={thread} said={said} section={section} onDone={onDone} />}
      {!pinned && section && hints[stand] && <p className="text-small text-quiet">{hints[stand]}</p>}
    </div>
  )
}
