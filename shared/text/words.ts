const thai = new Intl.Segmenter('th', { granularity: 'word' })

const letterOrDigit = /[\p{L}\p{N}]/u
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰ]/u
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const unspacedRun = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{M}]+/uy

/** Where a link leads, its title, footnote labels: written, but not read as words. */
const unread = [
  /\]\((?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/gu,
  /\[\^[^\]\s[]+\]:?/gu,
] as const

const listNumber = /^[ \t>]*\d{1,9}[.)](?=\s|$)/gmu

const readable = (text: string): string => {
  const linked = text.includes('](') ? text.replace(unread[0], ']') : text
  const noted = linked.includes('[^') ? linked.replace(unread[1], '') : linked
  const plain = noted.includes('&') ? noted.replace(/&nbsp;/gu, ' ').replace(/&#?\w{1,31};/gu, '') : noted
  return plain.replace(listNumber, '')
}

type Kind = 'space' | 'letter' | 'ideograph' | 'unspaced' | 'other'

const kindOf = (character: string): Kind => {
  if (/\s/u.test(character)) return 'space'
  if (ideograph.test(character)) return 'ideograph'
  if (unspaced.test(character)) return 'unspaced'
  return letterOrDigit.test(character) ? 'letter' : 'other'
}

const ascii = Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)))

const wordsInRun = (run: string): number => {
  let words = 0
  for (const { isWordLike } of thai.segment(run)) if (isWordLike) words += 1
  return words
}

const runEnd = (text: string, from: number): number => {
  unspacedRun.lastIndex = from
  return unspacedRun.test(text) ? unspacedRun.lastIndex : from + 1
}

/**
 * The words of a plain text or a Markdown source, by the convention of word processors: every run between white space
 * that holds a letter or digit is one ("well-known" is one, "—" is none); every Han, Hiragana or Katakana character is
 * one by itself; Thai, Lao and Khmer are split by their dictionaries. Link targets, footnote labels and the numbers of
 * list items are not counted.
 */
export const countWords = (text: string): number => {
  const source = readable(text)
  let words = 0
  let counted = false
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at)
    const point = code < 128 ? code : (source.codePointAt(at) ?? code)
    const kind = ascii[point] ?? kindOf(String.fromCodePoint(point))
    if (point > 0xffff) at += 1
    if (kind === 'letter') {
      if (!counted) words += 1
      counted = true
    } else if (kind === 'space') counted = false
    else if (kind === 'ideograph') {
      words += 1
      counted = false
    } else if (kind === 'unspaced') {
      const end = runEnd(source, at)
      words += wordsInRun(source.slice(at, end))
      at = end - 1
      counted = false
    }
  }
  return words
}
