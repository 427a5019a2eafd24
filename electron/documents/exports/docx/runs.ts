import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  Tab,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import type { Nodes } from 'mdast'
import { flowing } from '../flowing.ts'
import { safeUrl } from '../safe-url.ts'
import type { Press } from './press.ts'

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'style'>

const rightToLeftLetter = String.raw`[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`
const rightToLeftRun = new RegExp(`(${rightToLeftLetter}(?:[^\\p{L}]*${rightToLeftLetter}|\\p{M})*)`, 'u')
const firstLetter = new RegExp(`(?<rtl>${rightToLeftLetter})|\\p{L}`, 'u')

/** Whether a text is read from the right: by its first letter, or by `otherwise` where it has none. */
export const readsFromRight = (text: string, otherwise: boolean): boolean => {
  const match = firstLetter.exec(text)
  return match ? match.groups?.['rtl'] !== undefined : otherwise
}

/** Runs of one look, those in a right-to-left script marked as such. Tabs stay tabs, line ends become breaks. */
const lettered = (text: string, look: Look): readonly TextRun[] =>
  text.split(rightToLeftRun).flatMap((piece, at) => {
    if (piece === '') return []
    const lines = piece
      .split('\n')
      .map((line) => line.split('\t').flatMap((cell, tab) => (tab ? [new Tab(), cell] : [cell])))
    return lines.map(
      (children, line) =>
        new TextRun({
          ...look,
          children,
          ...(line ? { break: 1 } : {}),
          ...(at % 2 ? { rightToLeft: true } : {}),
        }),
    )
  })

/** The runs of a block of code, line by line. */
export const codeRuns = (code: string): readonly TextRun[] => lettered(code.replace(/\r\n?/g, '\n'), {})

/** A note called a second time, and a note inside a note, is only its number: a DOCX note has one place. */
const noteRun = (identifier: string, press: Press): TextRun | FootnoteReferenceRun => {
  const { number, first } = press.callNote(identifier)
  return first
    ? new FootnoteReferenceRun(number)
    : new TextRun({ text: String(number), style: 'FootnoteReference' })
}

const runsOf = (node: Nodes, look: Look, press: Press): readonly ParagraphChild[] => {
  switch (node.type) {
    case 'emphasis':
      return runs(node.children, { ...look, italics: !look.italics }, press)
    case 'strong':
      return runs(node.children, { ...look, bold: true }, press)
    case 'delete':
      return runs(node.children, { ...look, strike: true }, press)
    case 'inlineCode':
      return lettered(node.value, { ...look, style: 'CodeText' })
    case 'citation':
      return lettered(`[${node.value}]`, look)
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'footnoteReference':
      return [noteRun(node.identifier, press)]
    case 'link': {
      const link = safeUrl(node.url)
      const children = runs(node.children, link === null ? look : { ...look, style: 'Hyperlink' }, press)
      return link === null || children.length === 0 ? children : [new ExternalHyperlink({ link, children })]
    }
    default:
      if ('children' in node) return runs(node.children, look, press)
      return 'value' in node ? lettered(flowing(node.value), look) : []
  }
}

/** The runs of phrases, in one look that nested emphasis adds to. */
export const runs = (nodes: readonly Nodes[], look: Look, press: Press): readonly ParagraphChild[] =>
  nodes.flatMap((node) => runsOf(node, look, press))
