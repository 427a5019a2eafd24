import type { Work } from '../../shared/questions/agenda.ts'
import { clearedStep } from '../../shared/questions/steps.ts'
import type { AnyRecord, Order, Section, Step } from '../../shared/records.ts'
import { pairReply, pairsPrompt, statementReply, statementsPrompt, type PairShown } from '../prompts/join.ts'
import { isPause } from './ask.ts'
import { askJson, type StructureReply } from './ask-json.ts'
import { now, type Loop, type Pause, type Verb } from './loop.ts'

type Confirming = Extract<Work, { verb: 'confirm' }>

/** What the reviewer says of one suspected order, by its number from 1. */
type Said = { readonly pair: number; readonly isSo: boolean; readonly advice: string }

const question = ({ step, orders }: Confirming) =>
  ({ step, verb: 'join', role: 'reviewer', section: null, maxOutput: 200 + orders.length * 80 }) as const

const pairOf = (loop: Loop, { places }: Order): PairShown => {
  const side = (at: number) => {
    const place = places[at]
    const section: Section | undefined = place && now(loop).section.get(place.section)
    return { title: section?.title ?? '', quote: place?.quote ?? '' }
  }
  return { first: side(1), second: side(0) }
}

const leavesOut = (orders: readonly Order[], value: readonly { readonly pair: number }[]): string | null =>
  orders.every((_, i) => value.some(({ pair }) => pair === i + 1)) ? null : 'It leaves out a pair.'

const askAbout = async (loop: Loop, work: Confirming): Promise<StructureReply<readonly Said[]> | Pause> => {
  const { orders } = work
  const trouble = (value: readonly { readonly pair: number }[]) => leavesOut(orders, value)
  const as = <Value>(
    reply: StructureReply<readonly Value[]> | Pause,
    said: (value: Value) => Said,
  ): StructureReply<readonly Said[]> | Pause => {
    if (isPause(reply)) return reply
    return reply.value ? { ...reply, value: reply.value.map(said) } : { ...reply, last: null }
  }
  if (orders[0]?.kind === 'contradiction') {
    const prompt = (wrong?: string) =>
      statementsPrompt(
        orders.map(({ sentence }) => sentence),
        wrong,
      )
    const reply = await askJson(loop, { ...question(work), schema: statementReply, prompt, trouble })
    return as(reply, ({ pair, contradict, advice }) => ({ pair, isSo: contradict, advice }))
  }
  const pairs = orders.map((order) => pairOf(loop, order))
  const prompt = (wrong?: string) => pairsPrompt(pairs, wrong)
  const reply = await askJson(loop, { ...question(work), schema: pairReply, prompt, trouble })
  return as(reply, ({ pair, repeats, advice }) => ({ pair, isSo: repeats, advice }))
}

/** What becomes of suspected orders: open where it is so; else gone, with a note that it was looked at. */
const settled = (loop: Loop, { orders }: Confirming, said: readonly Said[]) => {
  const put: AnyRecord[] = []
  const remove: string[] = []
  for (const [i, { id }] of orders.entries()) {
    const answer = said.find(({ pair }) => pair === i + 1)
    const alike = [...now(loop).order.values()].filter(
      (order) => order.status === 'suspected' && (order.id === id || order.like === id),
    )
    for (const { like: _, ...order } of alike) {
      if (!answer?.isSo) remove.push(order.id)
      else {
        const advice = [answer.advice.trim(), order.advice].filter(Boolean).join(' ')
        put.push({ ...order, status: 'open', by: 'model', advice })
      }
    }
    if (!answer?.isSo)
      put.push({ id: clearedStep({ id }), verb: 'join', section: null, status: 'ended' } satisfies Step)
  }
  return { put, remove }
}

/**
 * Puts what is suspected to the reviewer, all of one batch in one call. What is so waits for the writer; what is not is
 * gone and not suspected again. Where no usable answer comes the batch is given up and may be suspected anew.
 */
export const confirm: Verb<Confirming> = async (loop, work) => {
  const reply = await askAbout(loop, work)
  if (isPause(reply)) return reply
  const step = { id: work.step, verb: 'join', section: null } as const
  if (!reply.value) {
    const ids = new Set(work.orders.map(({ id }) => id))
    const gone = [...now(loop).order.values()].filter(
      ({ id, like, status }) => status === 'suspected' && (ids.has(id) || (like && ids.has(like))),
    )
    loop.project.put({
      put: [{ ...step, status: 'failed', fault: reply.fault } satisfies Step],
      remove: gone.map(({ id }) => id),
    })
    return null
  }
  const { call, body } = reply
  const { put, remove } = settled(loop, work, reply.value)
  loop.project.put({ put: [...put, call, { ...step, status: 'ended' }], shelve: [body], remove })
  return null
}
