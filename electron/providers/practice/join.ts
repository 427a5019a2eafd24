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

/** One pair of places as the reviewer answers it. */
export type Paired = { readonly pair: number; readonly repeats: boolean; readonly advice: string }

/** Words from which on two places in equal words tell the same. */
const telling = 10

/** Answers a prompt about places that may tell the same: those in equal words do. */
export const pairs = (blocks: PromptBlocks): readonly Paired[] =>
  (blocks.get('Pairs') ?? '')
    .split(/^(?=\d+\. ".* says?:$)/mu)
    .filter((item) => /^\d/u.test(item))
    .map((item, i) => {
      const [first = '', second = first] = fenced(item).map(plain)
      const repeats = first === second && countWords(first) >= telling
      return { pair: i + 1, repeats, advice: repeats ? 'All of it.' : '' }
    })

/** One pair of statements as the reviewer answers it. */
export type Stated = { readonly pair: number; readonly contradict: boolean; readonly advice: string }

/** Answers a prompt about statements: it sees no contradiction that code does not see. */
export const statements = (blocks: PromptBlocks): readonly Stated[] =>
  [...(blocks.get('Statements') ?? '').matchAll(/^(?<n>\d+)\. /gmu)].map(({ groups }) => ({
    pair: Number(groups?.['n']),
    contradict: false,
    advice: '',
  }))
