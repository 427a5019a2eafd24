import type { Work } from '../../shared/questions/agenda.ts'
import { bounds } from '../../shared/questions/bounds.ts'
import { shape } from '../../shared/questions/shape.ts'
import type { Section } from '../../shared/records.ts'
import { planPrompt, planReply, type PlanReply } from '../prompts/plan.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Loop, type Verb } from './loop.ts'
import { filled, renumbered, sectionOf, troubleWith } from './planned-entries.ts'

type Planning = Extract<Work, { verb: 'plan' }>

/** Tokens of one plan entry, generously. */
export const entryTokens = 160
/** Tokens of one plan entry as long as one usually is. */
const leastEntryTokens = 80

/** How many sections a batch may have: as many as it says, or where the planner chooses those that others leave. */
const sizeOf = (loop: Loop, { from, to }: Planning): { readonly least: number; readonly most: number } => {
  if (to !== null) return { least: to - from + 1, most: to - from + 1 }
  const { least, most, stated } = shape(now(loop))
  // Where the brief states no numbers, only the planner has read how many sections it asks for.
  if (!stated) return { least: 1, most: bounds.freeSections }
  return { least: Math.max(1, least - from + 1), most: most - from + 1 }
}

const sectionsOf = (loop: Loop, entries: PlanReply): readonly Section[] => {
  const { words, each } = shape(now(loop))
  const usual = each ?? Math.round(words / entries.length)
  return entries.map((entry) => sectionOf(entry, usual))
}

/** Plans one batch of sections. What the planner leaves out after its last attempt is filled in and noted. */
export const plan: Verb<Planning> = async (loop, work) => {
  const { step: id, from, to } = work
  const { least, most } = sizeOf(loop, work)
  const asked = to === null ? Math.max(shape(now(loop)).most - from + 1, 20) : most
  const reply = await askJson(loop, {
    step: id,
    verb: 'plan',
    role: 'planner',
    section: null,
    maxOutput: 400 + entryTokens * asked,
    leastOutput: 200 + leastEntryTokens * asked,
    schema: planReply,
    prompt: (trouble, rooms) => planPrompt(now(loop), { from, to }, trouble, rooms),
    trouble: (entries) => troubleWith(renumbered(entries, work), work, least, most),
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'plan', section: null } as const
  if (reply.value) {
    const sections = sectionsOf(loop, renumbered(reply.value, work))
    loop.project.put({ put: [...sections, reply.call, { ...step, status: 'ended' }], shelve: [reply.body] })
    return null
  }
  const furthest = to ?? from - 1 + most
  const last = renumbered(reply.last ?? [], work).filter(({ n }) => n >= from && n <= furthest)
  const end = to ?? Math.max(from - 1 + least, ...last.map(({ n }) => n))
  const sections = sectionsOf(loop, filled(last, from, end, shape(now(loop)).label))
  loop.project.put({ put: [...sections, { ...step, status: 'failed', fault: reply.fault }] })
  return null
}
