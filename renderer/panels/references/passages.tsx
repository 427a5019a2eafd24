import { useEffect, useState } from 'react'
import { referenceOf } from '../../../shared/passages.ts'
import type { Passage, Reference } from '../../../shared/records.ts'
import { client } from '../../stores/connection.ts'
import { sentenceOf } from '../../stores/failures.ts'
import { openPath, useProject } from '../../stores/project-store.ts'
import { TextInput } from '../../ui/field.tsx'
import { StatusSentence } from '../../ui/status-sentence.tsx'

type Loaded = 'loading' | { readonly passages: readonly Passage[] } | { readonly trouble: string }

const usePassages = (ask: () => Promise<readonly Passage[]>, mark: string): Loaded => {
  const [loaded, setLoaded] = useState<Loaded>('loading')
  useEffect(() => {
    let isOver = false
    ask().then(
      (passages) => isOver || setLoaded({ passages }),
      (error: unknown) => isOver || setLoaded({ trouble: sentenceOf(error) }),
    )
    return () => {
      isOver = true
    }
    // What is asked changes with the mark alone.
  }, [mark])
  return loaded
}

const OnePassage = ({ passage, of }: { readonly passage: Passage; readonly of?: string | undefined }) => (
  <li className="border-l-2 border-hair pl-2">
    <p className="text-small text-quiet">
      {[of && `[@${of}]`, passage.n, passage.heading].filter(Boolean).join(' · ')}
    </p>
    <p className="font-text text-ui wrap-anywhere">{passage.text}</p>
  </li>
)

/** The passages of one source, in order. */
export const Passages = ({ reference }: { readonly reference: Reference['id'] }) => {
  const loaded = usePassages(() => client.references.passages({ project: openPath(), reference }), reference)
  if (loaded === 'loading') return <StatusSentence title="Looking them up." />
  if ('trouble' in loaded)
    return <StatusSentence title="They could not be read.">{loaded.trouble}</StatusSentence>
  return (
    <ul className="flex flex-col gap-3 py-2">
      {loaded.passages.map((passage) => (
        <OnePassage key={passage.id} passage={passage} />
      ))}
    </ul>
  )
}

const Found = ({ query }: { readonly query: string }) => {
  const references = useProject((state) => state.reference)
  const loaded = usePassages(
    async () =>
      (await client.references.search({ project: openPath(), query, limit: 8 })).map(
        ({ passage }) => passage,
      ),
    query,
  )
  if (loaded === 'loading') return null
  if ('trouble' in loaded)
    return <StatusSentence title="It could not be searched.">{loaded.trouble}</StatusSentence>
  if (loaded.passages.length === 0)
    return <StatusSentence title="No passage fits.">Try other words.</StatusSentence>
  return (
    <ul aria-label="Passages found" className="flex flex-col gap-3 border-b px-4 py-3">
      {loaded.passages.map((passage) => (
        <OnePassage key={passage.id} passage={passage} of={references.get(referenceOf(passage.id))?.key} />
      ))}
    </ul>
  )
}

/** Finds passages as a draft does: by the words of a section. */
export const FindPassages = () => {
  const [query, setQuery] = useState('')
  return (
    <>
      <div className="border-b px-4 py-2">
        <TextInput
          type="search"
          aria-label="Find passages"
          placeholder="Find passages"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
      </div>
      {query.trim() !== '' && <Found key={query} query={query} />}
    </>
  )
}
