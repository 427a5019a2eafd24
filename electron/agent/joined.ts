import { sentences } from '../../shared/text/sentences.ts'
import { isDense } from './watch/dense.ts'

/** Sentences at either side of a join that are looked at for what was said twice. */
const near = 12

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const piecesOf = (text: string): readonly { readonly bare: string; readonly to: number }[] =>
  sentences(text).map(({ from, to }) => ({ bare: folded(text.slice(from, to)), to }))

/** Where in a continuation the new begins: behind the sentences with which it says the end of the text again. */
const freshFrom = (text: string, continuation: string): number => {
  const said = piecesOf(text.slice(-near * 400)).slice(-near)
  const saying = piecesOf(continuation).slice(0, near)
  for (let start = 0; start < said.length; start += 1) {
    const end = said.slice(start)
    if (end.length <= saying.length && end.every(({ bare }, i) => bare !== '' && bare === saying[i]?.bare))
      return saying[end.length - 1]?.to ?? 0
  }
  return 0
}

/** A line that begins a block of its own; only of a list or a table may another stand right above it. */
const block = /^(?:#{1,6}[ \t]|>|```|\||[-+*][ \t]|\d{1,9}[.)][ \t])/u
const row = /^(?:\||[-+*][ \t]|\d{1,9}[.)][ \t])/u

const gapBetween = (text: string, next: string, breaks: boolean): string => {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1).trimStart()
  if (row.test(lastLine) && row.test(next)) return '\n'
  if (!breaks || block.test(lastLine) || block.test(next)) return '\n\n'
  return isDense(text) ? '' : ' '
}

/**
 * A text with its continuation, in the same paragraph where it `breaks` off there. What the continuation says again of
 * the text's end is left out; where nothing else is in it, the text comes back as it is.
 */
export const joined = (
  { text, breaks = false }: { readonly text: string; readonly breaks?: boolean },
  continuation: string,
): string => {
  if (text === '') return continuation
  const next = continuation.slice(freshFrom(text, continuation)).trim()
  return next === '' ? text : text + gapBetween(text, next, breaks) + next
}
