import { BorderStyle, LineRuleType, type ICharacterStyleOptions, type IParagraphStyleOptions } from 'docx'
import type { Face } from './faces.ts'
import { quoteStep } from './place.ts'

const { AUTO, EXACT } = LineRuleType
const monospaced = { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Courier New' } as const
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'D5D1C6' } as const
const framed = { ...hairline, space: 4 }

/** Code within a line. */
export const codeText: ICharacterStyleOptions = {
  id: 'CodeText',
  name: 'Verbatim Char',
  run: { font: monospaced, noProof: true },
}

const tableOfContents = (face: Face): readonly IParagraphStyleOptions[] =>
  [0, 1, 2].map((level) => ({
    id: `TOC${String(level + 1)}`,
    name: `toc ${String(level + 1)}`,
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 39,
    paragraph: {
      spacing: { before: level === 0 ? 80 : 0, after: 40, line: 264, lineRule: AUTO },
      indent: { left: level * 300, firstLine: 0 },
    },
    run: { size: face.size },
  }))

const body = (face: Face): readonly IParagraphStyleOptions[] => [
  {
    id: 'BodyText',
    name: 'Body Text',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      spacing: { line: face.line, lineRule: AUTO, after: face.after },
      indent: { firstLine: face.firstLine },
    },
  },
  {
    id: 'FirstParagraph',
    name: 'First Paragraph',
    basedOn: 'BodyText',
    next: 'BodyText',
    quickFormat: true,
    paragraph: { indent: { firstLine: 0 } },
  },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'BodyText',
    quickFormat: true,
    paragraph: { indent: { left: quoteStep, right: quoteStep, firstLine: 0 } },
  },
]

/** The paragraph styles that are not Word's own defaults, so that a writer can change each in one place. */
export const paragraphStyles = (face: Face): readonly IParagraphStyleOptions[] => [
  ...body(face),
  {
    id: 'SceneBreak',
    name: 'Scene Break',
    basedOn: 'Normal',
    next: 'FirstParagraph',
    paragraph:
      face.firstLine > 0
        ? { alignment: 'center', spacing: { line: face.line, lineRule: AUTO }, keepNext: true }
        : { border: { bottom: hairline }, spacing: { before: 120, after: 240, line: 120, lineRule: EXACT } },
  },
  {
    id: 'SourceCode',
    name: 'Source Code',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      spacing: { before: 120, after: 200, line: 252, lineRule: AUTO },
      shading: { fill: 'F6F4EE' },
      border: { top: framed, bottom: framed, left: framed, right: framed },
      indent: { left: 100, right: 100, firstLine: 0 },
    },
    run: { font: monospaced, size: 19, noProof: true },
  },
  {
    id: 'Bibliography',
    name: 'Bibliography',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      spacing: { line: face.line, lineRule: AUTO, after: 120 },
      indent: { left: quoteStep, hanging: quoteStep },
    },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { line: 252, lineRule: AUTO } },
    run: { size: Math.min(face.size, 20) },
  },
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    paragraph: { spacing: { line: 200, lineRule: EXACT } },
  },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { keepNext: true, spacing: { before: 240, after: 120, line: 264, lineRule: AUTO } },
    run: { size: 28, bold: true, color: face.ink },
  },
  ...tableOfContents(face),
]
