import type { Message } from '../../shared/model.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { shownTo } from '../../shared/questions/batches.ts'
import { leaves } from '../../shared/questions/outline.ts'
import { planRoom } from '../../shared/questions/plan-room.ts'
import { question } from '../../shared/questions/question.ts'
import type { Section } from '../../shared/records.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import { block } from './context.ts'
import { planWithin, type PlanShown } from './plan-within.ts'

/** The part of the room that is kept for the entries around a section, where the plan has none. */
const shareAround = 0.2
/** How far around a section entries are shown; its neighbours' are shown where it begins and ends. */
const nearest = 2
const furthest = 5

const upTo = (state: ProjectState, to: number): readonly Section[] =>
  leaves(state).filter(({ unit }) => (unit ?? 0) <= to)

const written = (state: ProjectState, to: number, room: number): PlanShown => {
  const sections = upTo(state, to)
  const [first] = sections
  const alike = sections.every(({ words }) => words === first?.words)
  const each = alike && first ? `Each has ${first.words} words.\n` : ''
  const shown = planWithin(state, sections, room - guessTokens(each), { words: !alike })
  if (shown.entries) return { ...shown, body: each + shown.body }
  const less = planWithin(state, sections, room * (1 - shareAround) - guessTokens(each), { words: !alike })
  return { ...less, body: less.body && each + less.body }
}

/** What was written of the plan, by the last unit that it shows and its room. */
const known = question(['section'], (): Map<string, PlanShown> => new Map())

const shownPlan = (state: ProjectState, to: number, room: number): PlanShown => {
  const made = known(state)
  const key = `${to} ${room}`
  const plan = made.get(key) ?? written(state, to, room)
  made.set(key, plan)
  return plan
}

/**
 * The plan as writers see it, one line a section, up to the unit `to`, in its room.
 * Words wanted are said once where they are the same for all. In a long plan entries are cropped alike, as each section
 * sees its own and its neighbours' whole; in a longer one titles stand alone, in one longer still stretches of sections. It
 * is the same for all sections, so that servers can keep it.
 */
export const planInShort = (state: ProjectState, to: number, room = Infinity): Message | undefined =>
  block('The plan', shownPlan(state, to, Math.min(room, planRoom(state))).body)

/** The entries around a section, as many as there is room for, where the plan as it is shown has none. */
export const planAround = (state: ProjectState, section: Section, atMost = Infinity): Message | undefined => {
  const room = Math.min(atMost, planRoom(state))
  const to = shownTo(state, section)
  if (shownPlan(state, to, room).entries) return undefined
  const all = upTo(state, to)
  const own = all.findIndex(({ id }) => id === section.id)
  const distances = Array.from({ length: furthest - nearest + 1 }, (_, i) => nearest + i)
  let left = room * shareAround
  const near = distances
    .flatMap((distance) => [own - distance, own + distance])
    .flatMap((at): readonly { readonly at: number; readonly line: string }[] => {
      const other = all[at]
      const line = other ? `${at + 1}. ${other.title}: ${other.intent}` : ''
      const tokens = guessTokens(line) + 1
      if (own < 0 || !other || tokens > left) return []
      left -= tokens
      return [{ at, line }]
    })
  const lines = near.toSorted((a, b) => a.at - b.at).map(({ line }) => line)
  return block('The plan around it', lines.join('\n'))
}
