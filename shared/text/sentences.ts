import { blocksOf, type Block } from './blocks.ts'
import { countWords } from './words.ts'

type Range = { readonly from: number; readonly to: number }
type Unit = Range & { readonly kind: 'sentence' | 'fragment' | 'heading' | 'whole' }

/** Never end a sentence: forms of address, and abbreviations that stand before what they belong to. */
const leading = new Set(
  (
    'mr mrs ms mx messrs mme mlle dr prof rev fr hon st ste mt sr sra srta jr gen col maj capt cmdr lt sgt cpl pres gov ' +
    'sen e.g i.e cf viz vs approx ca incl esp z.b d.h u.a bzw nr hr'
  ).split(' '),
)

/** Do not end a sentence where a number follows. */
const numbered = new Set('no nos p pp vol vols ch chap sec fig figs art par para op ed eq c al'.split(' '))

const ends =
  /(?:[。！？｡]+|[.!?…؟۔।॥‽]+)(?:["'”’»›)\]」』】》〉）］*_~`]|\[\^[^\]\s[]{1,99}\]|\[\d{1,3}\]| ?\[@[^\]\r\n]{1,200}\]| ?\p{Extended_Pictographic}\ufe0f?)*/gu
const next = /\s+["'“‘«‹(「『【《（*_~`[]*(\S?)/uy
const paired = /^(\*{1,3}|_{1,3})\S(?:.*\S)?\1$/su

const tokenBefore = (text: string, from: number, at: number): string => {
  const near = text.slice(Math.max(from, at - 24), at)
  return /[^\s"'“‘«‹([*_~`—–/-]*$/u.exec(near)?.[0] ?? ''
}

/** Whether a single full stop at `at` belongs to an abbreviation; `follows` is the next letter, '' at the end. */
const abbreviates = (text: string, from: number, at: number, follows: string): boolean => {
  const token = tokenBefore(text, from, at)
  const low = token.toLowerCase()
  if (leading.has(low)) return true
  if (/\p{N}/u.test(follows) && numbered.has(low)) return true
  if (/^\d{1,9}$/u.test(token) && at - token.length === from) return true
  const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(token) && token !== 'I'
  return initials && follows !== ''
}

const endsSentence = (text: string, block: Block, match: RegExpExecArray): boolean => {
  const [mark] = match
  const end = match.index + mark.length
  if (/^[。！？｡]/u.test(mark)) return !(/[」』）]$/u.test(mark) && text[end] === 'と')
  next.lastIndex = end
  const found = end >= block.to ? ['', ''] : next.exec(text)
  const follows = found ? (found[1] ?? '') : text.slice(end, end + 1)
  if (!found && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(follows)) return false
  if (/\p{Ll}/u.test(follows)) return false
  return !/^\.(?!\.)/u.test(mark) || !abbreviates(text, block.from, match.index, follows)
}

const inBlock = (text: string, block: Block): readonly Unit[] => {
  const { from, to, kind, ended } = block
  if (kind === 'heading') return [{ from, to, kind }]
  if (kind !== 'text' && kind !== 'item') return [{ from, to, kind: ended ? 'whole' : 'fragment' }]
  const units: Unit[] = []
  let start = from
  ends.lastIndex = from
  for (let match = ends.exec(text); match && match.index < to; match = ends.exec(text)) {
    const end = Math.min(to, ends.lastIndex)
    if (!endsSentence(text, block, match)) continue
    units.push({ from: start, to: end, kind: 'sentence' })
    start = to - text.slice(end, to).trimStart().length
  }
  const rest = kind === 'item' || paired.test(text.slice(start, to)) ? 'whole' : 'fragment'
  return start < to ? [...units, { from: start, to, kind: rest }] : units
}

const unitsOf = (text: string): readonly Unit[] => blocksOf(text).flatMap((block) => inBlock(text, block))

/**
 * The sentences of a plain text or a Markdown source, in order, without the white space between them. Abbreviations,
 * initials and decimals end none; closing quotes and footnote marks belong to the sentence they close. A heading, a
 * table, a code block and the unended rest of a paragraph count as one each.
 */
export const sentences = (text: string): readonly Range[] =>
  unitsOf(text).map(({ from, to }) => ({ from, to }))

/** Whether a text ends where a writer would stop: at a sentence's end, or with a heading, list item, table or rule. */
export const endsWhole = (text: string): boolean => {
  const last = unitsOf(text).at(-1)
  return last !== undefined && last.kind !== 'fragment'
}

/**
 * The longest beginning of a text that ends at a sentence's end and has at most `maxWords` words: all of it if it is
 * short enough and breaks off nowhere. At least its first sentence, and never ended by a heading; a text in which no
 * sentence ends comes back as it is.
 */
export const cutAtSentence = (text: string, maxWords: number): string => {
  const units = unitsOf(text)
  let words = 0
  let best: number | undefined
  for (const { from, to, kind } of units) {
    words += countWords(text.slice(from, to))
    if (words > maxWords && best !== undefined) return text.slice(0, best)
    if (kind === 'sentence' || kind === 'whole') best = to
    if (words > maxWords && best !== undefined) return text.slice(0, best)
  }
  return best === undefined || units.at(-1)?.kind !== 'fragment' ? text : text.slice(0, best)
}
