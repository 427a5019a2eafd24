import type { JsonSchema, ModelEvent, ModelRequest, Role, Usage } from '../../shared/model.ts'
import { repliesOf } from '../../shared/questions/bounds.ts'
import { tokensCommitted } from '../../shared/questions/progress.ts'
import type { Body, Call, Fault, Section } from '../../shared/records.ts'
import { seedOf } from '../../shared/text/hash.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import type { Prompt } from '../prompts/context.ts'
import type { Loop, Pause } from './loop.ts'

/** One call to be made. `watch` sees the whole reply so far and may end it; `hear` gets each piece as it comes. */
export type Question = {
  readonly step: Call['step']
  readonly verb: Call['verb']
  readonly role: Role
  readonly section: Section | null
  readonly prompt: Prompt
  readonly maxOutput: number
  readonly json?: JsonSchema
  readonly watch?: (text: string) => Fault | null
  readonly hear?: (at: number, piece: string) => void
}

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

const nothing: Usage = { input: 0, cached: 0, output: 0 }

const nextCall = (loop: Loop, question: Question, reserved: number): Call => ({
  id: `call:${String(loop.project.state().call.size + 1).padStart(6, '0')}`,
  run: loop.run,
  step: question.step,
  verb: question.verb,
  role: question.role,
  section: question.section?.id ?? null,
  take: question.section?.take ?? 0,
  model: loop.modelName,
  status: 'started',
  reserved,
  startedAt: loop.now(),
})

/** Tokens a model may think before it answers; servers count them as output. */
const thinkingRoom = 2_000

/** The reply's bound with room to think; doubled for every reply of this step that was cut off at it. */
const roomFor = (loop: Loop, { step, maxOutput }: Question): number => {
  const cuts = repliesOf(loop.project.state(), step).filter(({ fault }) => fault?.code === 'reply-cut')
  return (maxOutput + thinkingRoom) * 2 ** cuts.length
}

const requestOf = (loop: Loop, question: Question): ModelRequest => {
  const state = loop.project.state()
  const [project] = state.project.values()
  // Only replies vary the seed: a call that died with its process is asked again just as it was.
  const seed = seedOf([project?.seed, question.step, repliesOf(state, question.step).length])
  const { role, verb, prompt, json } = question
  const maxOutput = roomFor(loop, question)
  return {
    role,
    verb,
    messages: prompt,
    maxOutput,
    seed,
    temperature: json ? 0.2 : 0.8,
    ...(json && { json }),
  }
}

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
      return heard
    case 'end':
    case 'failed':
      return hearEnd(heard, event)
  }
}

const listen = async (loop: Loop, question: Question): Promise<Heard> => {
  const ending = new AbortController()
  const signal = AbortSignal.any([loop.signal, ending.signal])
  let heard = silence
  for await (const event of loop.models[question.role](requestOf(loop, question), signal)) {
    if (event.type === 'text' && !heard.ended) question.hear?.(heard.text.length, event.text)
    if (event.type === 'wait') {
      loop.project.notice(
        event.because,
        `Trying again in ${Math.max(1, Math.ceil((event.until - loop.now()) / 1_000))} s.`,
      )
    }
    heard = after(heard, event, question.watch)
    if (heard.fault) ending.abort()
  }
  return heard.ended || loop.signal.aborted ? heard : { ...heard, ended: true, fault: cut }
}

const closed = (loop: Loop, call: Call, question: Question, heard: Heard): Call => {
  const guessed = {
    ...nothing,
    input: call.reserved - roomFor(loop, question),
    output: guessTokens(heard.text + heard.thinking),
  }
  const usage = heard.usage ?? (heard.text || heard.thinking ? guessed : null)
  const fault = heard.endpoint?.fault ?? heard.fault
  return {
    ...call,
    status: fault ? 'failed' : heard.ended ? 'ended' : 'stopped',
    endedAt: loop.now(),
    ...(usage && { usage }),
    ...(fault && { fault, scope: heard.endpoint ? 'endpoint' : 'attempt' }),
  }
}

const overCap = (loop: Loop, reserved: number): Pause | null => {
  if (loop.maxTokens === null) return null
  const already = tokensCommitted(loop.project.state())
  if (already + reserved <= loop.maxTokens) return null
  const sentence = `The cap of ${loop.maxTokens} tokens leaves no room for the next call: ${already} are spent or may yet be, and it may cost ${reserved}.`
  return { why: 'cap', fault: { code: 'cap-reached', sentence }, reserved }
}

const bodyOf = ({ id }: Call, { prompt }: Question, { text, thinking }: Heard): Body => ({
  id: `body:${id.slice('call:'.length)}`,
  prompt: [...prompt],
  reply: text,
  thinking,
})

/**
 * Makes one call: saved as started before it is sent, counted against the cap with all that it may cost. A reply is
 * not yet saved when this returns; a pause is.
 */
export const ask = async (loop: Loop, question: Question): Promise<Reply | Pause> => {
  if (loop.signal.aborted) return { why: 'stopped' }
  const reserved = guessTokens(question.prompt.map(({ text }) => text).join('\n')) + roomFor(loop, question)
  const cap = overCap(loop, reserved)
  if (cap) return cap
  const call = nextCall(loop, question, reserved)
  loop.project.put({ put: [call] })
  const heard = await listen(loop, question)
  const done = closed(loop, call, question, heard)
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

/** Tells a pause from a reply. */
export const isPause = (value: object): value is Pause => 'why' in value
