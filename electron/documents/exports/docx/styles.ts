import { LineRuleType, type IStylesOptions } from 'docx'
import { regionalTag } from '../language.ts'
import { faces, type Face } from './faces.ts'
import type { Composition } from '../compose.ts'
import { codeText, paragraphStyles } from './paragraph-styles.ts'

const { AUTO } = LineRuleType
const eastAsian = new Set(['ja', 'ko', 'zh'])

/** A face that word processors have for the East Asian characters of a language. */
const eastAsianFace = (language: string): string => {
  const { language: primary, script } = new Intl.Locale(language).maximize()
  if (primary === 'ja') return 'MS Mincho'
  if (primary === 'ko') return 'Batang'
  return script === 'Hant' ? 'PMingLiU' : 'SimSun'
}

const languagesOf = (language: string) => {
  const tag = regionalTag(language)
  const east = eastAsian.has(new Intl.Locale(language).language)
  return { value: east ? 'en-US' : tag, bidirectional: tag, ...(east ? { eastAsia: tag } : {}) }
}

const fontOf = (name: string, language: string) => ({
  ascii: name,
  hAnsi: name,
  cs: name === 'Calibri' ? 'Arial' : name,
  eastAsia: eastAsianFace(language),
})

const headingStyle = (face: Face, depth: 1 | 2 | 3 | 4 | 5, font: ReturnType<typeof fontOf>) => {
  const { size, before, after, centred } = face.headings[depth - 1] ?? face.headings[4]
  return {
    run: { font, size, sizeComplexScript: size, bold: true, italics: false, color: face.ink },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before, after, line: 264, lineRule: AUTO },
      ...(centred ? { alignment: 'center' as const } : {}),
    },
  }
}

/** All styles of a document: the layout's faces, sizes and spaces, and its language. */
export const stylesFor = ({ layout, language }: Composition): IStylesOptions => {
  const face = faces[layout]
  const heading = fontOf(face.heading, language)
  const title = face.title
  return {
    default: {
      document: {
        run: {
          font: fontOf(face.body, language),
          size: face.size,
          sizeComplexScript: face.size,
          language: languagesOf(language),
        },
        paragraph: { spacing: { line: face.line, lineRule: AUTO, after: 0 } },
      },
      title: {
        run: { font: heading, size: title.size, sizeComplexScript: title.size, bold: true, color: face.ink },
        paragraph: {
          spacing: { before: title.before, after: title.after, line: 264, lineRule: AUTO },
          keepLines: true,
          ...(title.centred ? { alignment: 'center' as const } : {}),
        },
      },
      heading1: headingStyle(face, 1, heading),
      heading2: headingStyle(face, 2, heading),
      heading3: headingStyle(face, 3, heading),
      heading4: headingStyle(face, 4, heading),
      heading5: headingStyle(face, 5, heading),
      hyperlink: { run: { color: '2A6F6B', underline: {} } },
      footnoteText: {
        run: { size: 19, sizeComplexScript: 19 },
        paragraph: { spacing: { line: 250, lineRule: AUTO, after: 40 } },
      },
      listParagraph: {
        paragraph: {
          contextualSpacing: true,
          spacing: { line: face.line, lineRule: AUTO, after: face.after },
          indent: { left: 400, firstLine: 0 },
        },
      },
    },
    paragraphStyles: paragraphStyles(face),
    characterStyles: [codeText],
  }
}
