import type { Shape } from './questions/shape.ts'
import type { Section, SectionId } from './records.ts'

/** Words of a plan entry above which it is no longer a plan but a draft. */
const longestEntry = 60

const gap = /\.\.\.|…|\b(?:and so on|etc\.?|to be continued|tbd)\b/iu

const repeated = (values: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1)
  return [...seen].filter(([, times]) => times > 1).map(([value]) => value)
}

/** What a planner must mend: one sentence each, naming the section by its number. Sums are mended by arithmetic. */
export const planViolations = (leaves: readonly Section[]): readonly string[] => {
  const each = leaves.flatMap(({ title, intent }, i): readonly string[] => {
    const said = [
      gap.test(title) || gap.test(intent) ? 'leaves something open instead of saying it' : null,
      intent.split(/\s+/u).length > longestEntry ? `has an entry of more than ${longestEntry} words` : null,
    ]
    return said.filter((trouble) => trouble !== null).map((trouble) => `Section ${i + 1} ${trouble}.`)
  })
  const owned = leaves.flatMap(({ owns }) => owns.map((matter) => matter.trim().toLowerCase()))
  return [...each, ...repeated(owned).map((matter) => `"${matter}" is owned by more than one section.`)]
}

const share = (section: Section, sum: number, count: number): number =>
  sum > 0 ? section.words / sum : 1 / count

/** The plan with budgets that add up: in proportion to what the planner gave, within what a unit may have. Where the brief states no
 * length in numbers, the planner's budgets stand: it has read the brief. */
export const balanced = (leaves: readonly Section[], { words, each, stated }: Shape): readonly Section[] => {
  if (each !== null) return leaves.map((section) => ({ ...section, words: each }))
  if (!stated) return leaves
  const sum = leaves.reduce((total, section) => total + section.words, 0)
  const least = Math.max(1, Math.floor(words / leaves.length / 4))
  const wanted = leaves.map((section) =>
    Math.max(least, Math.round(share(section, sum, leaves.length) * words)),
  )
  const excess = wanted.reduce((total, value) => total + value, 0) - words
  const largest = wanted.indexOf(Math.max(...wanted))
  return leaves.map((section, i) => ({
    ...section,
    words: Math.max(1, (wanted[i] ?? least) - (i === largest ? excess : 0)),
  }))
}

/** Sections one section may wait for. */
const mostAfter = 20

/**
 * The plan with an order in which it can be written: a section waits only for sections that exist, in no circle. One
 * walk along the waits; a wait that leads back to a section on the way is dropped.
 */
export const uncircled = (leaves: readonly Section[]): readonly Section[] => {
  const known = new Map(leaves.map((section) => [section.id, section]))
  const waits = new Map<SectionId, SectionId[]>()
  const done = new Set<SectionId>()
  for (const { id: first } of leaves) {
    const way: { readonly id: SectionId; readonly open: SectionId[] }[] = []
    const enter = (id: SectionId): void => {
      const open = [...new Set(known.get(id)?.after)].filter((each) => known.has(each)).slice(0, mostAfter)
      waits.set(id, [])
      way.push({ id, open })
    }
    if (!waits.has(first)) enter(first)
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const next = step.open.shift()
      if (next === undefined) {
        done.add(step.id)
        way.pop()
      } else if (done.has(next)) waits.get(step.id)?.push(next)
      else if (!waits.has(next)) {
        waits.get(step.id)?.push(next)
        enter(next)
      }
    }
  }
  return leaves.map((section) => ({ ...section, after: waits.get(section.id) ?? [] }))
}

/** The plan with one owner for every matter: the first section that claimed it; the others must leave it. */
export const owned = (leaves: readonly Section[]): readonly Section[] => {
  const owners = new Set<string>()
  return leaves.map((section) => {
    const mine = section.owns.filter((matter) => !owners.has(matter.trim().toLowerCase()))
    const taken = section.owns.filter((matter) => !mine.includes(matter))
    for (const matter of mine) owners.add(matter.trim().toLowerCase())
    return { ...section, owns: mine, leaves: [...section.leaves, ...taken] }
  })
}
