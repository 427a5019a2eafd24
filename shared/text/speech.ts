/** A stretch between quotation marks: `from` to `to` with its marks, and whether somebody says it. */
export type Quoted = { readonly from: number; readonly to: number; readonly spoken: boolean }

const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '「': '」',
  '『': '』',
  '"': '"＂',
}

const letter = /[\p{L}\p{N}]/u
const dashed = /^[—–―]\s?[\p{L}«“"¿¡]/u

/** Marks that leave a paragraph open when it ends: who speaks goes on in the next one. */
const mayStayOpen = '“"«「'

/** Where the mark that closes stands, or −1; an apostrophe closes nothing. */
const closing = (text: string, marks: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const mark = text.charAt(at)
    if (marks.includes(mark) && !(mark === '’' && letter.test(text.charAt(at + 1)))) return at
  }
  return -1
}

/** Speech ends in a stop or a comma of its own, or stands behind a colon or before the comma of who says it. */
const isSpoken = (text: string, from: number, to: number): boolean => {
  const inner = text.slice(from + 1, to).replace(/[”’»」』"“\s]{1,9}$/u, '')
  if (!letter.test(inner)) return false
  if (/[.!?…,，。！？—–-]$/u.test(inner)) return true
  const before = text.slice(Math.max(0, from - 2), from).trimEnd()
  return /[:：]$/u.test(before) || (/[„«»]/u.test(text.charAt(from)) && text.charAt(to + 1) === ',')
}

const inParagraph = (text: string, start: number): readonly Quoted[] => {
  if (dashed.test(text)) return [{ from: start, to: start + text.length, spoken: true }]
  const found: Quoted[] = []
  const hopeless = new Set<string>()
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at)
    const marks = closers[mark]
    if (marks === undefined || hopeless.has(mark)) continue
    if (mark === '‘' && letter.test(text.charAt(at - 1))) continue
    const end = closing(text, marks, at + 1)
    if (end < 0) hopeless.add(mark)
    if (end < 0 && !mayStayOpen.includes(mark)) continue
    const to = end < 0 ? text.length : end + 1
    const closed = end < 0 ? to : end
    found.push({ from: start + at, to: start + to, spoken: isSpoken(text, at, closed) })
    at = to - 1
  }
  return found
}

/**
 * What stands between quotation marks in a plain text, in order: of the kinds that English, German, French, Chinese and
 * Japanese use, and paragraphs that begin with a dash. Apostrophes are no quotation marks; none reaches over a paragraph.
 */
export const quotedIn = (text: string): readonly Quoted[] => {
  const found: Quoted[] = []
  let start = 0
  for (const paragraph of text.split('\n\n')) {
    found.push(...inParagraph(paragraph, start))
    start += paragraph.length + 2
  }
  return found
}

/** A plain text with what is said or quoted in it blotted out: every other letter keeps its place. */
export const withoutQuoted = (text: string): string => {
  let told = ''
  let last = 0
  for (const { from, to } of quotedIn(text)) {
    told += text.slice(last, from) + ' '.repeat(to - from)
    last = to
  }
  return told + text.slice(last)
}
