import type { Surface } from './surfaces.ts'

/** One word written in several ways: the way it is written most, and the others. */
export type Variant = {
  readonly use: string
  readonly forms: readonly string[]
  readonly times: number
  readonly others: number
}

/** English words that an accent makes another word. */
const accentMatters = new Set(
  'resume expose rose pate lame saute fiance attache forte maté mate ole'.split(' '),
)

const bare = (form: string): string => form.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const lowered = (form: string): string => form.normalize('NFC').toLowerCase().replaceAll('‑', '-')
const solid = (form: string): string => lowered(form).replaceAll('-', '')

/** All ways of writing a word that differ in nothing but capitals. */
type Spelling = {
  readonly word: string
  readonly forms: readonly Surface[]
  readonly count: number
  readonly asName: number
  readonly rank: number
}

const spellingsOf = (surfaces: readonly Surface[]): readonly Spelling[] =>
  [...Map.groupBy(surfaces, ({ form }) => lowered(form))].map(([word, forms]) => ({
    word,
    forms,
    count: forms.reduce((sum, { count }) => sum + count, 0),
    asName: forms.reduce((sum, { asName }) => sum + asName, 0),
    rank: Math.min(...forms.map(({ rank }) => rank)),
  }))

/** Always a name: never written small, and with a capital in mid-sentence. */
const isName = ({ forms, asName }: Spelling): boolean =>
  asName > 0 && forms.every(({ form }) => /^\p{Lu}/u.test(form))

const variantOf = (group: readonly Spelling[]): Variant => {
  const [best, ...others] = group.toSorted((a, b) => b.count - a.count || a.rank - b.rank)
  return {
    use: best?.forms.toSorted((a, b) => b.count - a.count)[0]?.form ?? '',
    times: best?.count ?? 0,
    forms: others.flatMap(({ forms }) => forms.map(({ form }) => form)),
    others: others.reduce((sum, { count }) => sum + count, 0),
  }
}

const several = (groups: Iterable<readonly Spelling[]>): readonly Variant[] =>
  [...groups].filter((group) => group.length > 1).map(variantOf)

/** Words with and without a hyphen; `re-` makes another word of many. */
const hyphenated = (spellings: readonly Spelling[]): readonly Variant[] => {
  const solidOnes = new Set(
    spellings.flatMap(({ word }) => (word.includes('-') && !word.startsWith('re-') ? [solid(word)] : [])),
  )
  const open = spellings.filter(({ word }) => solidOnes.has(solid(word)) && !word.startsWith('re-'))
  return several(Map.groupBy(open, ({ word }) => solid(word)).values())
}

/** Names with and without their accents; of English any word, except where the accent makes another one. */
const accented = (spellings: readonly Spelling[], language: string): readonly Variant[] => {
  const isEnglish = /^en\b/iu.test(language)
  const open = spellings.filter(
    (each) => isName(each) || (isEnglish && !accentMatters.has(bare(each.word)) && !each.asName),
  )
  return several(Map.groupBy(open, ({ word }) => bare(word)).values())
}

/** Letters from which two names that differ in one are taken for one, and how much oftener the right one stands. */
const [longName, oftener] = [5, 4]

/** A word without each of its letters but the last: two words that differ in one letter share one of these. */
const withoutOne = (word: string): readonly string[] => {
  const letters = Array.from(word)
  return [word, ...letters.slice(0, -1).map((_, i) => letters.toSpliced(i, 1).join(''))]
}

/** Whether one word is the other with one letter changed, more or fewer; not at the end, where names have endings. */
const isSlip = (a: string, b: string): boolean => {
  const [x, y] = [Array.from(a), Array.from(b)]
  if (Math.abs(x.length - y.length) > 1 || x.at(-1) !== y.at(-1) || x[0] !== y[0]) return false
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  const at = short.findIndex((letter, i) => letter !== long[i])
  if (at < 0) return false
  const rest = short.slice(short.length === long.length ? at + 1 : at).join('')
  return rest === long.slice(at + 1).join('')
}

/** Names that stand seldom beside one that stands often and differs in a letter: a slip of the pen. */
const misspelt = (spellings: readonly Spelling[]): readonly Variant[] => {
  const names = spellings.filter((each) => isName(each) && each.word.length >= longName)
  const near = new Map<string, Spelling[]>()
  for (const name of names) {
    for (const key of withoutOne(name.word)) near.set(key, [...(near.get(key) ?? []), name])
  }
  const rightOf = (name: Spelling): Spelling | undefined =>
    withoutOne(name.word)
      .flatMap((key) => near.get(key) ?? [])
      .filter((other) => other.count >= name.count * oftener && isSlip(name.word, other.word))
      .toSorted((a, b) => b.count - a.count || a.rank - b.rank)[0]
  return names.flatMap((name) => {
    const right = name.count <= 2 ? rightOf(name) : undefined
    return right ? [variantOf([right, name])] : []
  })
}

/**
 * Words that a work writes in two ways: with and without a hyphen or an accent, and names with a slip in them. The way it
 * writes them most is taken for right, of equals the first.
 */
export const variantsIn = (surfaces: readonly Surface[], language: string): readonly Variant[] => {
  const spellings = spellingsOf(surfaces)
  return [...hyphenated(spellings), ...accented(spellings, language), ...misspelt(spellings)]
}
