import { jsonrepair } from 'jsonrepair'
import type { z } from 'zod'

/** Characters of a reply that may hold a structure; the largest plan asked for has a tenth of that. */
const longest = 400_000

/** Brackets at which a structure is looked for before the reply is mended. */
const mostStarts = 20

const thinking = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/giu

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

/** Whole values in a reply, wherever they stand in it, those that are well-formed JSON. */
function* wholeValues(text: string): Generator {
  let starts = 0
  for (let at = text.search(/[[{]/u); at >= 0 && starts < mostStarts; starts += 1) {
    const end = closing(text, at)
    const found = end === null ? null : parsed(text.slice(at, end))
    if (found) yield found.value
    const next = text.slice(found && end !== null ? end : at + 1).search(/[[{]/u)
    at = next < 0 ? -1 : next + (found && end !== null ? end : at + 1)
  }
}

const mended = (text: string): { readonly value: unknown } | null => {
  try {
    const fenced = /```(?:json)?\s*\n(?<inside>[\s\S]*?)(?:\n```|$)/iu.exec(text)?.groups?.['inside'] ?? text
    return parsed(jsonrepair(fenced.slice(Math.max(0, fenced.search(/[[{]/u)))))
  } catch {
    return null
  }
}

/**
 * The value a reply holds: the first whole one that is as asked, whatever stands around it; else what comes of mending
 * JSON that is broken in a usual way. Where there is none, a sentence on what is wrong.
 */
export const readStructure = <Value>(schema: z.ZodType<Value>, reply: string): Value | string => {
  if (reply.length > longest) return `It is longer than ${longest} characters.`
  const text = reply.replaceAll(thinking, '')
  if (!/[[{]/u.test(text)) return 'It holds no JSON.'
  let wrong: string | null = null
  for (const value of wholeValues(text)) {
    const read = schema.safeParse(value)
    if (read.success) return read.data
    const [issue] = read.error.issues
    wrong ??= `At ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not as asked'}.`
  }
  const repaired = mended(text)
  const read = repaired && schema.safeParse(repaired.value)
  return read?.success ? read.data : (wrong ?? 'It is not JSON.')
}
