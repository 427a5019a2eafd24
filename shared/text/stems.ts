import { commonWords } from './common-words.ts'

/** Forms that no ending explains. */
const irregular = new Map(
  `went go|gone go|bought buy|brought bring|took take|taken take|made make|wrote write|written write|met meet|saw see|
   seen see|held hold|began begin|begun begin|ran run|swam swim|sang sing|gave give|given give|came come|got get|
   found find|told tell|thought think|taught teach|caught catch|built build|spent spend|sent send|won win|
   lost lose|ate eat|eaten eat|drank drink|drove drive|driven drive|flew fly|flown fly|rode ride|sold sell|spoke speak|
   spoken speak|stood stand|wore wear|heard hear|kept keep|led lead|paid pay|said say|sat sit|slept sleep|grew grow|
   grown grow|threw throw|chose choose|chosen choose|fell fall|felt feel|fought fight|knew know|known know|
   children child|men man|women woman|people person|feet foot|teeth tooth|mice mouse|wives wife|knives knife|shelves shelf|left leave`
    .split('|')
    .map((pair) => pair.trim().split(' '))
    .flatMap(([form, word]) => (form && word ? [[form, word] as const] : [])),
)

const singular = (word: string): string => {
  if (word.length > 4 && /(?:ies|ied)$/u.test(word)) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(?:sses|shes|ches|xes|zzes)$/u.test(word)) return word.slice(0, -2)
  return word.length > 3 && /[^suc]s$/u.test(word) ? word.slice(0, -1) : word
}

const untensed = (word: string): string => {
  const cut = word.length > 5 ? word.replace(/(?:ing|ed)$/u, '') : word.replace(/(?<=[a-z]{2}[^e])ed$/u, '')
  if (cut === word || !/[aeiouy\P{ASCII}]/u.test(cut)) return word
  return cut.replace(/(?<twin>[bdfgklmnprtvz])\k<twin>$/u, '$<twin>')
}

/** A word without the ending that number or tense gave it, so that its forms meet: `volunteers` and `volunteered`. */
export const stem = (word: string): string => {
  const known = irregular.get(word)
  if (known !== undefined) return stem(known)
  const plain = untensed(singular(word)).replace(/(?<=.{4})(?:at|it)ion$/u, '')
  return plain.replace(/(?<=...)e$/u, '').replace(/(?<=.{5})at$/u, '')
}

const small = new Set(
  'let us please must should shall may might also again very just then now here how where why any each every both own same'.split(
    ' ',
  ),
)
const filling = new Set('的了在是和与及或去到着过把被我你他她它们这那有也都就'.split(''))

const segments = new Intl.Segmenter('zh', { granularity: 'word' })
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu

/** What a phrase is about: stems of its words, and the words of scripts that set none apart, for `containing`. */
export type Content = { readonly stems: readonly string[]; readonly pieces: readonly string[] }

const spacedWords = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(unspaced, ' ')
    .replace(/['’]s(?!\p{L})/gu, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** The words of a run without spaces; what the dictionary leaves as single letters in a row is one. */
const piecesOf = (run: string): readonly string[] => {
  const pieces: string[] = []
  let open = ''
  for (const { segment } of segments.segment(run)) {
    if (Array.from(segment).length === 1 && !filling.has(segment)) {
      open += segment
      continue
    }
    pieces.push(open, segment)
    open = ''
  }
  return [...pieces, open].filter((piece) => piece !== '' && !filling.has(piece))
}

/** The content of a phrase: its words without those that stand in every text. All of them where nothing else is left. */
export const contentOf = (phrase: string): Content => {
  const words = spacedWords(phrase)
  const telling = words.filter((word) => !commonWords['en']?.has(word) && !small.has(word))
  const pieces = (phrase.match(unspaced) ?? []).flatMap(piecesOf)
  const kept = telling.length > 0 || pieces.length > 0 ? telling : words
  return { stems: [...new Set(kept.map(stem))], pieces: [...new Set(pieces)] }
}

/** How many of a phrase's content words a text holds, in any of their forms. */
export const contentHeld = ({ stems, pieces }: Content, text: string): number => {
  const there = new Set(spacedWords(text).map(stem))
  return stems.filter((each) => there.has(each)).length + pieces.filter((each) => text.includes(each)).length
}
