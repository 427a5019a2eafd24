import type { Work } from '../../shared/questions/agenda.ts'
import { bounds } from '../../shared/questions/bounds.ts'
import { shape } from '../../shared/questions/shape.ts'
import type { Section } from '../../shared/records.ts'
import { planPrompt, planReply, type PlanReply } from '../prompts/plan.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Loop, type Verb } from './loop.ts'

type Planning = Extract<Work, { verb: 'plan' }>
type Entry = PlanReply[number]

/** Tokens of one plan entry, generously. */
const entryTokens = 160

/** The section a plan entry makes. Its id and unit are its number, so that the same plan has the same ids. */
export const sectionOf = (entry: Entry, words: number): Section => ({
  id: `section:${entry.n}`,
  parent: null,
  order: entry.n,
  title: entry.title,
  intent: entry.entry,
  words: entry.words ?? words,
  unit: entry.n,
  owns: [...new Set(entry.owns)],
  leaves: [...new Set(entry.leaves)],
  after: entry.after.map((n): Section['id'] => `section:${n}`),
  take: 1,
})

const troubleWith = (
  entries: PlanReply,
  { from, to }: Planning,
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

/** The entry of a section that the planner gave none. */
export const asAsked = 'As the brief asks.'

/** Entries where the planner gave none: the section is named by its unit and left to the brief and its duties. */
const filled = (entries: PlanReply, from: number, to: number, label: string): PlanReply => {
  const byNumber = new Map(entries.map((entry) => [entry.n, entry]))
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const n = from + i
    const title = `${label} ${n}`
    return byNumber.get(n) ?? { n, title, entry: asAsked, owns: [], leaves: [], after: [] }
  })
}

const sectionsOf = (loop: Loop, entries: PlanReply): readonly Section[] => {
  const { words, each } = shape(now(loop))
  const usual = each ?? Math.round(words / entries.length)
  return entries.map((entry) => sectionOf(entry, usual))
}

/** Plans one batch of sections. What the planner leaves out after its last attempt is filled in and noted. */
export const plan: Verb<Planning> = async (loop, work) => {
  const { step: id, from, to } = work
  const { label, least, most, stated } = shape(now(loop))
  // Where the brief states no numbers, only the planner has read how many sections it asks for.
  const [low, high] = to === null ? (stated ? [least, most] : [1, bounds.freeSections]) : [1, to - from + 1]
  const reply = await askJson(loop, {
    step: id,
    verb: 'plan',
    role: 'planner',
    section: null,
    maxOutput: 400 + entryTokens * (to === null ? Math.max(most, 20) : to - from + 1),
    schema: planReply,
    prompt: (trouble) => planPrompt(now(loop), { from, to }, trouble),
    trouble: (entries) => troubleWith(entries, work, low, high),
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'plan', section: null } as const
  if (reply.value) {
    const put = [...sectionsOf(loop, reply.value), reply.call, { ...step, status: 'ended' } as const]
    loop.project.put({ put, shelve: [reply.body] })
    return null
  }
  const last = (reply.last ?? []).filter(({ n }) => n >= from && n <= (to ?? bounds.freeSections))
  const end = to ?? Math.max(least, ...last.map(({ n }) => n))
  const sections = sectionsOf(loop, filled(last, from, end, label))
  loop.project.put({ put: [...sections, { ...step, status: 'failed', fault: reply.fault }] })
  return null
}
