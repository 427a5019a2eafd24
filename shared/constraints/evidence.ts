import { blocksOf } from '../text/blocks.ts'
import { sentences } from '../text/sentences.ts'

/** Letters a quote may have. */
const longest = 300

const cut = (text: string): string =>
  text
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim()

/** The sentence of a plain text that stands at a place, for a finding to quote. */
export const sentenceAt = (text: string, at: number): string => {
  const paragraph = text.lastIndexOf('\n\n', at)
  const from = paragraph < 0 ? 0 : paragraph + 2
  const end = text.indexOf('\n\n', at)
  const around = text.slice(from, end < 0 ? text.length : end)
  const found = sentences(around).find(({ to }) => from + to > at)
  return cut(found ? around.slice(found.from, found.to) : around)
}

/** The first words of a plain text that is not empty, for a finding about all of it. */
export const firstSentence = (text: string): string => {
  const [first] = blocksOf(text)
  return first ? sentenceAt(text, first.from) : ''
}

/** A finding's quote, left out where there is nothing to quote. */
export const quoting = (quote: string): { readonly quote?: string } => (quote === '' ? {} : { quote })
