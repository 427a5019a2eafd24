import { learntContext, wasTooLong } from '../../shared/questions/learnt-context.ts'
import { repliesOf } from '../../shared/questions/bounds.ts'
import type { Call, Fault, Section } from '../../shared/records.ts'
import type { Prompt } from '../prompts/context.ts'
import { promptTokens, sizesOf, type Rooms, type Sized } from '../prompts/rooms.ts'
import type { Loop as WholeLoop, NamedModel } from './loop.ts'

/** What is looked at of a loop. */
type Loop = Pick<WholeLoop, 'run'> & { readonly project: Pick<WholeLoop['project'], 'state' | 'shelf'> }

/** What a prompt is made for: the step, its section, and the tokens of its reply, at most and at least. */
type Asking = {
  readonly step: Call['step']
  readonly section: Section | null
  readonly prompt: (rooms: Rooms) => Prompt
  readonly maxOutput: number
  readonly leastOutput?: number
}

/** A prompt as it is sent, and the tokens that its reply may have. */
export type Fitted = { readonly prompt: Prompt; readonly output: number }

/** That no prompt for a step fits into its model: no call was made, and the writer is to be told. */
export type Unfit = { readonly unfit: Fault }

/** Attempts at one step that may be too long for the server: the second is shorter, then the writer is asked. */
const mostTooLong = 2

/** Calls of a step that were too long since it was last answered. */
const tooLong = (loop: Loop, step: Call['step']): readonly Call[] => {
  const replies = repliesOf(loop.project.state(), step)
  return replies.slice(replies.findLastIndex(({ status }) => status === 'ended') + 1).filter(wasTooLong)
}

/** Whether a step was found too long so often that it is no use to ask again. */
export const isTooLong = (loop: Loop, step: Call['step']): boolean =>
  tooLong(loop, step).length >= mostTooLong

/** What was wrong with the last reply of a step, for the model to know; how long its prompt was is no news to it. */
export const troubleOf = (loop: Loop, step: Call['step']): string | undefined => {
  const last = repliesOf(loop.project.state(), step).at(-1)
  return last && !wasTooLong(last) ? last.fault?.sentence : undefined
}

const number = (tokens: number): string => tokens.toLocaleString('en')

const unfit = (
  { name, context = 0 }: NamedModel,
  { section }: Asking,
  input: number,
  output: number,
): Unfit => ({
  unfit: {
    code: 'reply-too-long',
    sentence: `Nothing was sent: even at its shortest the prompt for this takes about ${number(input)} tokens and its reply ${number(output)} (counted cautiously, three letters to a token), and “${name}” takes ${number(context)} in all. Choose a model with a larger context${section ? ', split the section' : ''} or shorten the brief.`,
  },
})

/** Tokens of the prompt of this step that was last found too long. */
const sentBefore = (loop: Loop, step: Call['step']): number => {
  const last = tooLong(loop, step).at(-1)
  const body = last && loop.project.shelf(`body:${last.id.slice('call:'.length)}`)
  return body && 'reply' in body ? promptTokens(body.prompt) : Infinity
}

/** The longest size that fits, or the shortest there is. */
const chosen = (
  sizes: Iterable<Sized>,
  fits: (tokens: number) => boolean,
): Sized & { readonly fits: boolean } => {
  let shortest: Sized = { prompt: [], tokens: 0 }
  for (const size of sizes) {
    shortest = size
    if (fits(size.tokens)) return { ...size, fits: true }
  }
  return { ...shortest, fits: false }
}

/**
 * Makes a prompt that leaves its reply the room it needs: `wanted` tokens where there are so many, at least the
 * question’s fewest. How much the model takes is what its writer says, and what its server has refused in this run; a
 * prompt that was refused is made shorter. Where even the shortest does not fit into what was said, nothing is to be sent;
 * what a server takes is only guessed at, and so is tried.
 */
export const fitPrompt = (
  loop: Loop,
  question: Asking,
  named: NamedModel,
  wanted: number,
): Fitted | Unfit => {
  const { step, prompt, maxOutput, leastOutput = maxOutput } = question
  const stated = named.context ?? Infinity
  const learnt = learntContext(loop.project.state(), named.name, loop.run) ?? Infinity
  const limit = Math.min(stated, learnt)
  const before = sentBefore(loop, step)
  const why =
    stated <= learnt
      ? `“${named.name}” takes ${number(stated)} tokens in all`
      : `the server of “${named.name}” found a prompt too long`
  const size = chosen(sizesOf(prompt, why), (tokens) => tokens + leastOutput <= limit && tokens < before)
  if (!size.fits && size.tokens + leastOutput > stated)
    return unfit(named, question, size.tokens, leastOutput)
  return { prompt: size.prompt, output: Math.max(leastOutput, Math.min(wanted, limit - size.tokens)) }
}
