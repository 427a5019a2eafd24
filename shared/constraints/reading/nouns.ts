import { nounForms, unitNouns } from './lexicon-en.ts'

/** The singular of an English noun, as far as endings tell. */
export const singular = (word: string): string => {
  const known = nounForms.get(word)
  if (known !== undefined) return known
  if (!word.endsWith('s')) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/u.test(word) || word.length < 4) return word
  if (/(?:[sxz]|ch|sh)es$/u.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** The plural of an English noun. */
export const plural = (noun: string): string => {
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:[sxz]|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`
}

/** The unit noun a word is a form of, or null. `more` are nouns that this brief adds of its own. */
export const unitNoun = (word: string, more: ReadonlySet<string> = new Set()): string | null => {
  const noun = singular(word)
  if (unitNouns.has(noun) || more.has(noun)) return noun
  return more.has(word) ? word : null
}

/** The noun by which the units of a label are counted: "Menu Week" are weeks. */
export const nounOfLabel = (label: string): string => {
  const last = label.trim().split(/\s+/u).at(-1)?.toLowerCase() ?? ''
  return unitNoun(last) ?? (last === '' ? 'section' : singular(last))
}
