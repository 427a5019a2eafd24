import { AppError } from '../../shared/errors.ts'
import { importText } from '../../shared/import-text.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { leaves } from '../../shared/questions/outline.ts'
import type { Brief, Part } from '../../shared/records.ts'
import { plainText } from '../../shared/text/markdown.ts'
import { countWords } from '../../shared/text/words.ts'

/** A part of a text as it stands in it; `entry` is '' where nobody has said yet what it does. */
type Found = { readonly title: string; readonly text: string; readonly entry: string }

/** Parts that a pattern has at most: what a planner can follow. */
const mostParts = 40
/** Letters that are kept of a part until a model has read them. */
const shown = 1_500

const ofText = (text: string): readonly Found[] =>
  importText(text, '')
    .sections.filter((section) => section.text !== '')
    .map((section) => ({ title: section.title, text: section.text, entry: '' }))

const ofProject = (state: ProjectState): readonly Found[] =>
  leaves(state).flatMap(({ id, title, intent }) => {
    const text = desk(state, id).current?.text ?? ''
    return text.trim() ? [{ title, text, entry: intent.trim() }] : []
  })

/** No more parts than a pattern may have: neighbours are taken together, under the name of the first. */
const gathered = (found: readonly Found[]): readonly Found[] => {
  const size = Math.ceil(found.length / mostParts)
  if (size <= 1) return found
  return Array.from({ length: Math.ceil(found.length / size) }, (_, i) => {
    const group = found.slice(i * size, (i + 1) * size)
    return { title: group[0]?.title ?? '', text: group.map(({ text }) => text).join('\n\n'), entry: '' }
  })
}

/** What is shown of a part: how it begins and how it ends. */
const excerpt = (text: string): string => {
  const letters = Array.from(text)
  if (letters.length <= shown) return text
  return `${letters.slice(0, shown - 500).join('')}\n\n${letters.slice(-500).join('')}`.toWellFormed()
}

const patternOf = (found: readonly Found[]): readonly Part[] => {
  const words = found.map(({ text }) => Math.max(1, countWords(text)))
  const all = words.reduce((sum, value) => sum + value, 0)
  return found.map(({ title, text, entry }, i) => ({
    title,
    entry,
    share: (words[i] ?? 1) / all,
    ...(entry === '' && { text: excerpt(plainText(text)) }),
  }))
}

/**
 * The brief with the plan of a text for its pattern, of this project's own texts where none is given. Code finds the
 * parts and the share of the whole that each has; what they do a model says in the next run. Throws `brief-invalid`
 * where there is no text.
 */
export const learnPattern = (state: ProjectState, text?: string): Brief => {
  const [brief] = state.brief.values()
  const found = gathered(text === undefined ? ofProject(state) : ofText(text))
  if (!brief || found.length === 0) {
    throw new AppError('brief-invalid', 'There is no text to learn a plan from.', 'Choose another text.')
  }
  return { ...brief, pattern: [...patternOf(found)] }
}

/** The brief without its pattern. */
export const forgetPattern = ({ pattern: _, ...brief }: Brief): Brief => brief
