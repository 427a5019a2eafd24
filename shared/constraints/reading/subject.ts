import type { Lent } from './heads.ts'
import type { Length } from './lengths.ts'
import type { Stretch } from './reading.ts'
import type { Scope } from './scope.ts'
import { wordIn, type Token } from './tokens.ts'

/** A sentence as it is being read. */
export type Subject = {
  readonly text: string
  readonly masked: string
  readonly tokens: readonly Token[]
  readonly scope: Scope
  readonly lent: Lent
  readonly task: boolean
  readonly order: boolean
  readonly item: boolean
  readonly lengths: readonly Length[]
}

const edgeMark = /^[,;:.、，；：)\]）—–]$/u

/** The clause in the text: without commas at its ends, and with the bracket that closes it. */
export const stretchOf = ({ text, tokens }: Subject, start: number, end: number): Stretch => {
  let first = start
  let last = end - 1
  while (first < last && edgeMark.test(wordIn(tokens, first))) first += 1
  while (last > first && /^(?:[,;:、，；：]|and|but|then)$/u.test(wordIn(tokens, last))) last -= 1
  const from = tokens[first]?.from ?? 0
  let to = tokens[last]?.to ?? from
  const said = text.slice(from, to)
  if (said.split('(').length > said.split(')').length && wordIn(tokens, last + 1) === ')')
    to = tokens[last + 1]?.to ?? to
  return { from, to }
}
