import { asAsked } from '../../shared/plan-check.ts'
import { cutEntry } from '../../shared/plan-entry.ts'
import type { Section } from '../../shared/records.ts'
import type { PlanReply } from '../prompts/plan.ts'

type Entry = PlanReply[number]

/** The section a plan entry makes. Its id and unit are its number, so that the same plan has the same ids. */
export const sectionOf = (entry: Entry, words: number): Section => ({
  id: `section:${entry.n}`,
  parent: null,
  order: entry.n,
  title: entry.title,
  intent: cutEntry(entry.entry),
  words: entry.words ?? words,
  unit: entry.n,
  owns: [...new Set(entry.owns)],
  leaves: [...new Set(entry.leaves)],
  after: entry.after.map((n): Section['id'] => `section:${n}`),
  take: 1,
})

/** An entry of a section that the planner gave none: it is named by its unit and left to the brief and its duties. */
export const blankEntry = (n: number, label: string): Entry => ({
  n,
  title: `${label} ${n}`,
  entry: asAsked,
  owns: [],
  leaves: [],
  after: [],
})

/** Entries from a number on, a blank one where there is none; of several with one number the last. */
export const filled = (entries: PlanReply, from: number, to: number, label: string): PlanReply => {
  const byNumber = new Map(entries.map((entry) => [entry.n, entry]))
  return Array.from(
    { length: to - from + 1 },
    (_, i) => byNumber.get(from + i) ?? blankEntry(from + i, label),
  )
}

type Numbers = { readonly from: number; readonly to: number | null }

/**
 * Entries numbered from where they were asked for, if they are a row that lies elsewhere: models count each answer
 * from 1. What they name as coming before moves along.
 */
export const renumbered = (entries: PlanReply, { from, to }: Numbers): PlanReply => {
  const first = entries[0]?.n ?? from
  const isRow = entries.every(({ n }, i) => n === first + i)
  const isThere = first >= from && (to === null || first + entries.length - 1 <= to)
  if (!isRow || (isThere && (to !== null || first === from))) return entries
  return entries.map((entry) => ({
    ...entry,
    n: entry.n + from - first,
    after: entry.after.map((n) => n + from - first),
  }))
}

/** What is wrong with the numbers of entries, or null: `from` to `to`, or for null `least` to `most` of them. */
export const troubleWith = (
  entries: PlanReply,
  { from, to }: Numbers,
  least: number,
  most: number,
): string | null => {
  const numbers = entries.map(({ n }) => n)
  const count = to === null ? numbers.length : to - from + 1
  if (numbers.length !== count) return `It has ${numbers.length} entries; ${count} were asked for.`
  if (count < least || count > most) return `It has ${count} sections; ${least} to ${most} were asked for.`
  const wrong = numbers.findIndex((n, i) => n !== from + i)
  return wrong < 0 ? null : `Its entry ${wrong + 1} is numbered ${numbers[wrong]} instead of ${from + wrong}.`
}
