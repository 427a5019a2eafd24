import type { Units } from '../../records.ts'
import type { Demand } from '../demand.ts'
import { examplesIn, withoutExamples } from './examples.ts'
import { lenderIn } from './heads.ts'
import { readSentence } from './read-sentence.ts'
import type { Reading, ReadRequirement } from './reading.ts'
import { sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import { unitsIn } from './units.ts'

type LengthParams = Extract<Demand, { kind: 'length' }>['params']

const lengthOf = (
  requirements: readonly ReadRequirement[],
  where: 'each' | 'document',
): LengthParams | null => {
  for (const { demand, placement } of requirements) {
    if (demand.kind === 'length' && placement.where === where) return demand.params
  }
  return null
}

const wordsOf = ({ min, max }: LengthParams): { min?: number; max?: number } => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
})

/**
 * Reads the requirements in the plain words of a brief, with no model. `known` is what is known of the units already,
 * from front matter or from the writer: it wins over what the text says. Total, and linear in the length of the text.
 */
export const readRequirements = (text: string, known: Partial<Units> = {}): Reading => {
  const masked = withoutExamples(text, examplesIn(text))
  const sentences = sentencesOf(masked, tokensOf(masked))
  const { units, scope } = unitsIn(text, sentences, known)
  const over = new Set(sentences.flatMap(({ heads }) => heads))
  const lend = lenderIn(scope)
  const requirements = sentences.flatMap((sentence) =>
    readSentence({ text, masked }, sentence, scope, lend(sentence.heads), over.has(sentence.tokens)),
  )
  const each = lengthOf(requirements, 'each')
  const whole = lengthOf(requirements, 'document')
  return {
    units: units && (each && !units.words ? { ...units, words: wordsOf(each) } : units),
    words: whole && wordsOf(whole),
    requirements,
  }
}
