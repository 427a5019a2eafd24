import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { editorHandle } from '../../editor/editor-handle.ts'
import { projectStore, useProjectView } from '../../stores/project-store.ts'
import { show } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { figure } from '../../ui/figures.ts'
import { showPlace } from '../checks/show-place.ts'
import { findPlaces, type FoundPlace } from './find-places.ts'
import { leaveFind } from './leave-find.ts'

const sentence = (words: string, count: number, at: number): string => {
  if (words.trim() === '') return ''
  if (count === 0) return 'Not found'
  return at < 0 ? `${figure(count)} found` : `${figure(at + 1)} of ${figure(count)}`
}

/** Letters that stream change the state, but neither of the maps that are searched. */
const usePlaces = (words: string): readonly FoundPlace[] => {
  const drafts = useProjectView(({ state }) => state.draft)
  const sections = useProjectView(({ state }) => state.section)
  return useMemo(() => findPlaces(projectStore.getState().state, words), [drafts, sections, words])
}

/** Finds words in the whole manuscript, also where it is not on the page. */
export const FindBar = () => {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  const places = usePlaces(words)
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    field.current?.select()
    return editorHandle.clearMarks
  }, [])
  const go = (step: number): void => {
    if (places.length === 0) return
    const next = at < 0 && step < 0 ? places.length - 1 : (at + step + places.length) % places.length
    const place = places[next]
    setAt(next)
    if (place) showPlace(place.section, place.quote, place.nth)
  }
  const close = (): void => {
    leaveFind(before)
    show({ finding: false })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    if (event.key === 'Enter') {
      event.preventDefault()
      go(event.shiftKey ? -1 : 1)
    }
  }
  return (
    <search aria-label="Find" className="flex h-11 shrink-0 items-center gap-2 border-b bg-float px-3">
      <TextInput
        ref={field}
        type="search"
        aria-label="Find in the manuscript"
        placeholder="Find in the manuscript"
        className="max-w-90 [&::-webkit-search-cancel-button]:hidden"
        value={words}
        onChange={({ target }) => {
          setWords(target.value)
          setAt(-1)
          editorHandle.clearMarks()
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="w-28 text-quiet">
        {sentence(words, places.length, Math.min(at, places.length - 1))}
      </p>
      <Button disabled={places.length === 0} onClick={() => go(-1)}>
        Previous
      </Button>
      <Button disabled={places.length === 0} onClick={() => go(1)}>
        Next
      </Button>
      <span className="flex-1" />
      <Button kind="quiet" onClick={close}>
        Close find
      </Button>
    </search>
  )
}
