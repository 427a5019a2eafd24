import { edited } from '../../shared/text/edits.ts'
import { isOfWhole, orderTarget, targetEdit } from '../../shared/orders/order-target.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Work } from '../../shared/questions/agenda.ts'
import { bounds, callsOf, repliesOf } from '../../shared/questions/bounds.ts'
import { desk, orderDraft } from '../../shared/questions/drafts.ts'
import type { AnyRecord, Draft, Fault, Order, Section } from '../../shared/records.ts'
import { endsWhole } from '../../shared/text/sentences.ts'
import { countWords } from '../../shared/text/words.ts'
import { orderPrompt, passagePart, type OrderShown } from '../prompts/order.ts'
import { ask, isPause, isUnfit, type Reply } from './ask.ts'
import { expectedOf } from './expected.ts'
import { isTooLong, troubleOf, type Unfit } from './fit-prompt.ts'
import { fragmentOf, offWords, type Fragment, type FragmentAsked } from './fragment.ts'
import { now, type Loop, type Pause, type Verb } from './loop.ts'
import { monitor } from './monitor.ts'
import { orderWords } from './order-words.ts'
import { meaningOf } from './watch/fault-meaning.ts'

type Ordering = Extract<Work, { verb: 'order' }>

/** What one asking works on: the text as it stood when it began, and what is asked of the reply. */
type Matter = OrderShown & { readonly wanted: FragmentAsked; readonly current: Draft }

const gone: Fault = {
  code: 'stale',
  sentence: 'What this is about no longer stands in the text, or was changed while it was worked on.',
}

const spent: Fault = { code: 'bounds-reached', sentence: 'No answer came that could be used.' }

const matterOf = (state: ProjectState, section: Section, order: Order): Matter | null => {
  const { current } = desk(state, section.id)
  const target = current ? orderTarget(order, current.text) : null
  if (!current || !target) return null
  const { text } = current
  const passage = text.slice(target.from, target.to)
  const words = orderWords(state, section, order, passage, isOfWhole(order))
  const most = Math.ceil((words?.max ?? Math.max(countWords(passage), words?.min ?? 0) * 2) * 1.5) + 40
  const { titles: _, ...ofSection } = expectedOf(state, section)
  const prompt = orderPrompt(state, section, order, { text, target, words })
  const wanted: FragmentAsked = {
    expected: { ...ofSection, mostWords: most, given: passage, prompt },
    title: section.title,
    passage,
    words,
    whole: target.after || endsWhole(passage),
  }
  return { text, target, words, current, wanted }
}

/** What earlier replies to the same passage were worth; what only missed its length may still be the best there is. */
const proseBefore = (loop: Loop, step: Ordering['step'], wanted: FragmentAsked): readonly Fragment[] => {
  const passage = passagePart(wanted.passage)
  return repliesOf(now(loop), step).flatMap(({ id, fault }) => {
    const body = loop.project.shelf(`body:${id.slice('call:'.length)}`)
    if (!body || !('reply' in body) || !body.prompt.some(({ text }) => text === passage?.text)) return []
    const stopped = fault && meaningOf(fault).stops ? fault : undefined
    const prose = fragmentOf(body.reply, wanted, stopped)
    return prose.fault ? [] : [prose]
  })
}

const nearest = (all: readonly Fragment[], { words }: FragmentAsked): Fragment | undefined =>
  all.toSorted(
    (a, b) =>
      Number(a.short !== undefined) - Number(b.short !== undefined) ||
      offWords(a.text, words) - offWords(b.text, words),
  )[0]

const streaming = (loop: Loop, order: Order, { current }: Matter): Draft => ({
  id: orderDraft(order),
  section: order.section,
  author: 'model',
  parent: current.id,
  root: current.root,
  round: current.round,
  edition: 0,
  standing: 'streaming',
  text: '',
  at: loop.now(),
})

/** The order as it is now; null where the writer no longer waits for this asking of it. */
const stillAsked = (state: ProjectState, asked: Order): Order | null => {
  const order = state.order.get(asked.id)
  const waits = order?.status === 'asked' && order.take === asked.take && state.section.has(asked.section)
  return waits ? order : null
}

const givenUp = (loop: Loop, asked: Order, fault: Fault): readonly AnyRecord[] => {
  const order = stillAsked(now(loop), asked)
  return order ? [{ ...order, status: 'failed', fault }] : []
}

