/** A text without its typography, and for every UTF-16 unit of it the place in the original that it stands for. */
export type Folded = {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Letters that stay as they are; else what composes under NFC: a letter with its marks, a Hangul syllable's parts. */
const cluster =
  /[a-zA-Z0-9.,;:!?]+(?!\p{M})|[\uac00-\ud7a3]?[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7fb]+|\P{M}\p{M}*|\p{M}+/gsu

const plainRun = /^[a-zA-Z0-9.,;:!?]+$/u
const unseen = /^[\u00ad\u200b\u2060\ufeff*`]$/u
const dash = /^[-‐‑‒–—―−﹘﹣－]$/u
const doubleQuote = /^[“”„‟«»＂〝〞〟]$/u
const singleQuote = /^[‘’‚‛‹›′ʼ＇]$/u
const word = /^[\p{L}\p{N}]/u
const marked = /^[\\_~]$/u

/** Whether `\`, `_` or `~` at `at` is markup rather than text. */
const isMark = (text: string, at: number): boolean => {
  const [mark, before = '', after = ''] = [text[at], text[at - 1], text[at + 1]]
  if (mark === '\\') return /[!-/:-@[-`{-~]/u.test(after)
  if (mark === '~') return before === '~' || after === '~'
  return !word.test(before) || !word.test(after)
}

const foldCluster = (text: string, at: number, piece: string): string => {
  if (plainRun.test(piece)) return piece
  if (piece === ' ' || /^\s+$/u.test(piece)) return ' '
  if (unseen.test(piece) || (marked.test(piece) && isMark(text, at))) return ''
  if (dash.test(piece)) return '-'
  if (doubleQuote.test(piece)) return '"'
  if (singleQuote.test(piece)) return "'"
  return piece === '…' ? '...' : piece.normalize('NFC')
}

const lowered = (piece: string): string => (piece === 'ς' ? 'σ' : piece.toLowerCase())

/**
 * Folds away what typography may change: kinds of quotes and dashes, the ellipsis, runs of white space and of dashes,
 * soft hyphens, Markdown's emphasis marks and escapes, and the composition of letters; with `caseless` letter case too.
 */
export const fold = (text: string, caseless: boolean): Folded => {
  const folded: string[] = []
  const from: number[] = []
  const to: number[] = []
  let last = ''
  for (const { 0: piece, index } of text.matchAll(cluster)) {
    const plain = foldCluster(text, index, piece)
    const end = index + piece.length
    if ((plain === ' ' || plain === '-') && last === plain) {
      to[to.length - 1] = end
    } else if (plain !== '') {
      const cased = caseless ? lowered(plain) : plain
      folded.push(cased)
      const run = plainRun.test(piece)
      for (let unit = 0; unit < cased.length; unit += 1) {
        from.push(run ? index + unit : index)
        to.push(run ? index + unit + 1 : end)
      }
      last = plain
    }
  }
  return { text: folded.join(''), from, to }
}
