import type { Units } from '../../records.ts'
import { clausesIn } from './clauses.ts'
import { combine } from './combine.ts'
import { examplesIn, withoutExamples } from './examples.ts'
import { matterOf } from './matter.ts'
import { phrasesIn } from './phrases.ts'
import type { Reading, ReadRequirement } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import { unitsIn } from './units.ts'

/**
 * Reads the requirements in the plain words of a brief, with no model. `known` is what is known of the units already,
 * from front matter or from the writer: it wins over what the text says.
 */
export const readRequirements = (text: string, known: Partial<Units> = {}): Reading => {
  const masked = withoutExamples(text, examplesIn(text))
  const tokens = tokensOf(masked)
  const sentences = sentencesOf(masked, tokens)
  const { units, scope } = unitsIn(text, sentences, known, tokensOf(text))
  const requirements: ReadRequirement[] = []
  for (const sentence of sentences) {
    const phrases = phrasesIn({ tokens: sentence.tokens, scope })
    for (const clause of clausesIn(sentence.tokens, phrases)) {
      const { placement } = combine(clause.phrases, scope, false)
      const matter = matterOf(sentence.tokens, clause.start, clause.end, clause.phrases)
      const at = { from: sentence.tokens[clause.start]?.from ?? 0, to: sentence.tokens[clause.end - 1]?.to ?? 0 }
      if (clause.phrases.length) requirements.push({what: matter.text, demand: {kind:'rule',params:{text: matter.text || '-'}}, placement: placement ?? {where:'document'}, quote: text.slice(at.from, at.to), at, placed: placement!==null})
    }
  }
  return { units, words: null, requirements }
}
