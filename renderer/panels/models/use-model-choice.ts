import { useState } from 'react'
import type { ModelChoice } from '../../../shared/model.ts'
import { firstChoice, practiceSource, sourceOf, type Source } from './sources.ts'

/**
 * What is being chosen: a source, and for each source looked at the model picked there, so that going back finds it
 * again. `before` is the choice that stands until another is made.
 */
export const useModelChoice = (before: ModelChoice, sources: readonly Source[]) => {
  const [picked, setPicked] = useState<string | null>(null)
  const [choices, setChoices] = useState<Readonly<Record<string, ModelChoice>>>({})
  const home = sourceOf(sources, before)
  const source = sources.find(({ key }) => key === picked) ?? home ?? practiceSource
  const choice = choices[source.key] ?? (source === home ? before : firstChoice(source))
  return {
    source,
    // Until its source is known the choice that stands is not changed by being looked at.
    choice: picked === null && !home ? before : choice,
    isKnown: picked !== null || home !== undefined,
    look: setPicked,
    choose: (next: ModelChoice): void => {
      setPicked(source.key)
      setChoices((all) => ({ ...all, [source.key]: next }))
    },
  }
}
