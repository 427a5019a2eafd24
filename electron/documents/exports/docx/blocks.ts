import { HeadingLevel, type IParagraphOptions, type Paragraph, type Table, TextRun } from 'docx'
import type { Heading, List, ListItem, Nodes, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { paragraph } from './paragraph.ts'
import { indentOf, listStep, styleAt, type Place } from './place.ts'
import type { Press } from './press.ts'
import { codeRuns, runs } from './runs.ts'
import { tableOf } from './tables.ts'

type Block = Paragraph | Table

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

const indentAt = (place: Place): IParagraphOptions => {
  const left = indentOf(place)
  return left > 0 ? { indent: { left, firstLine: 0 } } : {}
}

/** A heading in the style of its depth below the title; inside notes and cells it is a bold line. */
export const headingOf = (node: Heading, place: Place, press: Press, pageBreakBefore: boolean): Paragraph => {
  const inText = place.in === 'text'
  const heading = headings[Math.max(0, node.depth - 2)] ?? HeadingLevel.HEADING_5
  const options = inText
    ? { heading, ...(pageBreakBefore ? { pageBreakBefore } : {}) }
    : { style: styleAt(place) }
  return paragraph(options, runs(node.children, inText ? {} : { bold: true }, press), toString(node), press)
}

type Marker = { readonly reference: string; readonly instance: number; readonly level: number }

/** An entry of the bibliography, in a style of its own. */
const listed = (children: readonly Nodes[], press: Press): Paragraph => {
  const letters = children.map((node) => toString(node)).join('')
  return paragraph({ style: 'Bibliography' }, runs(children, {}, press), letters, press)
}

const plain = (children: readonly Nodes[], place: Place, press: Press, marker?: Marker): Paragraph => {
  const left = indentOf(place)
  const options: IParagraphOptions = {
    style: marker && place.in === 'text' ? 'ListParagraph' : styleAt(place),
    ...(marker
      ? { numbering: marker, indent: { left, hanging: Math.min(left, listStep) } }
      : indentAt(place)),
    ...(place.loose ? { contextualSpacing: false } : {}),
  }
  const letters = children.map((node) => toString(node)).join('')
  return paragraph(options, runs(children, {}, press), letters, press)
}

/** One item: its first paragraph carries the marker, or an empty one does where the item begins with another block. */
const itemOf = (item: ListItem, marker: Marker, place: Place, press: Press): readonly Block[] => {
  const [first, ...rest] = item.children
  const led = first?.type === 'paragraph'
  return [
    plain(led ? first.children : [], place, press, marker),
    ...blocks(led ? rest : item.children, { ...place, opening: true }, press),
  ]
}

const listOf = (list: List, place: Place, press: Press): readonly Block[] => {
  const begun = press.beginList(list.ordered ? Math.min(list.start ?? 1, 32_767) : null)
  const marker = { ...begun, level: Math.min(8, place.listDepth) }
  const loose = (list.spread ?? false) || list.children.some(({ spread }) => spread)
  const inside = { ...place, listDepth: place.listDepth + 1, loose }
  const last = list.children.length - 1
  return list.children.flatMap((item, at) => {
    const ends = at === last && place.listDepth === 0
    return itemOf(item, marker, ends ? { ...inside, loose: true } : inside, press)
  })
}

const blockOf = (node: RootContent, place: Place, press: Press): readonly Block[] => {
  switch (node.type) {
    case 'heading':
      return [headingOf(node, place, press, false)]
    case 'thematicBreak':
      return [
        paragraph(
          { style: 'SceneBreak' },
          press.composition.layout === 'novel' ? [new TextRun('* * *')] : [],
          '',
          press,
        ),
      ]
    case 'code':
      return [paragraph({ style: 'SourceCode', ...indentAt(place) }, codeRuns(node.value), 'code', press)]
    case 'blockquote':
      return blocks(node.children, { ...place, quoteDepth: place.quoteDepth + 1, opening: true }, press)
    case 'list':
      return listOf(node, place, press)
    case 'table':
      return tableOf(node, place, press)
    case 'paragraph':
      return [node.data?.listed ? listed(node.children, press) : plain(node.children, place, press)]
    default:
      return [plain([node], place, press)]
  }
}

/** Blocks as paragraphs and tables, in order. */
export const blocks = (nodes: readonly RootContent[], place: Place, press: Press): readonly Block[] =>
  nodes
    .filter(({ type }) => type !== 'footnoteDefinition')
    .flatMap((node, at, shown) => {
      const opening = at === 0 ? place.opening : shown[at - 1]?.type !== 'paragraph'
      return blockOf(node, { ...place, opening }, press)
    })
