import { useEffect, useId, useMemo, useState } from 'react'
import { desk } from '../../../shared/questions/drafts.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import type { Draft, SectionId } from '../../../shared/records.ts'
import { countWords } from '../../../shared/text/words.ts'
import { perform, startRun } from '../../stores/actions.ts'
import { client } from '../../stores/connection.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { openPath, useProject } from '../../stores/project-store.ts'
import { showDock, useView } from '../../stores/view-store.ts'
import { useKeptText } from '../../stores/use-kept.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { inWords } from '../../ui/figures.ts'
import { shownTitle } from '../../ui/shown-title.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { ChangedText } from '../proposals/changed-text.tsx'
import { putInPlace } from '../proposals/settle-proposal.ts'
import { textChanges } from '../proposals/text-changes.ts'
import { Candidates } from './candidates.tsx'
import { draftTime } from './draft-time.ts'

const standings: Readonly<Record<Draft['standing'], string>> = {
  streaming: 'being written',
  candidate: 'waits for its review',
  current: 'stands now',
  proposal: 'waits for you',
  superseded: 'replaced',
  dropped: 'dropped',
  partial: 'broken off',
}

type Loaded =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'there'; readonly drafts: readonly Draft[] }

/** All texts a section ever had; asked for again whenever its drafts change. */
const useHistory = (section: SectionId, mark: string): Loaded => {
  const [loaded, setLoaded] = useState<Loaded>({ is: 'loading' })
  useEffect(() => {
    let isOver = false
    client.drafts.history({ project: openPath(), section }).then(
      (drafts) => isOver || setLoaded({ is: 'there', drafts }),
      (error: unknown) => isOver || setLoaded({ is: 'failed', sentence: sentenceOf(error) }),
    )
    return () => {
      isOver = true
    }
  }, [section, mark])
  return loaded
}

const Compared = ({ draft, current }: { readonly draft: Draft; readonly current: Draft | undefined }) => {
  const stretches = useMemo(() => textChanges(current?.text ?? '', draft.text), [current, draft])
  return (
    <div role="region" aria-label="Compared with what stands">
      <ChangedText stretches={stretches} />
    </div>
  )
}

const OneDraft = ({ draft, current }: { readonly draft: Draft; readonly current: Draft | undefined }) => {
  const [open, setOpen] = useState(false)
  const stands = draft.id === current?.id
  return (
    <li className="flex flex-col gap-2 border-b px-4 py-3">
      <p>
        <span className="font-medium">{draftTime(draft.at, Date.now())}</span>{' '}
        <span className="text-quiet">
          {draft.author === 'model' ? 'Longhand' : 'you'}, {inWords(countWords(draft.text))},{' '}
          {standings[draft.standing]}
        </span>
      </p>
      {draft.fault && <p className="text-small text-broken">{draft.fault.sentence}</p>}
      {!stands && draft.text !== '' && (
        <div className="flex gap-2">
          <Button onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? 'Hide the comparison' : 'Compare'}
          </Button>
          {draft.standing === 'proposal' ? (
            <Button kind="quiet" onClick={() => showDock('proposals')}>
              Accept or drop
            </Button>
          ) : (
            <Button kind="quiet" onClick={() => void putInPlace(draft, current, 'Restoring of an old draft')}>
              Restore
            </Button>
          )}
        </div>
      )}
      {open && !stands && <Compared draft={draft} current={current} />}
    </li>
  )
}

const Redo = ({ section }: { readonly section: SectionId }) => {
  const id = useId()
  const [note, setNote] = useKeptText(`redo ${section}`)
  const working = useProject((state) => ['working', 'awaits-time'].includes(runStatus(state)))
  const redo = () =>
    perform(async () => {
      await client.sections.redo({ project: openPath(), section, note: note.trim() })
      setNote('')
      if (!working) await startRun()
    })
  return (
    <form
      className="flex flex-col gap-2 border-b p-4"
      onSubmit={(event) => {
        event.preventDefault()
        void redo()
      }}
    >
      <label htmlFor={id} className="font-medium">
        Redo this section
      </label>
      <TextArea
        id={id}
        rows={3}
        value={note}
        placeholder="What should be different?"
        onChange={({ target }) => setNote(target.value)}
      />
      <Button type="submit" className="self-start">
        Redo with this note
      </Button>
    </form>
  )
}

const SectionHistory = ({ section }: { readonly section: SectionId }) => {
  const title = useProject((state) => shownTitle(state.section.get(section)?.title ?? ''))
  const current = useProject((state) => desk(state, section).current)
  const mark = useProject((state) => {
    const { current: stands, proposals, candidate } = desk(state, section)
    return [stands, candidate, ...proposals].map((draft) => `${draft?.id} ${draft?.edition}`).join()
  })
  const loaded = useHistory(section, mark)
  return (
    <section aria-label={`History of ${title}`}>
      <h3 className="px-4 pt-4 text-large font-bold">{title}</h3>
      <Redo section={section} />
      <Candidates section={section} />
      {loaded.is === 'loading' && <StatusSentence title="Looking up its drafts." />}
      {loaded.is === 'failed' && (
        <StatusSentence title="Its drafts could not be read.">{loaded.sentence}</StatusSentence>
      )}
      {loaded.is === 'there' && loaded.drafts.length === 0 && (
        <StatusSentence title="No drafts yet.">Write it yourself, or start a run.</StatusSentence>
      )}
      {loaded.is === 'there' && (
        <ul>
          {loaded.drafts.map((draft) => (
            <OneDraft key={draft.id} draft={draft} current={current} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** All drafts of the focused section: compare one with what stands, restore it, or ask for a fresh one. */
export const History = () => {
  const focused = useView((view) => view.focused)
  const isLeaf = useProject((state) => focused !== null && state.section.has(focused))
  if (focused === null || !isLeaf) {
    return (
      <StatusSentence title="No section is chosen.">
        Click into a section, or choose one in the outline, to see every text it ever had.
      </StatusSentence>
    )
  }
  return <SectionHistory key={focused} section={focused} />
}