/**
 * What becomes of an order once its text is there: a proposal, or a failure where the place is gone by now. One of a
 * whole text that was changed beyond merging is a proposal still, and is seen to be out of date.
 */
const placed = (loop: Loop, asked: Order, matter: Matter, fresh: Fragment): readonly AnyRecord[] => {
  const state = now(loop)
  const order = stillAsked(state, asked)
  if (!order) return []
  const { current } = desk(state, asked.section)
  const edit = targetEdit(matter.text, matter.target, fresh.text)
  const apart = isOfWhole(order) ? edited(matter.text, [edit]) : null
  const text = current ? (edited(current.text, [edit]) ?? apart) : null
  if (!current || text === null) return givenUp(loop, asked, gone)
  const proposal: Draft = {
    ...streaming(loop, order, { ...matter, current }),
    standing: 'proposal',
    text,
  }
  const { fault: _, ...rest } = order
  return [
    proposal,
    {
      ...rest,
      status: 'ended',
      draft: proposal.id,
      edits: [edit],
      ...(fresh.short && { fault: fresh.short }),
    },
  ]
}

/** Puts what came of an asking, with the call that brought it; letters that became no proposal are taken off. */
const finish = (loop: Loop, order: Order, records: readonly AnyRecord[], reply?: Reply): void => {
  const id = orderDraft(order)
  const streams = now(loop).draft.get(id)?.standing === 'streaming'
  const isPlaced = records.some((record) => record.id === id)
  loop.project.put({
    put: [...records, ...(reply ? [reply.call] : [])],
    shelve: reply ? [reply.body] : [],
    remove: streams && !isPlaced ? [id] : [],
  })
}

const askOnce = async (
  loop: Loop,
  { step, order, section }: Ordering,
  matter: Matter,
): Promise<Reply | Pause | Unfit> => {
  const { project } = loop
  const { wanted } = matter
  const trouble = troubleOf(loop, step)
  const draft = streaming(loop, order, matter)
  project.put({ put: [draft] })
  return ask(loop, {
    step,
    verb: 'revise',
    role: 'writer',
    section,
    prompt: (rooms) => orderPrompt(now(loop), section, order, matter, { trouble, rooms }),
    maxOutput: Math.ceil(wanted.expected.mostWords * 2.5) + 200,
    leastOutput: Math.ceil((wanted.expected.mostWords / 1.5) * 2.5) + 200,
    watch: monitor(wanted.expected),
    hear: (at, text) => project.write({ draft: draft.id, at, text }),
  })
}

const mayAsk = (loop: Loop, step: Ordering['step']): boolean =>
  callsOf(now(loop), step).length < bounds.stepCalls &&
  !isTooLong(loop, step) &&
  repliesOf(now(loop), step).length < bounds.orderReplies

const failed = ({ call, body }: Reply, fault: Fault): Reply => ({
  text: '',
  body,
  call: { ...call, status: 'failed', scope: 'attempt', fault },
})

/**
 * Does what an order says, once it is asked for. What comes is a proposal, whoever wrote the text that stands. A reply
 * that is no prose, or misses its length, is tried again; of two that miss it the nearer is taken and says so. At the
 * bounds, and where the place is gone, the order has failed.
 */
export const order: Verb<Ordering> = async (loop, work) => {
  const { step, order: asked, section } = work
  for (;;) {
    const matter = matterOf(now(loop), section, asked)
    if (!matter) {
      finish(loop, asked, givenUp(loop, asked, gone))
      return null
    }
    const before = proseBefore(loop, step, matter.wanted)
    if (!mayAsk(loop, step)) {
      const best = nearest(before, matter.wanted)
      const fault = repliesOf(now(loop), step).at(-1)?.fault ?? spent
      finish(loop, asked, best ? placed(loop, asked, matter, best) : givenUp(loop, asked, fault))
      return null
    }
    const reply = await askOnce(loop, work, matter)
    if (isUnfit(reply)) {
      finish(loop, asked, givenUp(loop, asked, reply.unfit))
      return null
    }
    if (isPause(reply)) {
      finish(loop, asked, [])
      return reply
    }
    const fresh = fragmentOf(reply.text, matter.wanted, reply.fault)
    const isLast = !fresh.short || before.length > 0
    if (!fresh.fault && isLast) {
      finish(
        loop,
        asked,
        placed(loop, asked, matter, nearest([...before, fresh], matter.wanted) ?? fresh),
        reply,
      )
      return null
    }
    finish(loop, asked, [], failed(reply, fresh.fault ?? fresh.short ?? spent))
  }
}
