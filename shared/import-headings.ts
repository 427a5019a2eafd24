import type { Nodes } from 'mdast'
import { parseMarkdown, plainText } from './text/markdown.ts'

/** A heading in a source: where its lines begin and end, and its level, 1 the highest. */
export type FoundHeading = {
  readonly title: string
  readonly level: number
  readonly from: number
  readonly to: number
}

const number =
  '(?:\\d{1,4}|[ivxlcdm]{1,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|the (?:first|second|third|fourth|fifth|last)|first|second|third|fourth|fifth|last)'

const named = (words: string): RegExp => new RegExp(`^(?:${words})\\s+${number}(?![\\p{L}\\p{N}])`, 'iu')

/** Lines that stand for a heading in plain text, by the level they take. */
const patterns: readonly (readonly [level: number, pattern: RegExp])[] = [
  [2, named('part|book|volume|teil|buch|band|partie|livre|tome|parte|libro')],
  [2, /^第[\d〇零一二三四五六七八九十百千两]+[部卷編编](?:\s|$)/u],
  [3, named('chapter|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|letter|act')],
  [3, /^第[\d〇零一二三四五六七八九十百千两]+[章回話话](?:\s|$)/u],
  [
    3,
    /^(?:prologue|epilogue|preface|foreword|afterword|introduction|conclusion|prolog|epilog|vorwort|nachwort)[.:]?$/iu,
  ],
  [4, named('section|scene|abschnitt|szene|sc[eè]ne|escena')],
  [4, /^第[\d〇零一二三四五六七八九十百千两]+[节節]/u],
]

/** Letters that a heading in plain text, or the line below it, may have. */
const longest = 80

const levelOf = (line: string): number | undefined =>
  line.length > longest ? undefined : patterns.find(([, pattern]) => pattern.test(line))?.[0]

/** A heading that is only its number may have its name on the next line; a sentence is no name. */
const isTitle = (lines: readonly string[]): boolean => {
  const [, second] = lines
  if (lines.length > 2) return false
  return second === undefined || (second.length <= longest && !/[.!?…,;:"”»。！？]$/u.test(second))
}

const span = (node: Nodes): { readonly from: number; readonly to: number } => ({
  from: node.position?.start.offset ?? 0,
  to: node.position?.end.offset ?? 0,
})

const plainHeading = (source: string, node: Nodes): readonly FoundHeading[] => {
  const { from, to } = span(node)
  const lines = source
    .slice(from, to)
    .trim()
    .split(/\s*(?:\r\n|\r|\n)\s*/u)
  const level = levelOf(lines[0] ?? '')
  if (level === undefined || !isTitle(lines)) return []
  return [{ title: lines.join(' ').replace(/\s+/gu, ' '), level, from, to }]
}

const markedHeading = (source: string, node: Nodes): readonly FoundHeading[] => {
  const { from, to } = span(node)
  const level = node.type === 'heading' ? node.depth : 1
  return [{ title: plainText(source.slice(from, to)).replace(/\s+/gu, ' ').trim(), level, from, to }]
}

/**
 * The headings of a text: those of Markdown; where it has one at most, also lines by themselves like "Chapter 1" or
 * "Part Two", as plain text has them.
 */
export const headingsOf = (source: string): readonly FoundHeading[] => {
  const { children } = parseMarkdown(source)
  const isPlain = children.filter(({ type }) => type === 'heading').length <= 1
  return children.flatMap((node): readonly FoundHeading[] => {
    if (node.type === 'heading') return markedHeading(source, node)
    const mayHold = node.type === 'paragraph' || node.type === 'code'
    return isPlain && mayHold ? plainHeading(source, node) : []
  })
}
