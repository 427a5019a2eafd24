import type { JsonSchema, ModelEvent, ModelRequest, Role, Usage } from '../../shared/model.ts'
import { repliesOf } from '../../shared/questions/bounds.ts'
import type { AnyRecord, Body, Call, Fault, Section } from '../../shared/records.ts'
import { seedOf } from '../../shared/text/hash.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import type { Prompt } from '../prompts/context.ts'
import type { Rooms } from '../prompts/rooms.ts'
import { beginCall } from './begin-call.ts'
import { callCost } from './call-cost.ts'
import type { Reserved } from './caps.ts'
import { fitPrompt, type Fitted, type Unfit } from './fit-prompt.ts'
import { longestCall, tookTooLong } from './longest-call.ts'
import type { Loop, NamedModel, Pause } from './loop.ts'

/**
 * One call to be made. The prompt is made for the room that its model has; the reply may have `maxOutput` tokens, or where
 * there are not so many `leastOutput` at least. `alongside` is saved in the commit that saves the call as started; `watch`
 * sees the whole reply so far and may end it; `hear` gets each piece as it comes.
 */
export type Question = {
  readonly step: Call['step']
  readonly verb: Call['verb']
  readonly role: Role
  readonly section: Section | null
  readonly prompt: (rooms: Rooms) => Prompt
  readonly maxOutput: number
  readonly leastOutput?: number
  readonly json?: JsonSchema
  /** Where it is not what it usually is: 0.8 for prose, `exact` for structures. */
  readonly temperature?: number
  readonly alongside?: readonly AnyRecord[]
  readonly watch?: (text: string) => Fault | null
  readonly hear?: (at: number, piece: string) => void
}

/** A question with its prompt as it is sent. `output` is all that its reply may have, `room` what of it is to think. */
type Asked = Omit<Question, 'prompt'> & Fitted & { readonly room: number }

/**
 * What came back: the text, maybe with the fault that ended it. `call` and `body` are still to be saved, together
 * with what the verb makes of the text, so that a call and its result are committed as one.
 */
export type Reply = {
  readonly text: string
  readonly fault?: Fault
  readonly call: Call
  readonly body: Body
}

/** How freely a structure is answered. */
export const exact = 0.2

/** Tokens a model may think before it answers, where it says no more; servers count them as output. */
const thinkingRoom = 2_000

/** Tokens that no reply is asked to exceed, whatever its length is to be. */
const longestReply = 131_072

/** A question that asks for no longer a reply than there is. */
const bounded = ({ maxOutput, leastOutput = maxOutput, ...question }: Question): Question => ({
  ...question,
  maxOutput: Math.min(longestReply, maxOutput),
  leastOutput: Math.min(longestReply, leastOutput),
})

/** The reply's bound with room to think; doubled for every reply of this step that was cut off at it. */
const roomFor = (loop: Loop, { step, maxOutput }: Question, { room = 0 }: NamedModel): number => {
  const cuts = repliesOf(loop.project.state(), step).filter(({ fault }) => fault?.code === 'reply-cut')
  return Math.min(longestReply, (maxOutput + Math.max(thinkingRoom, room)) * 2 ** cuts.length)
}

const requestOf = (loop: Loop, question: Asked): ModelRequest => {
  const state = loop.project.state()
  const [project] = state.project.values()
  // Only replies vary the seed: a call that died with its process is asked again just as it was.
  const seed = seedOf([project?.seed, question.step, repliesOf(state, question.step).length])
  const { role, verb, prompt, json, temperature, output, room } = question
  return {
    role,
    verb,
    messages: prompt.filter(({ leftOut }) => leftOut === undefined),
    maxOutput: output - room,
    room,
    seed,
    temperature: temperature ?? (json ? exact : 0.8),
    ...(json && { json }),
    ...(loop.priority && { priority: loop.priority }),
  }
}

/** No server has a smaller context than this, so that one which says it read fewer tokens has not cut a prompt off. */
const leastCut = 1_000
/** Tokens are counted cautiously: a vendor may count half, but never so few. */
const leastRead = 0.4

