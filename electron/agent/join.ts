import type { Work } from '../../shared/questions/agenda.ts'
import { foundOrder } from '../../shared/orders/found-order.ts'
import { desk } from '../../shared/questions/drafts.ts'
import { seamId, type Join } from '../../shared/questions/joins.ts'
import { draftPlain } from '../../shared/questions/text-hash.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Order, Seam, Section, Step } from '../../shared/records.ts'
import { sentences } from '../../shared/text/sentences.ts'
import { joinPrompt, joinReply, type JoinReply, type JoinShown } from '../prompts/join.ts'
import { isPause } from './ask.ts'
import { askJson } from './ask-json.ts'
import { now, type Verb } from './loop.ts'

type Joining = Extract<Work, { verb: 'join' }>

/** Sentences shown on either side of a join. */
const shownSentences = 2

const textOf = (state: ProjectState, section: Section): string => {
  const { current } = desk(state, section.id)
  return current ? draftPlain(current) : ''
}

const shown = (state: ProjectState, { left, right }: Join): JoinShown => {
  const [before, after] = [textOf(state, left), textOf(state, right)]
  const from = sentences(before).at(-shownSentences)?.from ?? 0
  const to = sentences(after).at(shownSentences - 1)?.to ?? after.length
  return { left: left.title, right: right.title, ending: before.slice(from), beginning: after.slice(0, to) }
}

const firstSentence = (text: string): string => {
  const range = sentences(text)[0]
  return range ? text.slice(range.from, range.to) : text
}

const lastSentence = (text: string): string => {
  const range = sentences(text).at(-1)
  return range ? text.slice(range.from, range.to) : text
}

/** The seam with its verdict, and where it reads badly the order to begin the second section otherwise. */
const judged = (
  { left, right, hash }: Join,
  { ending, beginning }: JoinShown,
  said: JoinReply[number] | undefined,
  at: number,
): { readonly seam: Seam; readonly order: Order | null } => {
  const isRough = said?.reads === 'badly'
  const advice = isRough ? said.advice || 'This join reads badly.' : null
  const places = [
    { section: right.id, quote: firstSentence(beginning) },
    { section: left.id, quote: lastSentence(ending) },
  ]
  const found = {
    kind: 'seam',
    section: right.id,
    sentence: `It does not read on well from “${left.title}”.`,
    places,
    advice: advice ?? '',
    by: 'model',
    madeFrom: hash,
  } as const
  return {
    seam: { id: seamId(left, right), left: left.id, right: right.id, madeFrom: hash, advice },
    order: isRough ? foundOrder(found, places, at) : null,
  }
}

/** Orders about these joins that wait: their texts have changed, so that what they are about is looked at anew. */
const outdated = (state: ProjectState, joins: readonly Join[]): readonly Order['id'][] => {
  const hashes = new Map(joins.map(({ left, right, hash }) => [`${left.id} ${right.id}`, hash]))
  return [...state.order.values()].flatMap(({ id, kind, status, section, places, madeFrom }) => {
    const hash = hashes.get(`${places[1]?.section} ${section}`)
    const waits = kind === 'seam' && (status === 'open' || status === 'failed')
    return waits && hash !== undefined && hash !== madeFrom ? [id] : []
  })
}

/** Reviews a batch of joins in one call. What reads badly becomes an order for the writer; nothing is changed. */
export const join: Verb<Joining> = async (loop, { step: id, joins }) => {
  const state = now(loop)
  const shownJoins = joins.map((each) => shown(state, each))
  const reply = await askJson(loop, {
    step: id,
    verb: 'join',
    role: 'reviewer',
    section: null,
    maxOutput: 200 + joins.length * 100,
    schema: joinReply,
    prompt: (trouble) => joinPrompt(shownJoins, trouble),
    trouble: (value) =>
      joins.every((_, i) => value.some((each) => each.join === i + 1)) ? null : 'It leaves out a join.',
  })
  if (isPause(reply)) return reply
  const step = { id, verb: 'join', section: null } as const
  if (!reply.value) {
    loop.project.put({ put: [{ ...step, status: 'failed', fault: reply.fault } satisfies Step] })
    return null
  }
  const { value } = reply
  const after = now(loop)
  const found = joins.map((each, i) =>
    judged(
      each,
      shownJoins[i] ?? shown(after, each),
      value.find((said) => said.join === i + 1),
      loop.now(),
    ),
  )
  const orders = found.flatMap(({ order }) => order ?? [])
  const fresh = orders.filter((order) => {
    const status = after.order.get(order.id)?.status ?? 'open'
    return status === 'open' || status === 'failed'
  })
  const kept = new Set<string>(orders.map((order) => order.id))
  loop.project.put({
    put: [...found.map(({ seam }) => seam), ...fresh, reply.call, { ...step, status: 'ended' }],
    shelve: [reply.body],
    remove: outdated(after, joins).filter((each) => !kept.has(each)),
  })
  return null
}
