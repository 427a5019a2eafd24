import { entryWords, longestEntry } from './plan-entry.ts'
import type { Shape } from './questions/shape.ts'
import type { Section, SectionId } from './records.ts'

const gap = /\.\.\.|…|\b(?:and so on|etc\.?|to be continued|tbd)\b/iu

/** The entry of a section that the planner gave none: it says nothing, and so nothing twice. */
export const asAsked = 'As the brief asks.'

const folded = (text: string): string => text.trim().toLowerCase()

/** A section with its number in the plan. */
type Numbered = { readonly n: number; readonly section: Section }

const faultsOf = ({ n, section: { title, intent } }: Numbered): readonly string[] => [
  ...(gap.test(title) || gap.test(intent)
    ? [`Section ${n} leaves something open instead of saying it.`]
    : []),
  ...(entryWords(intent) > longestEntry
    ? [`Section ${n} has an entry of more than ${longestEntry} words.`]
    : []),
]

/** What a section says that another said before it, told by the section that is to change. */
const repeatsIn = (
  sections: readonly Numbered[],
  said: (section: Section) => readonly string[],
  sentence: (n: number, first: number, text: string) => string,
): ReadonlyMap<SectionId, readonly string[]> => {
  const first = new Map<string, number>()
  return new Map(
    sections.map(({ n, section }) => {
      const told = said(section).flatMap((text) => {
        const known = first.get(folded(text))
        if (known === undefined) first.set(folded(text), n)
        return known === undefined || known === n ? [] : [sentence(n, known, text.trim())]
      })
      return [section.id, told]
    }),
  )
}

/**
 * What a planner must mend in the `fresh` sections of a plan (all, unless some are said): one sentence each, that begins
 * with the number of the section. Of two sections that say the same the one that stood before may keep it. Sums are
 * mended by arithmetic.
 */
export const planViolations = (
  leaves: readonly Section[],
  fresh: readonly Section[] = leaves,
): readonly string[] => {
  const isFresh = new Set(fresh.map(({ id }) => id))
  const numbered = leaves.map((section, i): Numbered => ({ n: i + 1, section }))
  const byAge = numbered.toSorted(
    (a, b) => Number(isFresh.has(a.section.id)) - Number(isFresh.has(b.section.id)),
  )
  const owned = repeatsIn(
    byAge,
    ({ owns }) => owns,
    (n, known, matter) => `Section ${n} owns "${matter}", which section ${known} owns.`,
  )
  const entries = repeatsIn(
    byAge,
    ({ intent }) => (intent === asAsked || intent === '' ? [] : [intent]),
    (n, known) => `Section ${n} has the same entry as section ${known}.`,
  )
  return numbered
    .filter(({ section }) => isFresh.has(section.id))
    .flatMap((each) => [
      ...faultsOf(each),
      ...(owned.get(each.section.id) ?? []),
      ...(entries.get(each.section.id) ?? []),
    ])
}

/** How much shorter and how much longer than the middling one a section may be planned. */
const spread = 4
/** Words of one section beyond which no model writes it whole; for plans whose length the brief does not state. */
const longestSection = 10_000

/** What the planner gave, without what is absurd beside the rest. */
const sober = (given: readonly number[]): readonly number[] => {
  const middle = given.toSorted((a, b) => a - b)[Math.floor(given.length / 2)] ?? 0
  if (middle <= 0) return given.map(() => 1)
  return given.map((words) => Math.min(middle * spread, Math.max(middle / spread, words)))
}

/** Whole numbers in proportion to weights, each at least 1, that add up to `sum` if it is large enough. */
const shared = (weights: readonly number[], sum: number): readonly number[] => {
  const whole = weights.reduce((total, weight) => total + weight, 0)
  let [wanted, given] = [0, 0]
  return weights.map((weight) => {
    wanted += (weight / whole) * sum
    const own = Math.max(1, Math.round(wanted) - given)
    given += own
    return own
  })
}

/**
 * The plan with budgets that add up: in proportion to what the planner gave, none less than a quarter or more than four
 * times of what is usual in it. Where the brief states no length in numbers, the planner's budgets stand: it has read
 * the brief.
 */
export const balanced = (leaves: readonly Section[], { words, each, stated }: Shape): readonly Section[] => {
  const given = leaves.map((section) => section.words)
  const budgets =
    each !== null
      ? given.map(() => each)
      : stated
        ? shared(sober(given), words)
        : given.map((own) => Math.min(longestSection, Math.max(1, own)))
  return leaves.map((section, i) => ({ ...section, words: budgets[i] ?? 1 }))
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
