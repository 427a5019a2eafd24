import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Manuscript } from '../../../shared/questions/manuscript.ts'
import { docx } from './docx.ts'
import { printable } from './printable.ts'
import { manuscriptOf, part, tricky } from './test-manuscripts.ts'

const partsOf = async (manuscript: Manuscript): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await docx.write(manuscript, {}))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  )

const bodyOf = async (text: string, given: Partial<Manuscript> = {}): Promise<string> =>
  (await partsOf(manuscriptOf([part('S', text)], given)))['word/document.xml'] ?? ''

/** Paragraphs as `style: text`, list numbers as `#numbering/level`, tabs and breaks as letters. */
const outline = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) => {
    const style = /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? 'Normal'
    const list = /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"/.exec(paragraph)
    const text = paragraph
      .replace(/<w:(?:br|cr)\/>/g, '⏎')
      .replace(/<w:tab\/>/g, '⇥')
      .replace(/<[^>]+>/g, '')
    return `${style}${list ? ` #${list[2] ?? ''}/${list[1] ?? ''}` : ''}: ${text}`
  })

/** The first place where a text is not well-formed XML, or null. */
const malformed = (xml: string): string | null => {
  const open: string[] = []
  const token =
    /<\?xml[^<]*?\?>|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="(?:[^"<&]|&(?:amp|lt|gt|quot|apos|#\d+);)*")*)\s*(\/?)>|(?:[^<&\]]|\](?!\]>)|&(?:amp|lt|gt|quot|apos|#\d+);)+/y
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const match = token.exec(xml)
    if (!match) return xml.slice(at, at + 80)
    if (match[2] && !match[4]) open.push(match[2])
    if (match[1] && open.pop() !== match[1]) return match[0]
  }
  return open.length > 0 ? open.join(' ') : null
}

test.each([
  ['<a><b/></a>', null],
  ['<a>&x;</a>', '&x;</a>'],
  ['<a>]]></a>', ']]></a>'],
  ['<a><b></a>', '</a>'],
  ['<a b="<"/>', '<a b="<"/>'],
])('the check of XML knows %s', (xml, place) => {
  expect(malformed(xml)).toBe(place)
})

describe('a manuscript full of traps', () => {
  test('makes well-formed XML without characters XML forbids', async () => {
    const parts = Object.entries(await partsOf(tricky)).filter(([name]) => /\.(?:xml|rels)$/.test(name))
    const faults = parts.map(([name, xml]) => [name, malformed(xml), xml === printable(xml)])
    expect(faults).toEqual(parts.map(([name]) => [name, null, true]))
  })

  test('refers to nothing outside but http, https and mailto', async () => {
    const all = Object.values(await partsOf(tricky)).join('')
    const targets = [...all.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target)
    expect(new Set(targets)).toEqual(
      new Set([
        'https://example.org/?a=1&amp;b=2',
        'https://example.org/cell',
        'https://example.org/note',
        'mailto:ann@example.org',
      ]),
    )
  })
})

const first = 'FirstParagraph: '

test.each([
  ['paragraphs', 'a\n\nb\\\nc', [`${first}a`, 'BodyText: b⏎c']],
  ['after a break', 'a\n\n***\n\nb', [`${first}a`, 'SceneBreak: ', `${first}b`]],
  ['quotes', '> a\n>\n> > b', ['Quote: a', 'Quote: b']],
  ['code', '```\na\n\tb\n```', ['SourceCode: a⏎⇥b']],
  [
    'lists',
    '- a\n  1. b\n- c\n\n  d',
    ['ListParagraph #2/0: a', 'ListParagraph #3/1: b', 'ListParagraph #2/0: c', 'ListParagraph: d'],
  ],
  [
    'lists count anew',
    '1. a\n2. b\n\nx\n\n1. c\n\ny\n\n7. d',
    [
      'ListParagraph #2/0: a',
      'ListParagraph #2/0: b',
      `${first}x`,
      'ListParagraph #3/0: c',
      `${first}y`,
      'ListParagraph #4/0: d',
    ],
  ],
  ['an item that begins with code', '1. ```\n   a\n   ```', ['ListParagraph #2/0: ', 'SourceCode: a']],
  [
    'tables',
    '| a | b |\n|--|--|\n| c |',
    ['TableText: a', 'TableText: b', 'TableText: c', 'TableText: ', 'AfterTable: '],
  ],
  ['headings', '# a\n\n#### b', ['Heading2: a', 'Heading5: b']],
])('%s', async (_, text, expected) => {
  const [, , ...blocks] = outline(await bodyOf(text))
  expect(blocks).toEqual(expected)
})

