import { eachInSteps, type Stepwise } from '../stepwise.ts'
import type { SectionText } from './duplicates.ts'

/** One way in which a word is written: how often, how often with a capital in mid-sentence, and where first. */
export type Surface = {
  readonly form: string
  readonly count: number
  readonly asName: number
  readonly rank: number
}

/** One place where a word is written so: the text it is in, and where (UTF-16 units). */
export type Occurrence = { readonly text: number; readonly from: number; readonly form: string }

const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‑][\p{L}\p{M}\p{N}]+)*/gu

/** Code, link targets, citations and notes: nobody's words. */
const unread = /```[\s\S]*?```|`[^`\n]*`|\]\([^)\n]*\)|\[@[^\]\n]*\]|\[\^[^\]\n]*\]/gu

const readable = (text: string): string => text.replace(unread, (found) => ' '.repeat(found.length))

/** Letters below which a word is not looked at. */
const shortest = 4

const inSentence = (text: string, at: number): boolean =>
  text.charAt(at - 1) === ' ' && /[\p{L}\p{N},;]/u.test(text.charAt(at - 2))

/** Every way in which the words of a work are written, in the order in which they are met. */
export const surfacesOf = function* (texts: readonly SectionText[]): Stepwise<readonly Surface[]> {
  const found = new Map<string, { form: string; count: number; asName: number; rank: number }>()
  for (const { text } of texts) {
    const read = readable(text)
    for (const { 0: form, index } of read.matchAll(word)) {
      if (form.length < shortest) continue
      const known = found.get(form) ?? { form, count: 0, asName: 0, rank: found.size }
      known.count += 1
      if (/^\p{Lu}/u.test(form) && inSentence(read, index)) known.asName += 1
      found.set(form, known)
    }
    yield
  }
  return [...found.values()]
}

/** Where words are written in one of these ways. */
export const occurrencesOf = function* (
  texts: readonly SectionText[],
  forms: ReadonlySet<string>,
): Stepwise<readonly Occurrence[]> {
  if (forms.size === 0) return []
  const found = yield* eachInSteps(texts, ({ text }, i) =>
    Array.from(readable(text).matchAll(word), ({ 0: form, index }) => ({
      text: i,
      from: index,
      form,
    })).filter(({ form }) => forms.has(form)),
  )
  return found.flat()
}
