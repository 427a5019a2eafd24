import { isInCode } from './code-spans.ts'
import { isGiven, type Sighting } from './sighting.ts'

/** The words of a heading without its marks, numbers of lists and letter case. */
export const bareHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A line that is a heading: with number signs, or in bold and alone. */
const headingLine =
  /(?<=^|\n) {0,3}(?:#{1,6}[ \t]+(?<marked>[^\n]+)|\*\*(?<bold>[^*\n]+)\*\*:?[ \t]*)(?=\n)/gu

/** What headings tell that a text is of another section: the titles of the others, and how sections are numbered. */
export type Titles = {
  readonly own: string
  readonly others: ReadonlySet<string>
  /** The units by name and number; null where sections are not numbered. */
  readonly unit: { readonly label: string; readonly number: number; readonly count: number } | null
}

/** The unit a heading names, "Chapter 3" say; null for others, and for a heading that only begins so. */
const namedUnit = (heading: string, { unit }: Titles): number | null => {
  if (!unit) return null
  const label = `${bareHeading(unit.label)} `
  const named = heading.startsWith(label) ? Number(heading.slice(label.length).split(' ', 1)[0]) : 0
  return named >= 1 && named <= unit.count ? named : null
}

/** Whether a heading is that of another section of the work. */
const isOthers = (heading: string, titles: Titles): boolean => {
  const bare = bareHeading(heading)
  if (bare === '' || bare === bareHeading(titles.own)) return false
  const named = namedUnit(bare, titles)
  if (named !== null) return named !== titles.unit?.number
  return titles.others.has(bare)
}

/** Sees the heading of another section: the model writes the wrong one, or goes on with the next. */
export const otherSectionSeen = (text: string, from: number, titles: Titles, given = ''): Sighting | null => {
  const start = text.lastIndexOf('\n', Math.max(0, from - 300)) + 1
  for (const { index, groups } of text.slice(start).matchAll(headingLine)) {
    const heading = (groups?.['marked'] ?? groups?.['bold'] ?? '').trim()
    if (!isOthers(heading, titles) || isInCode(text, start + index) || isGiven(given, heading)) continue
    const sentence = `The text goes over to another section: "${heading.slice(0, 80)}".`
    return { at: start + index, fault: { code: 'reply-strays', sentence } }
  }
  return null
}
