import { parse } from 'yaml'
import { headingsOf, type FoundHeading } from './import-headings.ts'
import { countWords } from './text/words.ts'

/** One section of an imported text, in reading order; `depth` 1 is the top. A title or a text may be empty. */
export type ImportedSection = { readonly title: string; readonly depth: number; readonly text: string }

/** An imported text. `front` is its front matter, which belongs to no section. */
export type ImportedText = {
  readonly title: string
  readonly front: string
  readonly sections: readonly ImportedSection[]
}

/** Words that sections have on average at least; headings that would make shorter ones stay in their text. */
const leastWords = 50

const blankLines = /^(?:[ \t]*(?:\r\n|\r|\n))+/u

const trimmed = (text: string): string => text.trimEnd().replace(blankLines, '')

const isFront = (head: string): boolean => {
  try {
    const value: unknown = parse(head)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** A text without the YAML at its front, and that front with its marks; empty where there is none. */
export const splitFront = (source: string): { readonly front: string; readonly text: string } => {
  const text = source.replace(/^\uFEFF/u, '')
  const match = /^---[ \t]*\r?\n(?<head>[\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text)
  return match && isFront(match.groups?.['head'] ?? '')
    ? { front: match[0], text: text.slice(match[0].length) }
    : { front: '', text }
}

const frontTitle = (front: string): string | undefined =>
  /^title[ \t]*:[ \t]*(?<quote>["']?)(?<title>.*?)\k<quote>[ \t]*\r?$/mu.exec(front)?.groups?.['title'] ||
  undefined

/** A first heading that stands above all others, with nothing before it, names the work. */
const wholeOf = (text: string, headings: readonly FoundHeading[]): FoundHeading | undefined => {
  const [first, ...rest] = headings
  const isAlone = first && rest.every(({ level }) => level > first.level)
  return isAlone && text.slice(0, first.from).trim() === '' ? first : undefined
}

type Piece = { readonly heading: FoundHeading | null; readonly text: string }

const cutAt = (source: string, from: number, headings: readonly FoundHeading[]): readonly Piece[] => {
  const starts = [{ heading: null, at: from }, ...headings.map((heading) => ({ heading, at: heading.to }))]
  return starts.map(({ heading, at }, i) => ({
    heading,
    text: trimmed(source.slice(at, headings[i]?.from ?? source.length)),
  }))
}

const meanWords = (pieces: readonly Piece[]): number => {
  const counts = pieces.map(({ text }) => countWords(text)).filter((words) => words > 0)
  return counts.length === 0 ? Infinity : counts.reduce((sum, words) => sum + words, 0) / counts.length
}

/** The headings to cut at: down to the deepest level that still leaves sections of a sensible length. */
const chosen = (source: string, from: number, headings: readonly FoundHeading[]): readonly FoundHeading[] => {
  const levels = [...new Set(headings.map(({ level }) => level))].toSorted((a, b) => a - b)
  const [top = 0] = levels
  const deepest = levels.findLast((level) => {
    const cut = headings.filter((each) => each.level <= level)
    return level === top || meanWords(cutAt(source, from, cut)) >= leastWords
  })
  return headings.filter(({ level }) => level <= (deepest ?? top))
}

/** The pieces as a tree told in order: a heading's own text stands in a section of its own above those below it. */
const nested = (pieces: readonly Piece[]): readonly ImportedSection[] => {
  const open: number[] = []
  return pieces.flatMap(({ heading, text }, i): readonly ImportedSection[] => {
    if (!heading) return text.trim() ? [{ title: '', depth: 1, text }] : []
    while ((open.at(-1) ?? 0) >= heading.level) open.pop()
    open.push(heading.level)
    const depth = open.length
    const next = pieces[i + 1]?.heading?.level ?? 0
    if (next <= heading.level || !text.trim())
      return [{ title: heading.title, depth, text: text.trim() && text }]
    return [
      { title: heading.title, depth, text: '' },
      { title: '', depth: depth + 1, text },
    ]
  })
}

/**
 * Cuts a Markdown or plain text at its headings. What stands before the first one is a section without a title. Every
 * text keeps its bytes, save blank lines at its ends; headings too deep to cut at stay in it. `name` is the title of a
 * text that has none.
 */
export const importText = (source: string, name: string): ImportedText => {
  const { front, text } = splitFront(source)
  const all = headingsOf(text)
  const whole = wholeOf(text, all)
  const headings = chosen(text, whole?.to ?? 0, whole ? all.slice(1) : all)
  return {
    title: whole?.title || frontTitle(front) || name,
    front: front.trim(),
    sections: nested(cutAt(text, whole?.to ?? 0, headings)),
  }
}
