import { holds } from '../../../shared/text/quotes.ts'

const quick = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/\s+/gu, ' ')

const simple = /^[\p{L}\p{N} ',.;:!?"()]+$/u

/**
 * Tests texts for phrases: the first of them that a text says, or undefined. As strict as `holds`; phrases of plain
 * letters are looked for by a quick search first.
 */
export const saysOneOf = (phrases: readonly string[]): ((text: string) => string | undefined) => {
  const wanted = phrases.map((phrase) => {
    const folded = quick(phrase.normalize('NFC')).trim()
    return { phrase, folded: simple.test(folded) ? folded : null }
  })
  return (text) => {
    if (wanted.length === 0) return undefined
    const folded = quick(text.normalize('NFC'))
    return wanted.find(
      (each) => (each.folded === null || folded.includes(each.folded)) && holds(text, each.phrase),
    )?.phrase
  }
}

/** A phrase as Markdown that reads as just this phrase: what would be taken for a link, a note or an entity is escaped. */
export const literal = (phrase: string): string =>
  phrase
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '\\\\')
    .replace(/<(?=[a-z/!?])/giu, '\\<')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/\](?=[([])/gu, '\\]')
    .replace(/\[(?=[@^])/gu, '\\[')

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The first `most` words of a text (of scripts without spaces three characters a word), without a mark of the cut. */
export const cropped = (text: string, most: number): string => {
  const whole = text.trim()
  const letters = most * (wide.test(whole) ? 3 : 12)
  const short = whole.split(/\s+/u).slice(0, most).join(' ').slice(0, letters)
  return short === whole ? whole : short.replace(/[\ud800-\udbff]$/u, '').replace(/[\s,;:.–—-]+$/u, '')
}
