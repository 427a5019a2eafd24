import { ownParts } from './own-parts.ts'
import { withoutPostamble, withoutPreamble } from './remarks.ts'
import { bareHeading } from './watch/other-sections.ts'
import { withoutTokens } from './watch/stray-tokens.ts'

const fenced = /^```[a-z]*[ \t]*\n([\s\S]*?)\n?```$/iu
const quoteFenced = /^("{3,})\n([\s\S]*?)\n?\1$/u
const openFence = /^```(?:markdown|md|text|txt)?[ \t]*\n(?<inside>(?:(?!^```)[\s\S])*)$/imu

const isFenced = (text: string): boolean => fenced.test(text.trim()) || quoteFenced.test(text.trim())

/** What stands in a fence around the whole, also in one that never closes. The fence of what was `given` stays. */
const withoutFence = (text: string, given: string): string => {
  const inside = fenced.exec(text)?.[1] ?? quoteFenced.exec(text)?.[2]
  if (isFenced(given) && (inside === undefined || !isFenced(inside))) return text
  // Two blocks of code with prose between them are no fence around the whole.
  if (inside !== undefined) return /^```/mu.test(inside) ? text : inside.trim()
  return (openFence.exec(text)?.groups?.['inside'] ?? text).trim()
}

/** The number before a title: "Section 3 of 12:", "Chapter 3 –". */
const numbered = /^(?:\p{L}+ )?\d{1,5}(?: of \d{1,5})? (?=\S)/u

const isTitle = (heading: string, title: string): boolean => {
  const [bare, own] = [bareHeading(heading), bareHeading(title)]
  return bare === own || bare.replace(numbered, '') === own || bare === `title ${own}`
}

/** A heading by its marks, or a first line by itself. */
const heading =
  /^(?:#{1,6}[ \t]+|\*\*)(?<marked>[^\n]{0,300}?)[#*: \t]{0,20}\n+|^(?<plain>[^\n]{1,200}[^\s.!?。！？…:"”’])[ \t]*\n[ \t]*\n/u

const withoutHeading = (text: string, title: string, given: string): string => {
  const match = heading.exec(text)
  const found = match?.groups?.['marked'] ?? match?.groups?.['plain']
  if (!match || found === undefined || !isTitle(found, title)) return text
  if (given.split('\n').some((line) => isTitle(line, title))) return text
  return text.slice(match[0].length)
}

const cleanedOnce = (reply: string, title: string, given: string): string => {
  const isOwn = ownParts(given)
  const bare = withoutTokens(reply, given).replaceAll('\r\n', '\n').trim()
  const inside = withoutFence(withoutPostamble(bare, isOwn), given)
  const prose = withoutFence(withoutPreamble(inside, isOwn), given)
  return withoutPostamble(withoutHeading(withoutPreamble(prose, isOwn), title, given), isOwn).trim()
}

/**
 * The prose of a reply without what is not prose: thinking, tokens of a chat, a fence around the whole, an opening
 * remark ("Sure, here is …"), a heading that only repeats the section's title, a farewell. Nothing else is touched, and
 * nothing of what stands in the text that the reply is made of, `given`.
 */
export const clean = (reply: string, title: string, given = ''): string => {
  const cleaned = cleanedOnce(reply, title, given)
  return cleaned === reply ? reply : clean(cleaned, title, given)
}
