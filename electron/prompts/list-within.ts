import { guessTokens } from '../../shared/text/tokens.ts'

/** One line of a list: what it is, and what is said of it; `whole` is never cropped. */
export type Line = { readonly head: string; readonly text: string; readonly whole?: boolean }

/** Letters of a text that say what it is about; with fewer nothing is said. */
const leastText = 24

/** The beginning of a text, up to so many letters and to the end of a word. */
export const cropped = (text: string, letters: number): string => {
  if (text.length <= letters) return text
  const all = Array.from(text)
  if (all.length <= letters) return text
  const start = all.slice(0, letters).join('')
  return `${/\s/u.test(start) ? start.replace(/\s+\S*$/u, '') : start} …`
}

/** Letters by which texts are cropped at a time. */
const stride = 4

/** A list in so many tokens: its texts cropped alike, as little as will do; null where not even their beginnings fit. */
export const listWithin = (lines: readonly Line[], room: number): string | null => {
  const longest = Math.max(leastText, ...lines.map(({ text }) => text.length))
  const written = (steps: number): string =>
    lines
      .map(({ head, text, whole }) => `${head}: ${whole ? text : cropped(text, longest - steps * stride)}`)
      .join('\n')
  const fits = (list: string): boolean => guessTokens(list) <= room
  const whole = written(0)
  if (fits(whole)) return whole
  let [tooFew, enough] = [0, Math.ceil((longest - leastText) / stride)]
  if (!fits(written(enough))) return null
  while (enough - tooFew > 1) {
    const between = Math.floor((tooFew + enough) / 2)
    if (fits(written(between))) enough = between
    else tooFew = between
  }
  return written(enough)
}

/** A list in so many tokens: its texts cropped alike, or its heads alone; null where those do not fit. */
export const headsWithin = (lines: readonly Line[], room: number): string | null => {
  const list = listWithin(lines, room)
  if (list !== null) return list
  const heads = lines.map(({ head, text, whole }) => (whole ? `${head}: ${text}` : head)).join('\n')
  return guessTokens(heads) <= room ? heads : null
}
