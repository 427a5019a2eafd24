import { countWords } from '../../../shared/text/words.ts'
import { fenced, type PromptBlocks } from './prompt-blocks.ts'
import { proseSentences } from './prose-sentences.ts'

/** One join as the reviewer answers it. */
export type Joined = { readonly join: number; readonly reads: 'well' | 'badly'; readonly advice: string }

/** Words below which a sentence may come twice. */
const shortest = 3

const plain = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const shared = (ending: string, beginning: string): string | undefined => {
  const before = new Set(proseSentences(ending).map(plain))
  return proseSentences(beginning).find(
    (sentence) => countWords(sentence) >= shortest && before.has(plain(sentence)),
  )
}

/** Answers a prompt about joins: a join reads badly when what ends the one section begins the next. */
export const join = (blocks: PromptBlocks): readonly Joined[] => {
  const texts = fenced(blocks.get('Joins') ?? '')
  return Array.from({ length: Math.floor(texts.length / 2) }, (_, i) => {
    const twice = shared(texts[2 * i] ?? '', texts[2 * i + 1] ?? '')
    const about = { join: i + 1 }
    if (twice === undefined) return { ...about, reads: 'well', advice: '' }
    return {
      ...about,
      reads: 'badly',
      advice: `Both say "${twice.slice(0, 120)}"; let only one of them say it.`,
    }
  })
}
