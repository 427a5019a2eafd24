import { blocksOf } from '../../../shared/text/blocks.ts'
import { sentences } from '../../../shared/text/sentences.ts'

/** A paragraph of a text that stands: its sentences, or a block (a list, a table, a heading) that is kept whole. */
export type Paragraph =
  | { readonly kind: 'prose'; readonly sentences: readonly string[] }
  | { readonly kind: 'block'; readonly text: string }

/** A text as paragraphs, by its blank lines; fenced code that holds blank lines comes in several blocks. */
export const paragraphsOf = (text: string): readonly Paragraph[] =>
  text
    .split(/\n[ \t]*\n\s*/u)
    .map((paragraph) => paragraph.trimEnd())
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph): Paragraph => {
      const blocks = blocksOf(paragraph)
      if (blocks.length !== 1 || blocks[0]?.kind !== 'text') return { kind: 'block', text: paragraph }
      const ranges = sentences(paragraph)
      return { kind: 'prose', sentences: ranges.map(({ from, to }) => paragraph.slice(from, to)) }
    })

/** Paragraphs as a text again. */
export const textOf = (paragraphs: readonly Paragraph[], gap: string): string =>
  paragraphs
    .map((each) => (each.kind === 'block' ? each.text : each.sentences.join(gap)))
    .filter((text) => text.trim() !== '')
    .join('\n\n')

/** Changes every sentence that runs in a paragraph; an empty list takes it out. */
export const mapSentences = (
  paragraphs: readonly Paragraph[],
  change: (sentence: string) => readonly string[],
): readonly Paragraph[] =>
  paragraphs.map((each) =>
    each.kind === 'block' ? each : { kind: 'prose', sentences: each.sentences.flatMap(change) },
  )

/** Puts sentences into the paragraphs, spread over them, each before its paragraph's last sentence. */
export const withSentences = (
  paragraphs: readonly Paragraph[],
  extra: readonly string[],
): readonly Paragraph[] => {
  const prose = paragraphs.filter(({ kind }) => kind === 'prose')
  if (prose.length === 0)
    return extra.length > 0 ? [...paragraphs, { kind: 'prose', sentences: extra }] : paragraphs
  return paragraphs.map((paragraph) => {
    if (paragraph.kind === 'block') return paragraph
    const at = prose.indexOf(paragraph)
    const own = extra.filter((_, i) => (i + prose.length - 1) % prose.length === at)
    const { sentences: all } = paragraph
    return { kind: 'prose', sentences: [...all.slice(0, -1), ...own, ...all.slice(-1)] }
  })
}
