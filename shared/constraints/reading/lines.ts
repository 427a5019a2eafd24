/** A line of a brief without its list mark: where its words begin and end, how it is indented, and what marks it. */
export type Line = {
  readonly from: number
  readonly to: number
  readonly indent: number
  readonly mark: 'none' | 'heading' | 'bullet' | 'number' | 'inline'
  readonly afterBlank: boolean
}

const heading = /^[ \t>]*#{1,6}[ \t]+/u
const bullet =
  /^[ \t>]*(?:[-*+–—•·▪◦●○►▶✓✔☐■★☆✗✘][ \t]+|[-•·▪◦●○►▶✓✔☐■★☆✗✘](?=[\p{L}"“'‘])|\p{Extended_Pictographic}️?[ \t]*)(?:\[[ xX]?\][ \t]*)?/u
const number =
  /^[ \t>]*(?:[(（]?\d{1,3}(?:\.\d{1,3})*[.)）:、．]+(?![\d/])|\d{1,2}\.\d{1,2}(?=[ \t]+[\p{Lu}'"“‘])|[(（]?[a-zA-Z][)）.](?=[ \t])|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,2}[、，])[ \t]*/u
const inline = /(?<=^|[\s.:;,。；：])[(（]?\d{1,2}[)）](?=\s*[^\s\d.,;:)])/gu

const markOf = (line: string): readonly [Line['mark'], number] => {
  const head = heading.exec(line)
  if (head) return ['heading', head[0].length]
  const point = bullet.exec(line)
  if (point) return ['bullet', point[0].length]
  const first = number.exec(line)
  if (!first) return ['none', /^[ \t>]*/u.exec(line)?.[0].length ?? 0]
  const second = number.exec(line.slice(first[0].length))
  return ['number', first[0].length + (second?.[0].length ?? 0)]
}

const indentOf = (line: string): number => {
  let indent = 0
  for (const character of line) {
    if (character === '\t') indent += 4
    else if (character === ' ' || character === '\u3000') indent += 1
    else break
  }
  return indent
}

/** Whether a bracket is open before `at`: "(0, 7)" holds no list number. */
const within = (body: string, at: number): boolean => {
  const near = body.slice(Math.max(0, at - 80), at)
  return near.lastIndexOf('(') > near.lastIndexOf(')') || near.lastIndexOf('（') > near.lastIndexOf('）')
}

const cut = (text: string, from: number, to: number): readonly [number, number] => {
  const piece = text.slice(from, to)
  return [to - piece.trimStart().length, from + piece.trimEnd().length]
}

type Marked = Pick<Line, 'mark' | 'indent'>

/** The list mark that stands alone on a line, its words on the next; null for any other line. */
const loneMark = (source: string): Marked | null => {
  const [mark, skip] = markOf(source)
  const alone = mark !== 'none' && mark !== 'heading' && !source.slice(skip).trim()
  return alone ? { mark, indent: indentOf(source) } : null
}

/** One line, cut in two or more where list numbers stand within it ("… as follows: 1) … 2) …"). */
const pieces = (
  text: string,
  start: number,
  end: number,
  afterBlank: boolean,
  above: Marked | null,
): readonly Line[] => {
  const source = text.slice(start, end)
  const [own, skip] = markOf(source)
  const { mark, indent } = own === 'none' && above ? above : { mark: own, indent: indentOf(source) }
  const body = source.slice(skip)
  const cuts = [...body.matchAll(inline)].filter(({ index }) => index > 0 && !within(body, index))
  const out: Line[] = []
  let at = start + skip
  const push = (to: number, inside: boolean): void => {
    const [from, till] = cut(text, at, to)
    if (from >= till) return
    const kind = inside ? 'inline' : mark
    out.push({
      from,
      to: till,
      indent: inside ? indent + 1 : indent,
      mark: kind,
      afterBlank: afterBlank && !inside,
    })
  }
  for (const [i, { 0: enumerator, index }] of cuts.entries()) {
    push(start + skip + index, i > 0)
    at = start + skip + index + enumerator.length
  }
  push(end, cuts.length > 0)
  return out
}

const goesOn = (text: string, line: Line, next: Line): boolean => {
  if (next.mark !== 'none' || next.afterBlank || line.mark === 'heading' || text[next.from] === '|')
    return false
  const said = text.slice(Math.max(line.from, line.to - 60), line.to)
  if (/[.!?:;。！？：；]["'”’)]?$/u.test(said)) return false
  const opening = text.slice(next.from, next.from + 2)
  return (
    (/^[\p{Ll}(]/u.test(opening) && said.length >= 35) ||
    (said.length >= 50 && !/\s{2}$/u.test(said)) ||
    said.endsWith(',')
  )
}

/** The lines of a text, list marks taken off, wrapped lines joined, list numbers within a line made lines of their own. */
export const linesOf = (text: string): readonly Line[] => {
  const out: Line[] = []
  let blank = false
  let above: Marked | null = null
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    const source = text.slice(start, end)
    const alone = loneMark(source)
    if (alone) above = alone
    else if (source.trim()) {
      for (const line of pieces(text, start, end, blank, above)) {
        const last = out.at(-1)
        if (last && goesOn(text, last, line)) out[out.length - 1] = { ...last, to: line.to }
        else out.push(line)
      }
      above = null
      blank = false
    } else blank = true
    start = end + 1
  }
  return out
}
