import type { Stretch } from './reading.ts'

const opener =
  /[([（【]\s{0,3}(?:e\s?\.\s?g\b|eg\b|ex\.|for example|for instance|such as|example|sample|例如|比如|譬如|示例|例：)/giu
const loose = /(?:\be\.g\.|\bfor example\b|\bfor instance\b|例如|比如)/giu
const titled =
  /^[ \t>*#_]{0,12}(?:an |a |here is an? )?(?:example|sample|示例|样例|例)(?: \p{L}{1,20}){0,3}\s?[*_]{0,3}[:：]/gimu
const fence = /^[ \t]{0,8}(?:`{3,}|~{3,}).*$/gmu
const link = /https?:\/\/\S+/giu

/** Whether the `)` at `at` belongs to a list number ("2)", "a)") or a smiley: it then closes nothing. */
const closesNothing = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 12), at)
  if (/[:;]-?$/u.test(before)) return true
  const found = /(?:^|(?<lead>[^\s])?\s+)(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})$/iu.exec(before)
  if (!found) return /(?:^|[.:;,!?*])\d{1,2}$/u.test(before) && !before.includes('(')
  const lead = found.groups?.['lead']
  return lead === undefined || /[.:;!?*\-–—)）]/u.test(lead) || /\n\s*\S{1,8}$/u.test(before)
}

type Brackets = { readonly ends: ReadonlyMap<number, number>; readonly strays: readonly number[] }

const bracketsOf = (text: string): Brackets => {
  const ends = new Map<number, number>()
  const strays: number[] = []
  const open: number[] = []
  for (const { 0: mark, index } of text.matchAll(/[()[\]（）【】]/gu)) {
    if ('([（【'.includes(mark)) open.push(index)
    else if (!closesNothing(text, index)) {
      const from = open.pop()
      if (from === undefined) strays.push(index)
      else ends.set(from, index + 1)
    }
  }
  return { ends, strays }
}

const firstAfter = (sorted: readonly number[], at: number): number | undefined => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return sorted[low]
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** Where a bracketed example ends: at its bracket; later where that came too early; at its line where there is none. */
const bracketedEnd = (text: string, from: number, { ends, strays }: Brackets): number => {
  const end = ends.get(from)
  if (end === undefined) {
    const line = lineEnd(text, from)
    return /[:：]\s*$/u.test(text.slice(Math.max(from, line - 9), line)) ? lineEnd(text, line + 1) : line
  }
  const stray = firstAfter(strays, end)
  const late = stray !== undefined && stray - end < 6_000
  return late && !/\n[ \t]*\r?\n/u.test(text.slice(end, stray)) ? stray + 1 : end
}

const sentenceEnd = (text: string, at: number): number => {
  const found = /[.!?](?=\s)|[。！？;；)）\n]/u.exec(text.slice(at, at + 2_000))
  return found ? at + found.index : Math.min(text.length, at + 2_000)
}

const fences = (text: string): readonly Stretch[] => {
  const marks = [...text.matchAll(fence)]
  return marks.flatMap(({ index }, i) => {
    if (i % 2 === 1) return []
    const closing = marks[i + 1]
    return [{ from: index, to: closing ? closing.index + closing[0].length : text.length }]
  })
}

const titledEnd = (text: string, to: number): number => {
  const line = lineEnd(text, to)
  if (text.slice(to, line).trim()) return line
  const blank = text.slice(line, line + 6_000).search(/\S[^\n]*\n[ \t]*\r?\n/u)
  if (blank < 0) return Math.min(text.length, line + 6_000)
  return lineEnd(text, line + blank)
}

/** Where a text only gives examples, links or code: nothing in there asks for anything. In order, never overlapping. */
export const examplesIn = (text: string): readonly Stretch[] => {
  const brackets = bracketsOf(text)
  const found: readonly (readonly [number, () => number])[] = [
    ...fences(text).map(({ from, to }) => [from, () => to] as const),
    ...[...text.matchAll(opener)].map(
      ({ index }) => [index, () => bracketedEnd(text, index, brackets)] as const,
    ),
    ...[...text.matchAll(titled)].map(
      (match) => [match.index, () => titledEnd(text, match.index + match[0].length)] as const,
    ),
    ...[...text.matchAll(loose)].map(({ index }) => [index, () => sentenceEnd(text, index + 4)] as const),
    ...[...text.matchAll(link)].map((match) => [match.index, () => match.index + match[0].length] as const),
  ]
  const out: Stretch[] = []
  let until = -1
  for (const [from, end] of found.toSorted(([a], [b]) => a - b)) {
    if (from < until) continue
    until = end()
    out.push({ from, to: until })
  }
  return out
}

/** The text with its examples blanked out, so that every offset stays what it was; what ends a sentence still does. */
export const withoutExamples = (text: string, examples: readonly Stretch[]): string => {
  let out = ''
  let at = 0
  for (const { from, to } of examples) {
    const example = text.slice(from, to)
    const ends = example.length > 1 && (example.includes('\n') || /[.!?]['"”’]?[)）\]]?$/u.test(example))
    out += text.slice(at, from) + ' '.repeat(to - from - (ends ? 1 : 0)) + (ends ? '.' : '')
    at = to
  }
  return out + text.slice(at)
}
