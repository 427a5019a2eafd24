import { blocksOf } from '../../../shared/text/blocks.ts'
import { sentences } from '../../../shared/text/sentences.ts'

/** The sentences of a text that run in paragraphs or list items: no headings, tables or code. */
export const proseSentences = (text: string): readonly string[] =>
  blocksOf(text)
    .filter(({ kind }) => kind === 'text' || kind === 'item')
    .flatMap(({ from, to }) => {
      const block = text.slice(from, to)
      return sentences(block).map((range) => block.slice(range.from, range.to))
    })
    .map((sentence) => sentence.replace(/^(?:[-+*]|\d{1,9}[.)])\s+/u, ''))
