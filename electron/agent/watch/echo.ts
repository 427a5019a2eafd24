import type { Sighting } from './sighting.ts'

/** Headings of a prompt that no section of a work would have. */
const headings: readonly string[] = [
  'Your task',
  'Your section',
  'What it owes',
  'What it still owes',
  'Where it begins and ends',
  'Its text now',
  'Its text so far',
  'What is broken',
  'Points to judge',
  'Written before it',
  'What the writer asks of this draft',
]

const line = new RegExp(
  String.raw`(?<=^|\n)[ \t]*(?:#{1,6} (?:${headings.join('|')})[ \t]*|Words wanted: \d+|Your last answer could not be used: [^\n]*)(?=\n)`,
  'gu',
)

/** Sees that a prompt is given back: one of its headings, as a heading, or a line that only prompts have. */
export const echoSeen = (text: string, from: number): Sighting | null => {
  const start = text.lastIndexOf('\n', Math.max(0, from - 200)) + 1
  const found = text.slice(start).matchAll(line).next().value
  if (!found) return null
  return {
    at: start + found.index,
    fault: { code: 'reply-strays', sentence: 'The text gives back the words of its prompt.' },
  }
}
