import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import type { Draft, SectionId } from '../../../shared/records.ts'
import { plainText } from '../../../shared/text/markdown.ts'

/** One place where the words stand: the `nth` (from 0) in its section. */
export type FoundPlace = { readonly section: SectionId; readonly nth: number; readonly quote: string }

const plain = new WeakMap<Draft, string>()

const plainOf = (draft: Draft): string => {
  const known = plain.get(draft)
  if (known !== undefined) return known
  const text = plainText(draft.text)
  plain.set(draft, text)
  return text
}

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

/** The words as a pattern: letter case makes no difference, nor does the kind of quotation mark or white space. */
const patternOf = (words: string): RegExp =>
  new RegExp(
    escaped(words)
      .replaceAll(/["“”„]/gu, '["“”„]')
      .replaceAll(/['‘’]/gu, "['‘’]")
      .replaceAll(/\s+/gu, String.raw`\s+`),
    'giu',
  )

/** Every place of the whole manuscript, shown or not, where the words stand; in reading order. */
export const findPlaces = (state: ProjectState, words: string): readonly FoundPlace[] => {
  if (words.trim() === '') return []
  const pattern = patternOf(words.trim())
  return leaves(state).flatMap(({ id }) => {
    const { current } = desk(state, id)
    if (!current) return []
    return [...plainOf(current).matchAll(pattern)].map(({ 0: quote }, nth) => ({ section: id, nth, quote }))
  })
}
