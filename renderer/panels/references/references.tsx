import { useRef, useState } from 'react'
import { firstName, readCsl, yearOf } from '../../../shared/csl.ts'
import { sectionsCiting } from '../../../shared/questions/citations.ts'
import type { Reference } from '../../../shared/records.ts'
import { addReference } from '../../stores/add-reference.ts'
import { notify } from '../../stores/notices.ts'
import { changeReferences } from '../../stores/order-actions.ts'
import { useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { counted } from '../../ui/figures.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { lossWords } from './loss-words.ts'
import { FindPassages, Passages } from './passages.tsx'
import { useKinds } from './use-kinds.ts'

const described = ({ csl, source }: Reference): string => {
  const item = readCsl(csl)
  return [firstName(item), yearOf(item.issued), source].filter(Boolean).join(', ')
}

/** What would be lost with a source's key: the citations that name it. Nothing where none does. */
const Loss = ({ of: { key } }: { readonly of: Reference }) => {
  const sentence = useProject((state) => lossWords(key, sectionsCiting(state, key)))
  return (
    sentence !== null && (
      <p role="status" className="text-unsure wrap-anywhere">
        {sentence}
      </p>
    )
  )
}

const Edit = ({ reference, onDone }: { readonly reference: Reference; readonly onDone: () => void }) => {
  const [now, setNow] = useState({ key: reference.key, title: reference.title })
  return (
    <form
      aria-label={reference.title}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const put = [{ ...reference, key: now.key.trim(), title: now.title.trim() }]
        void changeReferences('Change of a source', { put, remove: [] }).then((is) => is && onDone())
      }}
    >
      <Field label="Title">
        {(ids) => (
          <TextInput
            {...ids}
            required
            value={now.title}
            onChange={({ target }) => setNow({ ...now, title: target.value })}
          />
        )}
      </Field>
      <Field label="Key" hint="What citations name: [@key].">
        {(ids) => (
          <TextInput
            {...ids}
            required
            value={now.key}
            onChange={({ target }) => setNow({ ...now, key: target.value })}
          />
        )}
      </Field>
      {now.key.trim() !== reference.key && <Loss of={reference} />}
      <div className="flex gap-2">
        <Button type="submit">Keep</Button>
        <Button kind="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const removeReference = async ({ id, title }: Reference): Promise<void> => {
  if (await changeReferences(`Removal of “${title}”`, { put: [], remove: [id] }))
    notify(`“${title}” was removed. Undo brings it back.`)
}

const OneReference = ({ reference }: { readonly reference: Reference }) => {
  const [shows, setShows] = useState<'nothing' | 'passages' | 'form' | 'loss'>('nothing')
  const isCited = useProject((state) => sectionsCiting(state, reference.key).length > 0)
  const { key, title, passages, notices = [] } = reference
  return (
    <li className="flex flex-col gap-1 border-b px-4 py-3">
      <p className="font-medium wrap-anywhere">{title}</p>
      <p className="text-small text-quiet wrap-anywhere">
        [@{key}] · {described(reference)}
      </p>
      {notices.map(({ sentence, quote }) => (
        <p key={sentence} className="text-small text-unsure wrap-anywhere">
          {sentence} {quote && <q className="font-text">{quote}</q>}
        </p>
      ))}
      {shows === 'form' ? (
        <Edit reference={reference} onDone={() => setShows('nothing')} />
      ) : (
        <div className="-ml-2 flex flex-wrap">
          {passages > 0 && (
            <Button
              kind="quiet"
              aria-expanded={shows === 'passages'}
              onClick={() => setShows(shows === 'passages' ? 'nothing' : 'passages')}
            >
              {shows === 'passages' ? 'Hide its passages' : counted(passages, 'passage')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setShows('form')}>
            Change
          </Button>
          <Button kind="quiet" onClick={() => (isCited ? setShows('loss') : void removeReference(reference))}>
            Remove
          </Button>
        </div>
      )}
      {shows === 'loss' && (
        <div className="flex flex-col items-start gap-2">
          <Loss of={reference} />
          <div className="flex gap-2">
            <Button onClick={() => setShows('nothing')}>Leave it</Button>
            <Button kind="quiet" onClick={() => void removeReference(reference)}>
              Remove it all the same
            </Button>
          </div>
        </div>
      )}
      {shows === 'passages' && <Passages reference={reference.id} />}
    </li>
  )
}

const Add = () => {
  const input = useRef<HTMLInputElement>(null)
  const kinds = useKinds()
  const [busy, setBusy] = useState(false)
  const add = async (files: readonly File[]) => {
    setBusy(true)
    for (const file of files) await addReference(file)
    setBusy(false)
  }
  return (
    <div className="flex items-center gap-2 border-b px-4 py-2">
      <input
        ref={input}
        type="file"
        multiple
        aria-label="Files to add as sources"
        className="sr-only"
        tabIndex={-1}
        accept={kinds
          .flatMap(({ extensions }) => extensions.map((each) => `.${each.replace(/^\./u, '')}`))
          .join()}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          void add(files)
        }}
      />
      <Button disabled={busy} onClick={() => input.current?.click()}>
        {busy ? 'Reading' : 'Add sources'}
      </Button>
    </div>
  )
}

/** Imported source material: what the writer model may cite, and nothing else. */
export const References = () => {
  const all = useProject((state) => state.reference)
  return (
    <section aria-label="Sources">
      <Add />
      {all.size === 0 ? (
        <StatusSentence title="No sources yet.">
          Add articles, notes or lists of references. They are cut into passages, and drafts cite what fits
          them.
        </StatusSentence>
      ) : (
        <>
          <FindPassages />
          <ul>
            {[...all.values()].map((reference) => (
              <OneReference key={reference.id} reference={reference} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
