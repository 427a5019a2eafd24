import type { ProjectState } from '../../shared/project-state.ts'
import type { Section, SectionId } from '../../shared/records.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import { cropped, headsWithin, listWithin, type Line } from './list-within.ts'

/** A plan as a prompt shows it. `entries`: of every section what its entry says, or the beginning of that. */
export type PlanShown = { readonly body: string; readonly entries: boolean }

/** Letters of a title that name a stretch of sections. */
const titleLetters = 40

/** Sections next to each other that are told of in one line. */
type Stretch = { readonly from: number; readonly to: number }

const stretchLine = (state: ProjectState, sections: readonly Section[], { from, to }: Stretch): string => {
  const title = (at: number): string => cropped(sections[at]?.title ?? '', titleLetters)
  if (from === to) return `${from + 1}. ${title(from)}`
  const parent = sections[from]?.parent
  const isPart = parent && sections.slice(from, to + 1).every((each) => each.parent === parent)
  const name = isPart ? state.section.get(parent)?.title : undefined
  return name
    ? `${from + 1} to ${to + 1}. ${cropped(name, titleLetters)}`
    : `${from + 1} to ${to + 1}. “${title(from)}” to “${title(to)}”`
}

/** Sections in stretches of so many at most; one ends where its part does, and beside a section shown whole. */
const stretchesOf = (
  sections: readonly Section[],
  isWhole: (at: number) => boolean,
  { most, byPart }: { readonly most: number; readonly byPart: boolean },
): readonly Stretch[] => {
  const found: Stretch[] = []
  for (const [i, { parent }] of sections.entries()) {
    const last = found.at(-1)
    const isOther = byPart && sections[i - 1]?.parent !== parent
    if (!last || isOther || i - last.from >= most || isWhole(i) || isWhole(i - 1))
      found.push({ from: i, to: i })
    else found[found.length - 1] = { ...last, to: i }
  }
  return found
}

const shortest = (
  state: ProjectState,
  sections: readonly Section[],
  lines: readonly Line[],
  room: number,
): string => {
  const hasParts = sections.some(({ parent }) => parent !== null)
  const entry = (at: number): string | null => {
    const line = lines[at]
    return line?.whole ? `${line.head}: ${line.text}` : null
  }
  for (const byPart of hasParts ? [true, false] : [false]) {
    for (let most = 2; most < sections.length * 2; most *= 2) {
      const body = stretchesOf(sections, (at) => entry(at) !== null, { most, byPart })
        .map((each) => entry(each.from) ?? stretchLine(state, sections, each))
        .join('\n')
      if (guessTokens(body) <= room) return body
    }
  }
  return lines.flatMap((_, i) => entry(i) ?? []).join('\n')
}

/**
 * A plan in so many tokens: entries cropped alike; else titles alone; else stretches of sections, by their parts where
 * there are any. What is in `whole` is shown with its entry, whatever the room.
 */
export const planWithin = (
  state: ProjectState,
  sections: readonly Section[],
  room: number,
  { words, whole }: { readonly words: boolean; readonly whole?: ReadonlySet<SectionId> },
): PlanShown => {
  const lines = sections.map(({ id, title, words: wanted, intent }, i): Line => ({
    head: `${i + 1}. ${title}${words ? ` (${wanted} words)` : ''}`,
    text: intent,
    ...(whole?.has(id) && { whole: true }),
  }))
  const entries = listWithin(lines, room)
  if (entries !== null) return { body: entries, entries: true }
  const bare = lines.map((line, i): Line => ({ ...line, head: `${i + 1}. ${sections[i]?.title ?? ''}` }))
  return { body: headsWithin(bare, room) ?? shortest(state, sections, lines, room), entries: false }
}
