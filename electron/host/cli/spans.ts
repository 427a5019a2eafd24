/** How a piece of text is shown where colours are allowed. */
export type Style = 'plain' | 'dim' | 'good' | 'bad' | 'warn'

/** A piece of a line; its text may come from anywhere, and is made harmless when it is shown. */
export type Span = string | { readonly text: string; readonly style: Style }
export type Line = readonly Span[]

const codes: Readonly<Record<Style, string>> = { plain: '', dim: '2', good: '32', bad: '31', warn: '33' }

const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const controls = /[\p{Cc}\u2028\u2029]+/gu

/**
 * Text that moves no cursor and changes no setting of a terminal: runs of control characters (C0, DEL, C1, line and
 * paragraph separators) become one space, marks of writing direction go, broken surrogates are replaced.
 */
export const harmless = (text: string): string =>
  text.toWellFormed().replace(direction, '').replace(controls, ' ')

const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u
const widePunctuation = /[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u
const graphemes = new Intl.Segmenter()

const cellsOf = (grapheme: string): number =>
  wide.test(grapheme) || widePunctuation.test(grapheme) ? 2 : /^\p{M}|^\p{Cf}/u.test(grapheme) ? 0 : 1

/** The cells of a terminal that a harmless text takes; a guess for rare scripts. */
export const widthOf = (text: string): number =>
  /^[ -~]*$/.test(text)
    ? text.length
    : [...graphemes.segment(text)].reduce((sum, { segment }) => sum + cellsOf(segment), 0)

/** The text cut to so many cells, with an ellipsis where something is missing. */
export const cutTo = (text: string, cells: number): string => {
  if (widthOf(text) <= cells) return text
  let kept = ''
  let room = cells - 1
  for (const { segment } of graphemes.segment(text)) {
    room -= cellsOf(segment)
    if (room < 0) break
    kept += segment
  }
  return cells < 1 ? '' : `${kept}…`
}

/** The text cut or filled up with spaces to exactly so many cells. */
export const fitTo = (text: string, cells: number): string => {
  const cut = cutTo(harmless(text), cells)
  return cut + ' '.repeat(Math.max(0, cells - widthOf(cut)))
}

const spanText = (span: Span): string => harmless(typeof span === 'string' ? span : span.text)

const painted = (span: Span, text: string): string => {
  const code = typeof span === 'string' ? '' : codes[span.style]
  return code && text ? `\u001b[${code}m${text}\u001b[0m` : text
}

/** A line as it is written, without its end: harmless, in colours if asked, cut to `cells` if given. */
export const render = (
  line: Line,
  options: { readonly colour: boolean; readonly cells?: number },
): string => {
  let room = options.cells ?? Infinity
  return line
    .map((span) => {
      const whole = spanText(span)
      const text = room === Infinity ? whole : cutTo(whole, room)
      room -= room === Infinity ? 0 : widthOf(text)
      return options.colour ? painted(span, text) : text
    })
    .join('')
}
