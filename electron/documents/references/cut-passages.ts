import { sentences } from '../../../shared/text/sentences.ts'
import { countWords } from '../../../shared/text/words.ts'
import type { ReadBlock } from '../imports/import-format.ts'

/** A piece of a text to be cited: `heading` is the path of headings it stands under. */
export type Piece = { readonly heading: string; readonly text: string }

/** Words, or letters of Chinese and Japanese, that a passage has: as many at least where its section has them. */
const passageWords = { least: 80, most: 200 } as const
/** Characters a passage may have, whatever they are. */
const mostCharacters = 2_400
/** Characters of a heading beyond which it is cut. */
const longestHeading = 120

/** A sentence, or a part of one that is too long: `opens` where a paragraph begins with it. */
type Atom = { readonly text: string; readonly words: number; readonly opens: boolean }

const segments = new Intl.Segmenter('zh', { granularity: 'word' })

/** A sentence that is too long by itself, in parts that are not: cut between words where there are any. */
const parts = (sentence: string): readonly string[] => {
  const found: string[] = []
  let [open, words] = ['', 0]
  const put = (piece: string): void => {
    const more = countWords(piece)
    if (open !== '' && (words + more > passageWords.most || open.length + piece.length > mostCharacters)) {
      found.push(open)
      ;[open, words] = ['', 0]
    }
    open += piece
    words += more
  }
  for (const { segment } of segments.segment(sentence)) {
    if (segment.length <= mostCharacters) put(segment)
    else Array.from(segment.match(/[^]{1,1200}/gu) ?? [], put)
  }
  return open.trim() === '' ? found : [...found, open]
}

const fits = (text: string, words: number): boolean =>
  words <= passageWords.most && text.length <= mostCharacters

const atomsOf = (paragraph: string): readonly Atom[] => {
  const starts = sentences(paragraph).map(({ from }) => from)
  const cuts = [0, ...starts.slice(1), paragraph.length]
  return cuts
    .slice(1)
    .flatMap((to, i) => {
      const sentence = paragraph.slice(cuts[i], to)
      return fits(sentence, countWords(sentence)) ? [sentence] : parts(sentence)
    })
    .map((text, i) => ({ text, words: countWords(text), opens: i === 0 }))
}

/** Paragraphs filled into passages: each ends with a paragraph once it is long enough, else with a sentence. */
const filled = (paragraphs: readonly string[]): readonly string[] => {
  const found: string[] = []
  let [open, words] = ['', 0]
  for (const atom of paragraphs.flatMap(atomsOf)) {
    const joined = open === '' ? atom.text : `${open.trimEnd()}${atom.opens ? '\n\n' : ' '}${atom.text}`
    const next = atom.opens ? joined : `${open}${atom.text}`
    const isFull = atom.opens && words >= passageWords.least
    if (open !== '' && (isFull || !fits(next, words + atom.words))) {
      found.push(open.trim())
      ;[open, words] = [atom.text, atom.words]
    } else [open, words] = [next, words + atom.words]
  }
  return merged(open.trim() === '' ? found : [...found, open.trim()])
}

/** The last passage of a section joins the one before it where it is short and there is room. */
const merged = (passages: readonly string[]): readonly string[] => {
  const [last = '', before = ''] = [passages.at(-1), passages.at(-2)]
  const joined = `${before}\n\n${last}`
  const mayJoin =
    passages.length > 1 && countWords(last) < passageWords.least && fits(joined, countWords(joined))
  return mayJoin ? [...passages.slice(0, -2), joined] : passages
}

/**
 * Cuts a text into passages, at its headings, then at its paragraphs, then between sentences: 80 to 200 words each, less
 * only where a section has less. Put together again they are the text, white space apart. The same text is always cut
 * the same way.
 */
export const cutPassages = (blocks: readonly ReadBlock[]): readonly Piece[] => {
  const found: Piece[] = []
  const above: { readonly level: number; readonly title: string }[] = []
  let paragraphs: string[] = []
  const end = (): void => {
    const heading = above.map(({ title }) => title).join(' › ')
    for (const text of filled(paragraphs)) found.push({ heading, text })
    paragraphs = []
  }
  for (const { level, text } of blocks) {
    if (level === 0) {
      paragraphs.push(text)
      continue
    }
    end()
    while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    above.push({ level, title: text.replace(/\s+/gu, ' ').slice(0, longestHeading).toWellFormed() })
  }
  end()
  return found
}
