import type { Message } from '../../shared/model.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { question } from '../../shared/questions/question.ts'
import type { Section } from '../../shared/records.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import { block } from './context.ts'

/** Tokens that the plan may cost each prompt of a writer: entries of 25 words for about 50 sections. */
const room = 3_000
/** Letters of an entry that there is always room for: what it is about. */
const leastEntry = 24

const cropped = (entry: string, letters: number): string => {
  const all = Array.from(entry)
  if (all.length <= letters) return entry
  const start = all.slice(0, letters).join('')
  return `${/\s/u.test(start) ? start.replace(/\s+\S*$/u, '') : start} …`
}

const written = (sections: readonly Section[]): string => {
  const [first] = sections
  const alike = sections.every(({ words }) => words === first?.words)
  const heads = sections.map(
    ({ title, words }, i) => `${i + 1}. ${title}${alike ? '' : ` (${words} words)`}: `,
  )
  const lines = (letters: number): string =>
    sections.map(({ intent }, i) => `${heads[i]}${cropped(intent, letters)}`).join('\n')
  let letters = Math.max(leastEntry, ...sections.map(({ intent }) => intent.length))
  while (letters > leastEntry && guessTokens(lines(letters)) > room) letters -= 4
  return alike && first ? `Each has ${first.words} words.\n${lines(letters)}` : lines(letters)
}

/** What was written of the plan, by the last unit that it shows. */
const known = question(['section'], (): Map<number, string> => new Map())

/**
 * The plan as writers see it, one line a section, up to the unit `to`.
 * Words wanted are said once where they are the same for all. In a long plan entries are cropped alike, as each section
 * sees its own and its neighbours' whole.
 */
export const planInShort = (state: ProjectState, to: number): Message | undefined => {
  const made = known(state)
  const body = made.get(to) ?? written(leaves(state).filter(({ unit }) => (unit ?? 0) <= to))
  made.set(to, body)
  return block('The plan', body)
}
