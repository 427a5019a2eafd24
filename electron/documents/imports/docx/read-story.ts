import type { ReadBlock } from '../import-format.ts'
import type { HeadingStyles } from './heading-styles.ts'
import { readXml, type Opened } from '../../xml/read-xml.ts'

/** What a part of a DOCX says: its blocks, those of each note by its id, the text that Word hides, what was passed over. */
export type Story = {
  readonly title: string
  readonly blocks: readonly ReadBlock[]
  readonly notes: ReadonlyMap<string, string>
  readonly hidden: readonly string[]
  readonly passedOver: ReadonlySet<string>
}

/** What a story needs to know of the rest: which styles are headings, and what the notes say. */
export type Surroundings = {
  readonly level: HeadingStyles
  readonly notes: (kind: string, id: string) => string
}

/** Elements whose text is not the document's: struck out in review, codes of fields, a second form of the same. */
const unread = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'delInstrText',
  'Fallback',
  'rt',
  'annotationRef',
])
/** What a document may carry beside its text, by the word that the notice uses. */
const carried: Readonly<Record<string, string>> = {
  altChunk: 'another file',
  object: 'an embedded object',
  drawing: 'pictures',
  pict: 'pictures',
  control: 'controls',
}

const isOff = ({ attributes }: Opened): boolean => /^(?:0|false|off)$/u.test(attributes.get('val') ?? '')

/** Elements that stand for letters. */
const letters: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' }

type Paragraph = { text: string; level: number | 'title'; notes: string[] }
type Row = string[]
type Table = { rows: Row[]; cell: string[] }

/** What a note says, where it is called for the first time: called again it says nothing new. */
const noteOnce = (notes: Surroundings['notes']) => {
  const noted = new Set<string>()
  return (kind: string, id: string): readonly string[] => {
    const isNew = !noted.has(`${kind} ${id}`)
    noted.add(`${kind} ${id}`)
    return isNew ? [notes(kind, id)] : []
  }
}

/** Builds blocks out of what a part says; paragraphs may hold paragraphs (text boxes), cells tables. */
const storyBuilder = ({ level, notes }: Surroundings) => {
  const blocks: ReadBlock[] = []
  const paragraphs: Paragraph[] = []
  const tables: Table[] = []
  const once = noteOnce(notes)
  let title = ''
  const put = (block: ReadBlock): void => {
    if (block.text.trim() === '') return
    const table = tables.at(-1)
    if (table) table.cell.push(block.text)
    else blocks.push(block)
  }
  const endParagraph = (): void => {
    const ended = paragraphs.pop()
    if (!ended) return
    const text = ended.text.trim()
    if (ended.level === 'title' && title === '' && blocks.length === 0) title = text
    else put({ level: ended.level === 'title' ? 1 : ended.level, text })
    for (const note of ended.notes) put({ level: 0, text: note })
  }
  const endTable = (): void => {
    const table = tables.pop()
    put({ level: 0, text: (table?.rows ?? []).map((row) => row.join(' | ')).join('\n') })
  }
  const endCell = (): void => {
    const table = tables.at(-1)
    table?.rows.at(-1)?.push(table.cell.splice(0).join(' ').replace(/\s+/gu, ' '))
  }
  const within = (paragraph: Paragraph, { name, attributes }: Opened): void => {
    const value = attributes.get('val') ?? ''
    paragraph.text += letters[name] ?? ''
    if (name === 'pStyle') paragraph.level = level(value)
    else if (name === 'outlineLvl' && Number(value) < 6) paragraph.level = Number(value) + 1
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      paragraph.notes.push(...once(name.slice(0, -9), attributes.get('id') ?? ''))
  }
  return {
    story: () => ({ title, blocks }),
    text: (text: string): void => {
      const paragraph = paragraphs.at(-1)
      if (paragraph) paragraph.text += text
    },
    open: (element: Opened): void => {
      if (element.name === 'p') paragraphs.push({ text: '', level: 0, notes: [] })
      else if (element.name === 'tbl') tables.push({ rows: [], cell: [] })
      else if (element.name === 'tr') tables.at(-1)?.rows.push([])
      else {
        const paragraph = paragraphs.at(-1)
        if (paragraph) within(paragraph, element)
      }
    },
    close: ({ name }: Opened): void => {
      if (name === 'p') endParagraph()
      else if (name === 'tc') endCell()
      else if (name === 'tbl') endTable()
    },
  }
}

/** Reads one part of a DOCX, its document or its notes. Throws an Error where it is no proper XML. */
export const readStory = (source: string, around: Surroundings): Story => {
  let builder = storyBuilder(around)
  const [notes, hidden, passedOver] = [new Map<string, string>(), new Set<string>(), new Set<string>()]
  let [skipped, inText, isHidden, tabs] = [0, false, false, 0]
  readXml(source, {
    open: (element) => {
      const { name } = element
      const found = carried[name]
      if (found !== undefined) passedOver.add(found)
      if (skipped > 0 || unread.has(name)) {
        skipped += 1
        return
      }
      if (name === 't') inText = true
      else if (name === 'r') isHidden = false
      else if (name === 'tabs') tabs += 1
      else if (name === 'vanish') isHidden = !isOff(element)
      else if (name === 'footnote' || name === 'endnote') builder = storyBuilder(around)
      // `tab` within `tabs` says where tabs stop, and is none itself.
      if (tabs === 0 || name !== 'tab') builder.open(element)
    },
    close: (element) => {
      if (skipped > 0) {
        skipped -= 1
        return
      }
      if (element.name === 't') inText = false
      else if (element.name === 'tabs') tabs -= 1
      builder.close(element)
      if (element.name === 'footnote' || element.name === 'endnote') {
        const text = builder.story().blocks.map((block) => block.text)
        notes.set(element.attributes.get('id') ?? '', text.join('\n'))
      }
    },
    text: (text) => {
      if (skipped > 0 || !inText) return
      if (isHidden) hidden.add(text)
      else builder.text(text)
    },
  })
  return { ...builder.story(), notes, hidden: [...hidden], passedOver }
}
