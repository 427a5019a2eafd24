/** What a stretch of lines is, judged by its first line alone; enough to tell where sentences can stand. */
export type BlockKind = 'text' | 'item' | 'heading' | 'table' | 'code' | 'rule'

/** A block of Markdown source or a paragraph of plain text: `from` to `to`, white space at either end left out. */
export type Block = {
  readonly kind: BlockKind
  readonly from: number
  readonly to: number
  /** False where the block breaks off: a fence without its end, a table row without its last bar. */
  readonly ended: boolean
}

const line = /[^\r\n]*(?:\r\n|\r|\n|$)/uy
const fence = /^\s*(?:[-+*]\s+|\d{1,9}[.)]\s+|>\s?)*(`{3,}|~{3,})/u

const kindOfLine = (text: string): BlockKind | 'blank' | 'more' => {
  const trimmed = text.trim()
  if (trimmed === '') return 'blank'
  if (fence.test(text)) return 'code'
  if (/^#{1,6}(?:\s|$)/u.test(trimmed)) return 'heading'
  if (/^([-*_=])(?:\s*\1){2,}$/u.test(trimmed)) return 'rule'
  if (/^(?:[-+*]|\d{1,9}[.)])\s/u.test(trimmed)) return 'item'
  return trimmed.startsWith('|') ? 'table' : 'more'
}

const opens = (kind: BlockKind | 'more', open: Block | undefined): boolean => {
  if (!open || kind === 'heading' || kind === 'rule' || kind === 'code' || kind === 'item') return true
  if (kind === 'table') return open.kind !== 'table'
  return open.kind !== 'text' && open.kind !== 'item'
}

const grown = (text: string, open: Block, to: number): Block => {
  const end = open.from + text.slice(open.from, to).trimEnd().length
  return { ...open, to: end, ended: open.kind !== 'table' || text[end - 1] === '|' }
}

/** The end of the fenced code that begins at `from`: behind its closing fence, or the end of the text. */
const codeEnd = (text: string, from: number, mark: string): Pick<Block, 'to' | 'ended'> => {
  const closing = new RegExp(`^[ \\t>]*${mark.charAt(0)}{${String(mark.length)},}[ \\t]*$`, 'gmu')
  closing.lastIndex = from
  return closing.test(text) ? { to: closing.lastIndex, ended: true } : { to: text.length, ended: false }
}

/** The blocks of a text in order. Reads lines, not Markdown: quick, and good enough to find sentences in. */
export const blocksOf = (text: string): readonly Block[] => {
  const blocks: Block[] = []
  let open: Block | undefined
  let at = 0
  while (at < text.length) {
    line.lastIndex = at
    const raw = line.exec(text)?.[0] ?? ''
    const next = at + Math.max(1, raw.length)
    const kind = kindOfLine(raw)
    const from = at + raw.length - raw.trimStart().length
    at = next
    if (kind === 'blank') open = undefined
    else if (kind === 'code') {
      const code = codeEnd(text, next, fence.exec(raw)?.[1] ?? '```')
      blocks.push({ kind, from, ...code })
      open = undefined
      at = Math.max(next, code.to)
    } else if (opens(kind, open)) {
      open = grown(text, { kind: kind === 'more' ? 'text' : kind, from, to: next, ended: true }, next)
      blocks.push(open)
    } else if (open) {
      open = grown(text, open, next)
      blocks[blocks.length - 1] = open
    }
  }
  return blocks
}