/** Where a stream stands; a value that each event replaces. */
type Heard = {
  readonly text: string
  readonly thinking: string
  readonly usage: Usage | null
  readonly fault: Fault | null
  readonly ended: boolean
  readonly endpoint: { readonly fault: Fault; readonly retryAt?: number } | null
}

const silence: Heard = { text: '', thinking: '', usage: null, fault: null, ended: false, endpoint: null }

const finishFault = (finish: 'stop' | 'length' | 'filter'): Fault | null => {
  if (finish === 'filter')
    return { code: 'reply-filtered', sentence: 'The model’s filter held the text back.' }
  return finish === 'length'
    ? { code: 'reply-cut', sentence: 'The reply was cut off at its length limit.' }
    : null
}

const cut: Fault = { code: 'reply-cut', sentence: 'The reply broke off before its end.' }

const hearEnd = (heard: Heard, event: Extract<ModelEvent, { type: 'end' | 'failed' }>): Heard => {
  if (event.type === 'end')
    return { ...heard, ended: true, usage: event.usage, fault: finishFault(event.finish) }
  const { code, sentence, scope, retryAt } = event.failure
  const fault: Fault = { code, sentence }
  const usage = event.usage ?? null
  if (scope === 'attempt') return { ...heard, ended: true, usage, fault }
  return { ...heard, ended: true, usage, endpoint: { fault, ...(retryAt !== undefined && { retryAt }) } }
}

/** What is heard once an event has come. A fault that the watcher sees ends it. */
const after = (heard: Heard, event: ModelEvent, watch: Question['watch']): Heard => {
  if (heard.ended) return heard
  switch (event.type) {
    case 'text': {
      const text = heard.text + event.text
      const fault = watch?.(text) ?? null
      return { ...heard, text, fault, ended: fault !== null }
    }
    case 'thinking':
      return { ...heard, thinking: heard.thinking + event.text }
    case 'wait':
    case 'notice':
      return heard
    case 'end':
    case 'failed':
      return hearEnd(heard, event)
  }
}

const listen = async (
  loop: Loop,
  question: Asked,
  { name, model }: NamedModel,
  speaks: () => void,
): Promise<Heard> => {
  const ending = new AbortController()
  const signal = AbortSignal.any([loop.signal, ending.signal])
  const request = requestOf(loop, question)
  const longest = longestCall(loop.project.state().call.values(), name, question.output)
  let heard = silence
  let due = Infinity
  for await (const event of model(request, signal)) {
    if (event.type !== 'wait' && event.type !== 'notice') {
      speaks()
      due = Math.min(due, loop.now() + longest)
    }
    if (event.type === 'text' && !heard.ended) question.hear?.(heard.text.length, event.text)
    if (event.type === 'notice') loop.project.notice(event.sentence, event.next)
    if (event.type === 'wait') {
      loop.project.notice(
        event.because,
        `Trying again in ${Math.max(1, Math.ceil((event.until - loop.now()) / 1_000))} s.`,
      )
    }
    heard = after(heard, event, question.watch)
    if (!heard.ended && loop.now() > due) heard = { ...heard, ended: true, fault: tookTooLong(longest) }
    if (heard.fault) ending.abort()
  }
  return heard.ended || loop.signal.aborted ? heard : { ...heard, ended: true, fault: cut }
}

/** What was heard; nothing of use where the server says that it read less than half of what was sent. */
const whole = (heard: Heard, { name }: NamedModel, sent: number): Heard => {
  const read = heard.usage?.input ?? sent
  if (heard.fault || read < leastCut || read >= sent * leastRead) return heard
  const sentence = `“${name}” read ${read} tokens of about ${sent}: its server cuts long prompts off. Give it a larger context, or choose another model.`
  return { ...heard, fault: { code: 'reply-too-long', sentence } }
}

const closed = (loop: Loop, call: Call, reserved: Reserved, heard: Heard): Call => {
  const fault = heard.endpoint?.fault ?? heard.fault
  return {
    ...call,
    status: fault ? 'failed' : heard.ended ? 'ended' : 'stopped',
    endedAt: loop.now(),
    ...callCost(reserved, heard),
    ...(fault && { fault, scope: heard.endpoint ? 'endpoint' : 'attempt' }),
  }
}

