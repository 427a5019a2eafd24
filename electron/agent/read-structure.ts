import { jsonrepair } from 'jsonrepair'
import type { z } from 'zod'
import { forgive } from './forgive.ts'
import { jsonOf, type Shape } from './json-of.ts'
import { readLines } from './read-lines.ts'

/** Characters of a reply, without its thinking, that may hold a structure: four times the largest plan asked for. */
const longest = 160_000

/** Brackets that open nothing whole, after which the reply is mended. */
const mostStarts = 20

/** Lists, and objects, of a reply that are each tried by itself. */
const mostTried = 50

/**
 * What is mended at most, in characters and in brackets left open: each place that is mended takes as long as all before
 * it, and each open bracket a part of the stack. A batch of a plan has fewer characters.
 */
const [longestMended, deepestMended] = [30_000, 1_000]

/** What is wrong with a reply that holds no JSON, nor anything that could be read instead. */
export const noJson = 'It holds no JSON.'

/** Without a second beginning within it: a model that only ever begins to think is not read to its end each time. */
const thinking = /<(think(?:ing)?|reasoning)>(?:(?!<\1>)[\s\S])*?<\/\1>/giu

/** The end of the value that opens at `from`, by its brackets and strings; null where it never closes. */
const closing = (text: string, from: number): number | null => {
  let depth = 0
  let inString = false
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]
    if (inString) {
      if (letter === '\\') at += 1
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === '[' || letter === '{') depth += 1
    else if (letter === ']' || letter === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return null
}

const parsed = (json: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(json) }
  } catch {
    return null
  }
}

const leavesOpen = (text: string): number => {
  let [depth, deepest] = [0, 0]
  for (const [bracket] of text.matchAll(/[[{\]}]/gu)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

const repaired = (text: string): { readonly value: unknown } | null => {
  if (text.length > longestMended || leavesOpen(text) > deepestMended) return null
  try {
    return parsed(jsonrepair(text))
  } catch {
    return null
  }
}

/** Values in a reply, wherever they stand in it, from bracket to bracket; those that are broken are mended. */
function* wholeValues(text: string): Generator {
  let starts = 0
  for (let at = text.search(/[[{]/u); at >= 0 && starts < mostStarts;) {
    const end = closing(text, at)
    const piece = end === null ? '' : text.slice(at, end)
    const whole = parsed(piece)
    const found = whole ?? (end === null ? null : repaired(piece))
    if (found) yield found.value
    if (!whole) starts += 1
    const from = end ?? at + 1
    const next = text.slice(from).search(/[[{]/u)
    at = next < 0 ? -1 : next + from
  }
}

const mended = (text: string): readonly unknown[] => {
  const fenced = /```(?:\w+)?\s*\n(?<inside>[\s\S]*?)(?:\n```|$)/iu.exec(text)?.groups?.['inside'] ?? text
  const start = fenced.search(/[[{]/u)
  const found = start < 0 ? null : repaired(fenced.slice(start))
  return found ? [found.value] : []
}

/** Whether the first bracket opens a list that never closes: what is whole within it is not all of it. */
const isCut = (text: string): boolean => {
  const at = text.search(/[[{]/u)
  return at >= 0 && text[at] === '[' && closing(text, at) === null
}

/** What a reply may mean, the likeliest first: where a list is asked, several objects are its entries. */
function* candidates(shape: Shape, text: string): Generator {
  const whole = isCut(text) ? [] : [...wholeValues(text)]
  const bags = whole.filter((value) => !Array.isArray(value))
  const lists = whole.filter((value) => Array.isArray(value))
  const [asAsked, apart] = shape.type === 'array' ? [lists, bags] : [bags, lists]
  yield* asAsked.slice(0, mostTried)
  if (shape.type === 'array' && bags.length > 1) yield bags
  yield* apart.slice(0, mostTried)
  yield* mended(text)
}

/** Whether lines of a reply are JSON, broken or not: then they are no fields by themselves. */
const isJson = (text: string): boolean => /^[ \t]*(?:```\w*[ \t]*)?[[{]|[[{]\s*$/mu.test(text)

const isSchema = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  ('properties' in value || 'items' in value)

/** A whole reply that is a text in quotes, JSON within it, taken out of them. */
const unquoted = (text: string): string => {
  const inner = /^\s*"/u.test(text) ? parsed(text.trim())?.value : undefined
  return typeof inner === 'string' ? inner : text
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const wrongWith = (value: unknown, { issues: [issue] }: z.ZodError): string =>
  isSchema(value)
    ? 'It repeats the schema and does not fill it.'
    : `At ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not as asked'}.`

/**
 * The value a reply holds, read leniently and validated all the same: the first that is as asked, whatever stands around
 * it; else what comes of mending JSON that is broken in a usual way; else of lines, lists and tables; an empty list only
 * where there is nothing else. Where nothing will do, a sentence on what is wrong.
 */
export const readStructure = <Value>(schema: z.ZodType<Value>, reply: string): Value | string => {
  const answer = reply.replaceAll(thinking, '')
  if (answer.length > longest) return `It is longer than ${longest} characters.`
  const text = unquoted(answer)
  const shape = jsonOf(schema)
  const found = [...candidates(shape, text)]
  const lines = isJson(text) ? null : readLines(shape, text)
  let wrong: string | null = null
  for (const value of [...found.filter((each) => !isEmpty(each)), lines, ...found.filter(isEmpty)]) {
    if (value === null) continue
    const read = schema.safeParse(forgive(shape, value))
    if (read.success) return read.data
    if (value !== lines) wrong ??= wrongWith(value, read.error)
  }
  return wrong ?? (isJson(text) ? 'It is not JSON.' : noJson)
}
