import { callsOf } from '../../shared/questions/bounds.ts'
import type { Body, Call } from '../../shared/records.ts'
import { untroubled, type Prompt, type Sent } from '../prompts/context.ts'
import { now, type Loop } from './loop.ts'

/** The calls of a step since it was answered last: what is asked again has bounds of its own. */
export const callsSinceAnswer = (loop: Loop, step: Call['step']): readonly Call[] => {
  const calls = callsOf(now(loop), step)
  return calls.slice(calls.findLastIndex(({ status }) => status === 'ended') + 1)
}

const said = (prompt: readonly Sent[]): string =>
  JSON.stringify(untroubled(prompt).map(({ from, text }) => [from, text]))

/**
 * Answers that a step has had to this very prompt, newest first: what was changed and changed back is answered already.
 * What an earlier reply had lacked makes no other prompt.
 */
export const answersTo = (
  loop: Loop,
  step: Call['step'],
  prompt: () => Prompt,
): readonly { readonly call: Call; readonly body: Body }[] => {
  const ended = callsOf(now(loop), step).filter(({ status }) => status === 'ended')
  if (ended.length === 0) return []
  const asked = said(prompt())
  return ended.toReversed().flatMap((call) => {
    const body = loop.project.shelf(`body:${call.id.slice('call:'.length)}`)
    return body && 'reply' in body && said(body.prompt) === asked ? [{ call, body }] : []
  })
}
