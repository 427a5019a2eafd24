import { diffWordsWithSpace } from 'diff'
import {
  alignParagraphs,
  mayDiffer,
  paragraphsOf,
  wordsOf,
  type Aligned,
  type Paragraph,
} from './align-paragraphs.ts'

/**
 * A stretch of two texts: the same in both, or what one has in place of what the other has, as a few words or as a
 * whole paragraph. A change is shown, and taken or left, as one.
 */
export type Stretch =
  | { readonly same: true; readonly text: string }
  | {
      readonly same: false
      readonly unit: 'words' | 'paragraph'
      readonly removed: string
      readonly added: string
    }

type Change = Extract<Stretch, { same: false }>

/** Milliseconds a comparison of two paragraphs may take before they count as wholly different. */
const patience = 300

const changed = (unit: Change['unit'], removed: string, added: string): readonly Change[] =>
  removed === added ? [] : [{ same: false, unit, removed, added }]

const unchanged = (text: string): readonly Stretch[] => (text === '' ? [] : [{ same: true, text }])

const joined = (a: Change, b: Change, between = ''): Change => ({
  ...a,
  removed: a.removed + between + b.removed,
  added: a.added + between + b.added,
})

/** What a person reads as one change: changes with nothing but a space between them. */
const merged = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const [before, last] = [found.at(-2), found.at(-1)]
    if (stretch.same || !last) found.push(stretch)
    else if (!last.same) found.splice(-1, 1, joined(last, stretch))
    else if (before && !before.same && /^ ?$/u.test(last.text)) {
      found.splice(-2, 2, joined(before, stretch, last.text))
    } else found.push(stretch)
  }
  return found
}

/** How many letters two texts begin, or end, with alike. */
const alike = (a: string, b: string, step: 1 | -1): number => {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a.at(step > 0 ? count : -1 - count) === b.at(step > 0 ? count : -1 - count))
    count += 1
  return count
}

/** How well a place in a text suits an insertion: behind a sentence, behind a word, or anywhere but within a letter. */
const fitness = (before: string, added: string): number => {
  if (/[.!?…。！？]["'”’»)\]]*$/u.test(before) && /^\s/u.test(added)) return 3
  if (/\s$/u.test(before)) return 2
  return /[\uD800-\uDBFF]$/u.test(before) ? 0 : 1
}

const isBetweenParagraphs = (text: string, at: number): boolean =>
  at === 0 || at === text.length || text.startsWith('\n\n', at) || text.endsWith('\n\n', at)

/** A text with something put into a paragraph of it and no letter gone: that is one change. Null where it is not so. */
const insertion = (from: string, to: string): readonly Stretch[] | null => {
  if (from === '' || to.length <= from.length) return null
  const most = alike(from, to, 1)
  const least = from.length - alike(from, to, -1)
  if (least > most) return null
  const places = Array.from({ length: most - least + 1 }, (_, i) => least + i)
  if (to.includes('\n\n') && places.some((at) => isBetweenParagraphs(from, at))) return null
  const addedAt = (at: number): string => to.slice(at, at + to.length - from.length)
  const [best = most] = places.toSorted(
    (a, b) => fitness(from.slice(0, b), addedAt(b)) - fitness(from.slice(0, a), addedAt(a)),
  )
  return [
    ...unchanged(from.slice(0, best)),
    ...changed('words', '', addedAt(best)),
    ...unchanged(from.slice(best)),
  ]
}

/** A paragraph and its new version: word by word, or as a whole where too many of its words are others. */
const within = (from: string, to: string): readonly Stretch[] => {
  if (from === to) return unchanged(from)
  const put = insertion(from, to)
  if (put) return put
  const whole = changed('paragraph', from, to)
  const parts = diffWordsWithSpace(from, to, { timeout: patience })
  if (!parts) return whole
  const kept = parts.flatMap(({ value, added, removed }) => (added || removed ? [] : wordsOf(value))).length
  const most = Math.max(wordsOf(from).length, wordsOf(to).length)
  if (kept < most * (1 - mayDiffer)) return whole
  return merged(
    parts.map(({ value, added, removed }): Stretch => {
      if (!added && !removed) return { same: true, text: value }
      return { same: false, unit: 'words', removed: removed ? value : '', added: added ? value : '' }
    }),
  )
}

const written = (paragraph: Paragraph | null): string => (paragraph ? paragraph.gap + paragraph.text : '')

/**
 * Where a text begins with paragraphs that the other lacks, each has its blank lines behind it instead of before it:
 * then any of them can be taken without the others.
 */
const gapsBehind = (aligned: readonly Aligned[]): readonly Aligned[] => {
  const first = aligned.findIndex(({ from, to }) => from && to)
  const alone = aligned.slice(0, Math.max(0, first))
  const side = alone.every(({ from }) => from) ? 'from' : 'to'
  if (alone[0]?.[side]?.gap !== '' || !alone.every((each) => each[side])) return aligned
  return aligned.map((each, i): Aligned => {
    const own = each[side]
    if (!own || i > first) return each
    const behind = i < first ? (aligned[i + 1]?.[side]?.gap ?? '') : ''
    return { ...each, [side]: { gap: '', text: own.text + behind } }
  })
}

const ofPair = ({ from, to }: Aligned): readonly Stretch[] => {
  if (!from || !to) return changed('paragraph', written(from), written(to))
  const gap = from.gap === to.gap ? unchanged(from.gap) : changed('words', from.gap, to.gap)
  return [...gap, ...within(from.text, to.text)]
}

const together = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const last = found.at(-1)
    if (stretch.same && last?.same) found.splice(-1, 1, { same: true, text: last.text + stretch.text })
    else found.push(stretch)
  }
  return found
}

/**
 * What changes from one text to another, paragraph by paragraph and in those that stay themselves word by word. Letters
 * are never lost: see `textWith`. What is put into a paragraph is one change, however much it is.
 */
export const textChanges = (from: string, to: string): readonly Stretch[] =>
  insertion(from, to) ??
  together(gapsBehind(alignParagraphs(paragraphsOf(from), paragraphsOf(to))).flatMap(ofPair))

/** The text with those changes made whose number `isTaken` says yes to, from 0; with none it is the first text. */
export const textWith = (stretches: readonly Stretch[], isTaken: (change: number) => boolean): string => {
  let change = -1
  return stretches
    .map((stretch) => {
      if (stretch.same) return stretch.text
      change += 1
      return isTaken(change) ? stretch.added : stretch.removed
    })
    .join('')
}

/** How many changes there are. */
export const changeCount = (stretches: readonly Stretch[]): number =>
  stretches.filter(({ same }) => !same).length
