import type { z } from 'zod'
import { bounds, callsSpent, repliesOf } from '../../shared/questions/bounds.ts'
import type { Body, Call, Fault } from '../../shared/records.ts'
import type { Prompt } from '../prompts/context.ts'
import { ample, type Rooms } from '../prompts/rooms.ts'
import { answersTo, callsSinceAnswer } from './answered-before.ts'
import { ask, exact, isPause, isUnfit, type Question, type Reply } from './ask.ts'
import { isTooLong, troubleOf } from './fit-prompt.ts'
import { jsonOf } from './json-of.ts'
import type { Loop, Pause } from './loop.ts'
import { lineForm } from './read-lines.ts'
import { noJson, readStructure } from './read-structure.ts'

/**
 * A structure to be asked for. `trouble` says what a well-formed value still lacks, or null; `spare` are the calls that
 * asking again must leave to its section.
 */
export type StructureQuestion<Value> = Omit<Question, 'prompt' | 'json'> & {
  readonly spare?: number
  readonly schema: z.ZodType<Value>
  readonly prompt: (trouble: string | undefined, rooms: Rooms) => Prompt
  readonly trouble?: (value: Value) => string | null
}

/** A value with the call still to be saved, or what is left when the bounds are reached. */
export type StructureReply<Value> =
  | { readonly value: Value; readonly call: Call; readonly body: Body }
  | { readonly value: null; readonly fault: Fault; readonly last: Value | null }

/** Whether a step may make another call: replies, calls and what its section may cost are all bounded. */
const mayAsk = (
  loop: Loop,
  { step, verb, section, spare = 0 }: Pick<StructureQuestion<unknown>, 'step' | 'verb' | 'section' | 'spare'>,
): boolean => {
  const state = loop.project.state()
  const calls = callsSinceAnswer(loop, step)
  const replies = calls.filter(({ status }) => status === 'failed').length
  const left = replies === 0 ? 0 : spare
  return (
    replies < bounds.replies[verb] &&
    calls.length < bounds.stepCalls &&
    !isTooLong(loop, step) &&
    (!section || callsSpent(state, section.id, section.take) + left < bounds.sectionCalls)
  )
}

const lastReply = <Value>(loop: Loop, schema: z.ZodType<Value>, call: Call | undefined): Value | null => {
  const body = call && loop.project.shelf(`body:${call.id.slice('call:'.length)}`)
  const read = body && 'reply' in body ? readStructure(schema, body.reply) : ''
  return typeof read === 'string' ? null : read
}

const gaveUp: Fault = { code: 'reply-malformed', sentence: 'The model gave no answer that could be used.' }

/** What the writer is told where no answer could be used. */
const toldTo = (fault: Fault | undefined, { role }: Pick<Question, 'role'>): Fault => {
  if (fault && fault.code !== 'reply-malformed') return fault
  const why = fault ? ` (${fault.sentence.replace(/\.$/u, '')})` : ''
  const sentence = `${gaveUp.sentence.replace(/\.$/u, '')}${why}. Try again, or let another model be the ${role}.`
  return { code: 'reply-malformed', sentence }
}

/** What a reply is worth: the value asked for, or what is wrong with it. */
const judge = <Value>(
  { schema, trouble }: StructureQuestion<Value>,
  { text, fault }: Reply,
): { readonly value: Value } | { readonly fault: Fault } => {
  if (fault) return { fault }
  const read = readStructure(schema, text)
  const wrong = typeof read === 'string' ? read : (trouble?.(read) ?? null)
  return typeof read === 'string' || wrong !== null
    ? { fault: { code: 'reply-malformed', sentence: wrong ?? gaveUp.sentence } }
    : { value: read }
}

/** What is left of a step that no usable value came of, with the fault that ended it. */
const ended = <Value>(
  loop: Loop,
  question: StructureQuestion<Value>,
  unfit?: Fault,
): StructureReply<Value> => {
  const { schema, step } = question
  const last = repliesOf(loop.project.state(), step).at(-1)
  return { value: null, fault: unfit ?? toldTo(last?.fault, question), last: lastReply(loop, schema, last) }
}

/**
 * Asks until a usable structure comes or the bounds are reached, which leave two replies. The second time the model is told
 * what was wrong; where it wrote no JSON at all it is asked for plain lines, and no server is told to hold it to JSON. What
 * the step was once answered to the same prompt is taken from the shelf, and nobody is asked.
 */
export const askJson = async <Value>(
  loop: Loop,
  question: StructureQuestion<Value>,
): Promise<StructureReply<Value> | Pause> => {
  const { schema, prompt, trouble, spare: _, ...rest } = question
  const json = jsonOf(schema)
  for (const { call, body } of answersTo(loop, question.step, () => prompt(undefined, ample))) {
    const read = readStructure(schema, body.reply)
    if (typeof read !== 'string' && !trouble?.(read)) return { value: read, call, body }
  }
  while (mayAsk(loop, question)) {
    const last = troubleOf(loop, question.step)
    const form =
      last === noJson
        ? { prompt: (rooms: Rooms) => prompt(`${noJson} ${lineForm(json)}`, rooms), temperature: exact }
        : { prompt: (rooms: Rooms) => prompt(last, rooms), json }
    const reply = await ask(loop, { ...rest, ...form })
    if (isUnfit(reply)) return ended(loop, question, reply.unfit)
    if (isPause(reply)) return reply
    const judged = judge(question, reply)
    if ('value' in judged) return { ...reply, value: judged.value }
    loop.project.put({
      put: [{ ...reply.call, status: 'failed', fault: judged.fault, scope: 'attempt' }],
      shelve: [reply.body],
    })
  }
  return ended(loop, question)
}
