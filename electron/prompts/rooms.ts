import type { Message } from '../../shared/model.ts'
import { guessTokens } from '../../shared/text/tokens.ts'
import type { Prompt, Sent } from './context.ts'

/** Tokens that parts of a prompt may take where it has to be shorter than usual; without end where they are as usual. */
export type Rooms = {
  /** Passages of the references. */
  readonly passages: number
  /** What was written before: texts, summaries, facts. */
  readonly memory: number
  /** What other sections say, for an order that is about all of them. */
  readonly elsewhere: number
  /** The plan, and the work that it is like. */
  readonly plan: number
}

/** A prompt as it usually is. */
export const ample: Rooms = { passages: Infinity, memory: Infinity, elsewhere: Infinity, plan: Infinity }

/** What one attempt adds to what is asked: what was wrong with the last answer, and the rooms that the prompt has. */
export type Attempt = { readonly trouble?: string | undefined; readonly rooms?: Rooms }

/** What a part is called to whoever looks at a prompt, and what goes first where it has less room. */
const told: Readonly<Record<keyof Rooms, { readonly name: string; readonly gives: string }>> = {
  passages: { name: 'Passages to cite', gives: 'those that fit the section least go first' },
  memory: {
    name: 'What was written before',
    gives: 'texts go first, then what is furthest from the section, the summaries right before it last',
  },
  elsewhere: { name: 'What the sections say', gives: 'it is cropped, then told by titles alone' },
  plan: {
    name: 'The plan',
    gives: 'entries are cropped, then far sections told by their titles, then by the parts they are in',
  },
}

/**
 * The order in which a prompt becomes shorter, one step after another until it fits. The task, the section’s own entry,
 * its duties, its text and the brief are never shortened.
 */
const givesWay: readonly { readonly room: keyof Rooms; readonly tokens: number }[] = [
  { room: 'passages', tokens: 900 },
  { room: 'plan', tokens: 12_000 },
  { room: 'passages', tokens: 0 },
  { room: 'elsewhere', tokens: 6_000 },
  { room: 'plan', tokens: 6_000 },
  { room: 'memory', tokens: 3_000 },
  { room: 'elsewhere', tokens: 3_000 },
  { room: 'plan', tokens: 3_000 },
  { room: 'memory', tokens: 1_500 },
  { room: 'elsewhere', tokens: 1_000 },
  { room: 'plan', tokens: 1_500 },
  { room: 'memory', tokens: 700 },
  { room: 'plan', tokens: 700 },
  { room: 'elsewhere', tokens: 300 },
  { room: 'memory', tokens: 300 },
  { room: 'plan', tokens: 250 },
  { room: 'elsewhere', tokens: 0 },
  { room: 'plan', tokens: 0 },
  { room: 'memory', tokens: 0 },
]

/** Tokens by which servers set one message off from the next. */
const frame = 8

/**
 * Tokens of a prompt, counted cautiously where no tokeniser is at hand: one for every three letters, one for every
 * Chinese, Japanese or Korean character, and those that set its messages off.
 */
export const promptTokens = (prompt: readonly Sent[]): number => {
  const sent = prompt.filter(({ leftOut }) => leftOut === undefined)
  return guessTokens(sent.map(({ text }) => text).join('\n')) + sent.length * frame
}

/** A prompt in one of its sizes, with what it leaves out and why, and the tokens it takes. */
export type Sized = { readonly prompt: Prompt; readonly tokens: number }

const leftOut = (room: keyof Rooms, tokens: number, why: string): Message => {
  const { name, gives } = told[room]
  const said =
    tokens === 0 ? `It is left out: ${why}.` : `It has ${tokens} tokens of room (${gives}): ${why}.`
  return { from: 'user', name, text: '', leftOut: said }
}

/**
 * A prompt in its sizes, the usual one first, each shorter than the one before it; made as they are asked for. `why`
 * says what it has to fit into.
 */
export function* sizesOf(make: (rooms: Rooms) => Prompt, why: string): Generator<Sized, void> {
  const usual = make(ample)
  let shortest = promptTokens(usual)
  yield { prompt: usual, tokens: shortest }
  const rooms: Record<keyof Rooms, number> = { ...ample }
  const given = new Map<keyof Rooms, number>()
  for (const { room, tokens } of givesWay) {
    rooms[room] = tokens
    const prompt = make({ ...rooms })
    const size = promptTokens(prompt)
    if (size >= shortest) continue
    shortest = size
    given.set(room, tokens)
    yield { prompt: [...prompt, ...[...given].map(([part, left]) => leftOut(part, left, why))], tokens: size }
  }
}