test('each list has its start', async () => {
  const parts = await partsOf(manuscriptOf([part('S', '7. a\n\nx\n\n1. b')]))
  const starts = [...(parts['word/numbering.xml'] ?? '').matchAll(/<w:start w:val="(\d+)"/g)].map(
    ([, start]) => start,
  )
  expect(new Set(starts)).toEqual(new Set(['1', '7']))
})

test('a note stands once, in the footnotes; a second call is its number', async () => {
  const parts = await partsOf(
    manuscriptOf([
      part('A', 'a[^n]b[^n]\n\n[^n]: Note\n\n    | t | u |\n    |--|--|'),
      part('B', 'c[^n]\n\n[^n]: Other'),
    ]),
  )
  const calls = (parts['word/document.xml'] ?? '').match(
    /<w:footnoteReference w:id="\d+"\/>|<w:t xml:space="preserve">\d<\/w:t>/g,
  )
  expect(calls).toEqual([
    '<w:footnoteReference w:id="1"/>',
    '<w:t xml:space="preserve">1</w:t>',
    '<w:footnoteReference w:id="2"/>',
  ])
  expect(outline(parts['word/footnotes.xml'] ?? '').slice(2)).toEqual([
    'FootnoteText:  Note',
    'FootnoteText: t | u',
    'FootnoteText:  Other',
  ])
})

test.each([
  ['a novel', 'novel', 'Title|Heading1 new page|Heading1 new page|Heading2'],
  ['a report', 'report', 'Title|TOCHeading|TOC1|TOC1|TOC2|Normal|Heading1|Heading1|Heading2'],
])('%s', async (_, form, expected) => {
  const parts = [part('Part', ''), part('Chapter', 'text'), part('Scene', 'text', 2)]
  const xml = (await partsOf(manuscriptOf(parts, { form })))['word/document.xml'] ?? ''
  const shown = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(
      ([paragraph]) =>
        `${/pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? 'Normal'}${paragraph.includes('pageBreakBefore') ? ' new page' : ''}`,
    )
    .filter((style) => style !== 'FirstParagraph')
  expect(shown.join('|')).toBe(expected)
})

test('contents bear page numbers and ask for no update; those of a long report are left to Word', async () => {
  const report = (text: string) => partsOf(manuscriptOf(['A', 'B', 'C'].map((title) => part(title, text))))
  const [short, long] = [await report('a '.repeat(3000)), await report('a '.repeat(30_000))]
  const pages = (xml = ''): readonly (string | undefined)[] =>
    [
      ...xml.matchAll(
        /PAGEREF \w+ \\h<\/w:instrText><w:fldChar[^>]*"separate"\/>(?:<w:t[^>]*>(\d+)<\/w:t>)?/g,
      ),
    ].map(([, page]) => page)
  expect([pages(short['word/document.xml']), pages(long['word/document.xml'])]).toEqual([
    ['1', '2', '3'],
    [undefined, undefined, undefined],
  ])
  expect([short, long].map((parts) => parts['word/document.xml']?.includes('w:dirty="true"'))).toEqual([
    false,
    true,
  ])
})

test.each([
  ['en', 'w:val="en-US"', 'SimSun'],
  ['ja', 'w:eastAsia="ja-JP"', 'MS Mincho'],
  ['he', 'w:bidi="he-IL"', 'SimSun'],
])('a work in %s is marked so', async (language, mark, face) => {
  const styles = (await partsOf(manuscriptOf([part('S', 'x')], { language })))['word/styles.xml'] ?? ''
  expect([styles.includes(mark), styles.includes(`w:eastAsia="${face}"`)]).toEqual([true, true])
})

test('text is marked by the side it is read from', async () => {
  const marks = async (text: string, language = 'en') => {
    const xml = (await bodyOf(text, { language })).split('<w:p>').at(-1) ?? ''
    return [
      xml.includes('<w:bidi/>'),
      [...xml.matchAll(/(<w:rtl\/>)?<\/w:rPr><w:t[^>]*>([^<]*)/g)].map(
        ([, rtl, run]) => `${rtl ? 'rtl ' : ''}${run ?? ''}`,
      ),
    ]
  }
  expect(await marks('**abc שלום עולם def**')).toEqual([false, ['abc ', 'rtl שלום עולם', ' def']])
  expect(await marks('**שלום abc**')).toEqual([true, ['rtl שלום', ' abc']])
  expect((await marks('123', 'ar'))[0]).toBe(true)
})

test('the title is in the metadata, cut to what Word takes', async () => {
  const core = (await partsOf(tricky))['docProps/core.xml'] ?? ''
  expect(/<dc:title>([^<]*)/.exec(core)?.[1]).toHaveLength(255)
})
