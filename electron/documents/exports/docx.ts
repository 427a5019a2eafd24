import {
  AlignmentType,
  Document,
  Footer,
  PageNumber,
  Packer,
  Paragraph,
  TableOfContents,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx'
import type { RootContent } from 'mdast'
import { compose, type Composition } from './compose.ts'
import { blocks, headingOf } from './docx/blocks.ts'
import { numberingFor } from './docx/numbering.ts'
import { pageNumbersFor } from './docx/page-numbers.ts'
import { paragraph } from './docx/paragraph.ts'
import { insideNote, runningText } from './docx/place.ts'
import { openPress, type Press } from './docx/press.ts'
import { stylesFor } from './docx/styles.ts'
import type { ExportFormat } from './export-format.ts'
import { wordingOf } from './language.ts'
import { pageSizeOf, type PageSize } from './layout.ts'

/** Twips: A4 is 210 × 297 mm, Letter 8.5 × 11 inches; an inch of margin all round. */
const pages = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } } as const
const margin = 1440

type Child = ISectionOptions['children'][number]

/** The depth down to which sections begin on a new page: in a novel that of the chapters, in a report none. */
const pageDepth = ({ layout, parts }: Composition): number =>
  layout === 'novel'
    ? Math.min(...parts.filter(({ blocks: text }) => text.length > 0).map(({ depth }) => depth))
    : 0

const bodyOf = (press: Press): readonly (Paragraph | Table)[] => {
  const { parts } = press.composition
  const newPage = pageDepth(press.composition)
  return parts.flatMap(({ heading, depth, setOff, blocks: settled }) => [
    ...(heading ? [headingOf(heading, runningText, press, depth <= newPage)] : []),
    ...(setOff ? blocks([{ type: 'thematicBreak' }], runningText, press) : []),
    ...blocks(
      settled.flatMap(({ nodes }) => nodes),
      runningText,
      press,
    ),
  ])
}

/** Contents stand in reports of three sections or more. */
const hasContents = ({ layout, parts }: Composition): boolean =>
  layout === 'report' && parts.filter(({ heading }) => heading).length >= 3

const frontOf = (press: Press): readonly Child[] => {
  const { title, language } = press.composition
  const heading = paragraph({ style: 'Title' }, [new TextRun(title)], title, press)
  if (!hasContents(press.composition)) return [heading]
  const { contents } = wordingOf(language)
  return [
    heading,
    paragraph({ style: 'TOCHeading' }, [new TextRun(contents)], contents, press),
    new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-3' }),
  ]
}

/** A note's blocks with the space that keeps its number from its first word. */
const spaced = ([first, ...rest]: readonly RootContent[]): readonly RootContent[] => {
  const space = { type: 'text', value: ' ' } as const
  return first?.type === 'paragraph'
    ? [{ ...first, children: [space, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: [space] }, ...(first ? [first] : []), ...rest]
}

const notesOf = (press: Press): Record<string, { children: readonly Paragraph[] }> => {
  const entries = [...press.numbers].map(([identifier, number]) => {
    const note = press.composition.notes.get(identifier)?.children ?? []
    const children = blocks(spaced(note), insideNote, press).filter((block) => block instanceof Paragraph)
    return [String(number), { children }] as const
  })
  return Object.fromEntries(entries)
}

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 20 })],
      }),
    ],
  })

const documentOf = (composition: Composition, page: PageSize): Document => {
  const press = openPress(composition, pages[page].width - 2 * margin)
  const children = [...frontOf(press), ...bodyOf(press)]
  return new Document({
    title: composition.title.slice(0, 255).toWellFormed(),
    creator: '',
    lastModifiedBy: '',
    styles: stylesFor(composition),
    footnotes: notesOf(press),
    numbering: { config: numberingFor(press) },
    ...(hasContents(composition) ? pageNumbersFor(composition) : {}),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: pages[page],
            margin: { top: margin, right: margin, bottom: margin, left: margin },
            // A novel's title page is not counted: its first chapter begins on page 1.
            ...(composition.layout === 'novel' ? { pageNumbers: { start: 0 } } : {}),
          },
        },
        footers: { default: footer(), first: new Footer({ children: [new Paragraph('')] }) },
        children,
      },
    ],
  })
}

/**
 * A Word document with real styles, lists, tables and footnotes. Novels are set as manuscripts are sent to editors,
 * everything else as a report with contents. Links carry only http, https and mailto; nothing is embedded or fetched.
 * The file bears the moment it was made, and no author.
 */
export const docx = {
  id: 'docx',
  extension: 'docx',
  name: 'Word',
  write: async (manuscript, { page, citations }) => {
    const composition = compose(manuscript, citations)
    const made = documentOf(composition, page ?? pageSizeOf(composition.language))
    return new Uint8Array(await Packer.toArrayBuffer(made))
  },
} as const satisfies ExportFormat
