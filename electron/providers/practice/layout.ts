import { countWords } from '../../../shared/text/words.ts'
import type { Language } from './language.ts'
import type { Random } from './random.ts'

/** What a text is built of: sentences, which run together into paragraphs, and blocks, which stand alone. */
export type Piece = { readonly kind: 'sentence' | 'block'; readonly text: string }

/** A sentence as a piece. */
export const sentencePiece = (text: string): Piece => ({ kind: 'sentence', text })

/** Sets pieces in paragraphs of natural size, with a blank line between. */
export const laidOut = (pieces: readonly Piece[], { paragraph, gap }: Language, random: Random): string => {
  const blocks: string[] = []
  let open: string[] = []
  let words = 0
  let room = 0
  const close = (): void => {
    if (open.length > 0) blocks.push(open.join(gap))
    open = []
    words = 0
    room = paragraph * (0.55 + random.next() / 2)
  }
  close()
  for (const [i, { kind, text }] of pieces.entries()) {
    if (kind === 'block') {
      close()
      blocks.push(text)
      continue
    }
    // A last sentence joins what stands before it rather than standing alone.
    const lonely = i === pieces.length - 1 && pieces[i - 1]?.kind === 'sentence'
    if (words >= room && !lonely) close()
    open.push(text)
    words += countWords(text)
  }
  close()
  return blocks.join('\n\n')
}

/** Spreads `extra` evenly among `pieces`, neither first nor last. */
const spread = <T>(pieces: readonly T[], extra: readonly T[], random: Random): readonly T[] => {
  const last = pieces.length > 1 ? pieces.length - 1 : pieces.length
  const places = extra.map((piece, i) => {
    const at = ((i + 0.3 + random.next() * 0.6) / extra.length) * pieces.length
    return { piece, at: Math.min(last, Math.max(1, Math.round(at))) }
  })
  const before = (at: number) => places.filter((each) => each.at === at).map(({ piece }) => piece)
  return [...pieces.flatMap((piece, i) => [...before(i), piece]), ...before(pieces.length)]
}

/** Sets sentences and what is to stand among them as a text. */
export const arranged = (
  language: Language,
  random: Random,
  sentences: readonly string[],
  among: readonly string[],
  blocks: readonly Piece[],
): string => {
  const running = spread(sentences.map(sentencePiece), random.shuffled(among).map(sentencePiece), random)
  return laidOut(spread(running, blocks, random), language, random)
}
