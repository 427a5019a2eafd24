import { isGiven, type Sighting } from './sighting.ts'

/** Letters of the line below a heading by which it is known as the prompt's. */
const telling = 40

/** A heading of a text with the line that follows it, or as much of that as has come. */
const headed = /(?<=^|\n)[ \t]*#{1,6} (?<heading>[^\n]+?)[ \t]*\n\s*(?<next>[^\n]+)(?<ended>\n)?/gu

/** Lines that only prompts have. */
const ownLine = /(?<=^|\n)[ \t]*(?:Words wanted: \d+|Your last answer could not be used: [^\n]*)(?=\n)/gu

/** The headings of a prompt, each with the first line that follows it. */
const headingsOf = (prompt: readonly { readonly text: string }[]): ReadonlyMap<string, string> =>
  new Map(
    prompt.flatMap(({ text }) => {
      const [first = '', next] = text.split('\n', 2)
      return first.startsWith('# ') && next !== undefined
        ? [[first.slice(2).trim(), next.trim()] as const]
        : []
    }),
  )

const fault = {
  code: 'reply-strays',
  sentence: 'The text gives back the words of its prompt.',
} as const

/** Sees that a prompt is given back, from one text on. */
export type EchoSeen = (text: string, from: number, given?: string) => Sighting | null

/**
 * Sees that a prompt is given back: one of its headings, as a heading and above the line that follows it there, or a line
 * that only prompts have. What stands in the text `given` is none.
 */
export const echoSeen = (prompt: readonly { readonly text: string }[] = []): EchoSeen => {
  const headings = headingsOf(prompt)
  const whole = prompt.map(({ text }) => text).join('\n')
  return (text, from, given = '') => {
    const start = text.lastIndexOf('\n', Math.max(0, from - 200)) + 1
    const end = text.slice(start)
    const heading = [...end.matchAll(headed)].find(({ 0: words, groups }) => {
      const said = (groups?.['next'] ?? '').trim()
      const asked = headings.get(groups?.['heading'] ?? '')
      const isAll = groups?.['ended'] !== undefined ? said === asked : false
      const isSame = isAll || (said.length >= telling && asked?.startsWith(said.slice(0, telling)) === true)
      return isSame && !isGiven(given, words)
    })
    const line = [...end.matchAll(ownLine)].find(
      ([words]) => (whole === '' || whole.includes(words.trim())) && !isGiven(given, words),
    )
    const at = Math.min(heading?.index ?? Infinity, line?.index ?? Infinity)
    return at === Infinity ? null : { at: start + at, fault }
  }
}
