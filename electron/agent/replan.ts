import type { Work } from '../../shared/questions/agenda.ts'
import type { AnyRecord, Order, Step } from '../../shared/records.ts'
import { planReply, type PlanReply } from '../prompts/plan.ts'
import { replanPrompt } from '../prompts/replan.ts'
import { isPause } from './ask.ts'
import { askJson, type StructureReply } from './ask-json.ts'
import { now, type Loop, type Verb } from './loop.ts'
import { anewRecords, anewTrouble, plannedAnew, toPlanAnew, type Numbered } from './plan-anew.ts'
import { entryTokens } from './plan.ts'

type Replanning = Extract<Work, { verb: 'replan' }>

/** What is put once an answer has come. The writer may have changed, held or written some of the sections meanwhile. */
const outcome = (
  loop: Loop,
  work: Replanning,
  asked: readonly Numbered[],
  reply: StructureReply<PlanReply>,
): readonly AnyRecord[] => {
  const state = now(loop)
  const order = state.order.get(work.order.id)
  if (order?.status !== 'asked') return []
  const given = reply.value ?? reply.last
  const fault = reply.value ? {} : { fault: reply.fault }
  if (!given) return [{ ...order, status: 'failed', ...fault } satisfies Order]
  const open = new Set(toPlanAnew(state, work).map(({ section }) => section))
  const still = asked.filter(({ section }) => open.has(section))
  const records = anewRecords(state, work, plannedAnew(state, still, given), loop.now())
  return records.map((each) => (each.id === order.id ? { ...each, ...fault } : each))
}

/**
 * Plans sections anew as an order asks, all else staying byte for byte as it is. Where there is no text yet titles,
 * entries and budgets change; where there is one the change is proposed. An order of which no usable answer came has
 * failed.
 */
export const replan: Verb<Replanning> = async (loop, work) => {
  const { step: id, order } = work
  const asked = toPlanAnew(now(loop), work)
  const step: Step = { id, verb: 'plan', section: null, status: 'ended' }
  if (asked.length === 0) {
    loop.project.put({ put: [...anewRecords(now(loop), work, [], loop.now()), step] })
    return null
  }
  const sections = asked.map(({ section }) => section)
  const reply = await askJson(loop, {
    step: id,
    verb: 'plan',
    role: 'planner',
    section: null,
    maxOutput: 400 + asked.length * entryTokens,
    schema: planReply,
    prompt: (trouble, rooms) => replanPrompt(now(loop), sections, order.advice, trouble, rooms),
    trouble: (value) => anewTrouble(now(loop), asked, value),
  })
  if (isPause(reply)) return reply
  loop.project.put({
    put: [...outcome(loop, work, asked, reply), ...(reply.value ? [reply.call] : []), step],
    shelve: reply.value ? [reply.body] : [],
  })
  return null
}