const bodyOf = ({ id }: Call, { prompt }: Asked, { text, thinking }: Heard): Body => ({
  id: `body:${id.slice('call:'.length)}`,
  prompt: [...prompt],
  reply: text,
  thinking,
})

type Answered = { readonly call: Call; readonly reserved: Reserved; readonly heard: Heard }

/** Saves a call that came to nothing; a reply is left to its verb. */
const answered = (loop: Loop, question: Asked, { call, reserved, heard }: Answered): Reply | Pause => {
  const done = closed(loop, call, reserved, heard)
  const body = bodyOf(call, question, heard)
  if (heard.endpoint) {
    loop.project.put({ put: [done], shelve: [body] })
    return { why: 'endpoint', ...heard.endpoint }
  }
  if (done.status === 'stopped') {
    loop.project.put({ put: [done], shelve: [body] })
    return { why: 'stopped' }
  }
  return { text: heard.text, call: done, body, ...(heard.fault && { fault: heard.fault }) }
}

const askOne = async (loop: Loop, open: Question, named: NamedModel): Promise<Reply | Pause | Unfit> => {
  const fitted = fitPrompt(loop, open, named, roomFor(loop, open, named))
  if (isUnfit(fitted)) return fitted
  // Where there is little, the text has it before the thoughts.
  const room = Math.min(named.room ?? 0, Math.max(0, fitted.output - open.maxOutput))
  const question: Asked = { ...open, ...fitted, room }
  const input = guessTokens(question.prompt.map(({ text }) => text).join('\n'))
  const { price } = named
  const reserved: Reserved = { input, output: question.output, ...(price && { price }) }
  // What the writer waits for never waits for the run's own calls to be served.
  const speaks = await loop.warmUp(`${loop.priority ?? ''} ${named.name}`, question.prompt, loop.signal)
  try {
    if (loop.signal.aborted) return { why: 'stopped' }
    const call = await beginCall(loop, question, { model: named.name, reserved })
    if (!('id' in call)) return { why: 'cap', fault: call, reserved }
    const heard = whole(await listen(loop, question, named, speaks), named, input)
    await loop.turn()
    return answered(loop, question, { call, reserved, heard })
  } finally {
    speaks()
  }
}

/** Who is asked, in order: those of a role that do not rest, or all where all do. */
const askable = (loop: Loop, role: Role): readonly NamedModel[] => {
  const all = loop.models[role]
  const rests = (named: NamedModel): boolean => {
    const until = loop.resting.get(named)
    return until !== undefined && until > loop.now()
  }
  const awake = all.filter((named) => !rests(named))
  return awake.length > 0 ? awake : all
}

/** Whether nothing was asked, as no prompt fits into the model. */
export const isUnfit = (value: object): value is Unfit => 'unfit' in value

/**
 * Makes one call: saved as started before it is sent, counted against the caps with all that it may cost. Where the
 * endpoint of a role's model fails, the next model of that role is asked, and goes on in its place until the endpoint may
 * answer again; so is the next one where no prompt fits into the first. Where it fits into none no call is made. A reply
 * is not yet saved when this returns; a pause is.
 */
export const ask = async (loop: Loop, asked: Question): Promise<Reply | Pause | Unfit> => {
  const question = bounded(asked)
  const [first, ...others] = askable(loop, question.role)
  if (!first) throw new Error(`no model plays the ${question.role}`)
  if (loop.signal.aborted) return { why: 'stopped' }
  let named = first
  let reply = await askOne(loop, question, named)
  for (const next of others) {
    if (!isUnfit(reply)) {
      if (!isPause(reply) || reply.why !== 'endpoint') return reply
      loop.resting.set(named, reply.retryAt ?? Infinity)
      loop.project.notice(reply.fault.sentence, `Going on with ${next.name}.`)
    }
    named = next
    reply = await askOne(loop, question, named)
  }
  return reply
}

/** Tells a pause from a reply. */
export const isPause = (value: object): value is Pause => 'why' in value
