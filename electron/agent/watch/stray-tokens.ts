import { isInCode } from './code-spans.ts'
import type { Sighting } from './sighting.ts'

const thought = /^\s*<think(?:ing)?>/iu
const thoughtEnd = /<\/think(?:ing)?>/iu
const thoughtMark = /<\/?think(?:ing)?>/iu
const thoughts = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/giu

/**
 * Where a reply begins once its model has thought aloud: 0 where it did not, or where the text `given` begins so; the end
 * where it still does.
 */
export const afterThinking = (reply: string, given = ''): number => {
  if (!thought.test(reply) || thought.test(given)) return 0
  const end = thoughtEnd.exec(reply)
  return end ? end.index + end[0].length : reply.length
}

/** The tokens by which chat templates part the turns of a talk; what comes after one is no part of the answer. */
const turn =
  /<\|[a-z][a-z0-9_ -]{0,40}\|>|<\/?s>|<(?:start|end)_of_turn>|\[\/?INST\]|<<\/?SYS>>|^#{2,3} ?(?:Human|User|Assistant|Instruction|Response): ?$/gimu

/** Tokens and names of roles with which a reply may begin; the answer follows them. */
const leading =
  /^(?:\s*(?:<\|[a-z][a-z0-9_ -]{0,40}\|>|<s>|<start_of_turn>|\[\/?INST\]|#{2,3} ?(?:Assistant|Response):)(?:\s*(?:assistant|model)(?=\s*(?:\n|<\|)))?)+/iu

/**
 * Where the first turn token stands that is no example in code and none that was given; null where there is none from
 * `from` on.
 */
const turnAt = (text: string, from: number, given: string): number | null => {
  for (const { 0: token, index } of text.slice(from).matchAll(turn)) {
    if (!given.includes(token) && !isInCode(text, from + index)) return from + index
  }
  return null
}

/** A reply without its thinking. Where the text that was given speaks of such marks, only what comes before the answer. */
const withoutThoughts = (reply: string, given: string): string =>
  thoughtMark.test(given) ? reply.slice(afterThinking(reply, given)) : reply.replaceAll(thoughts, '')

/**
 * A reply without its thinking, and without all from the token on by which its turn ended. Tokens that stand in the text
 * it is made of, `given`, end nothing.
 */
export const withoutTokens = (reply: string, given = ''): string => {
  const answer = withoutThoughts(reply, given)
  const bare = leading.test(given) ? answer : answer.replace(leading, '')
  return bare.slice(0, turnAt(bare, 0, given) ?? bare.length)
}

/** Sees that a model goes on after the end of its turn, as if it were somebody else. */
export const tokensSeen = (text: string, from: number, given = ''): Sighting | null => {
  const start = leading.exec(text)?.[0].length ?? 0
  const at = turnAt(text, Math.max(start, from - 60), given)
  return at === null
    ? null
    : { at, fault: { code: 'reply-strays', sentence: 'The text ran on past the end of the answer.' } }
}
