import { useEffect, useState } from 'react'
import type { DraftId } from '../../../shared/records.ts'
import { countWords } from '../../../shared/text/words.ts'
import { projectStore } from '../../stores/project-store.ts'

/** Milliseconds between two counts: letters arrive some twenty times a second. */
const every = 1000

const wordsOf = (draft: DraftId): number => countWords(projectStore.getState().state.live.get(draft) ?? '')

/** The words of a draft that is being written, counted once a second and not with every letter. */
export const useLiveWords = (draft: DraftId): number => {
  const [words, setWords] = useState(() => wordsOf(draft))
  useEffect(() => {
    const count = (): void => setWords(wordsOf(draft))
    count()
    const timer = setInterval(count, every)
    return () => clearInterval(timer)
  }, [draft])
  return words
}
