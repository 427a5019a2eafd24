import { articles, avoidVerbs } from './lexicon-en.ts'
import { type Token, kindIn, wordIn } from './tokens.ts'

const nots = new Set("not never don't doesn't mustn't shouldn't can't cannot won't no nowhere".split(' '))

/**
 * Whether a clause forbids: its order is negative ("must not", "never", "avoid", "no … anywhere"). A "without" inside what
 * is asked, "not only" and "no fewer than" do not make it so.
 */
export const isNegative = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word, raw }, i) => {
    const next = wordIn(tokens, i + 1)
    // "the sea but not the boat", "the dog and never the cat" still want the one.
    const contrast = /^(?:not|never)$/u.test(word) && i > 1 && /^(?:but|and|,)$/u.test(wordIn(tokens, i - 1))
    if (contrast && articles.has(next)) return false
    if (avoidVerbs.has(word)) {
      const opens = i === 0 || !/^(?:to|who|that|and|which|he|she|they|a|an)$/u.test(wordIn(tokens, i - 1))
      return word === 'never' || (word === 'leave' ? next === 'out' : opens)
    }
    if (!nots.has(word)) return false
    if (/^(?:only|just|fewer|less|more|later|least|longer|merely|necessarily)$/u.test(next)) return false
    if (/\p{Script=Han}/u.test(raw)) return true
    if (word === 'no') {
      const lead = tokens
        .slice(0, i)
        .every(
          (token) =>
            token.kind !== 'word' ||
            /^(?:there|should|must|be|is|are|with|have|has|contain|contains|use|in|the|to|can|may|every|each|and|but|chapter|chapters|week|day|please|absolutely)$/u.test(
              token.word,
            ) ||
            i <= 3,
        )
      return lead && kindIn(tokens, i + 1) !== 'number'
    }
    return true
  })
