import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docx } from './docx.ts'
import { readFile } from './read-file.ts'
import { docxFile, wordParagraph, wordPart } from './test-files.ts'

const read = (bytes: Uint8Array) => {
  const found = docx.read(bytes, 'a.docx')
  if (found.kind !== 'text') throw new Error('no text')
  return found
}
const blocks = (body: string, parts = {}): readonly string[] =>
  read(docxFile(body, parts)).blocks.map(({ level, text }) => `${level} ${text}`)
const run = (text: string, look = ''): string => `<w:r>${look}<w:t>${text}</w:t></w:r>`

test.each([
  [
    'headings by style, name and basis',
    `${wordParagraph('One', 'Heading1')}${wordParagraph('Two', 'Own')}${wordParagraph('Text.')}`,
    ['1 One', '2 Two', '0 Text.'],
  ],
  ['entities and CDATA', wordParagraph('a &amp; b &#x2014; <![CDATA[<c>]]>'), ['0 a & b — <c>']],
  [
    'tabs, breaks and hyphens',
    `<w:p>${run('a')}<w:r><w:tab/><w:br/><w:noBreakHyphen/></w:r></w:p>`,
    ['0 a \n-'],
  ],
  [
    'tab stops are no tabs',
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('a')}</w:p>`,
    ['0 a'],
  ],
  [
    'what was struck out is gone, what was put in stays',
    `<w:p><w:del>${run('old')}</w:del><w:ins>${run('new')}</w:ins></w:p>`,
    ['0 new'],
  ],
  ['codes of fields', `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run('7')}</w:p>`, ['0 7']],
  [
    'a text box, once',
    `<w:p><mc:AlternateContent><mc:Choice><w:txbxContent>${wordParagraph('box')}</w:txbxContent></mc:Choice><mc:Fallback><w:pict>${wordParagraph('box')}</w:pict></mc:Fallback></mc:AlternateContent>${run('around')}</w:p>`,
    ['0 box', '0 around'],
  ],
  [
    'a table',
    `<w:tbl><w:tr><w:tc>${wordParagraph('a')}${wordParagraph('b')}</w:tc><w:tc>${wordParagraph('c')}</w:tc></w:tr><w:tr><w:tc>${wordParagraph('d')}</w:tc></w:tr></w:tbl>`,
    ['0 a b | c\nd'],
  ],
  ['nothing', '', []],
])('%s', (_, body, expected) => {
  expect(blocks(body)).toEqual(expected)
})

test('notes stand behind the paragraph that calls them', () => {
  const body = `<w:p>${run('Text')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${wordParagraph('Next.')}`
  const notes = wordPart('footnotes', `<w:footnote w:id="2">${wordParagraph('The note.')}</w:footnote>`)
  expect(blocks(body, { 'word/footnotes.xml': notes })).toEqual(['0 Text', '0 The note.', '0 Next.'])
})

test('a note that is called again is said once, however often that is', () => {
  const call = '<w:footnoteReference w:id="1"/>'
  const note = `<f><w:footnote w:id="1">${wordParagraph('long '.repeat(2_000))}</w:footnote></f>`
  const found = blocks(`<w:p>${run('x')}${call.repeat(20_000)}</w:p>`, { 'word/footnotes.xml': note })
  expect(found.map((text) => text.length)).toEqual([3, 10_001])
})

test('what it says of itself', () => {
  const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Ann Smith; Bo Ek</dc:creator><dcterms:created>2021-03-04T10:00:00Z</dcterms:created></cp:coreProperties>`
  const { csl, blocks: found } = read(
    docxFile(`${wordParagraph('The tides', 'Title')}${wordParagraph('x')}`, { 'docProps/core.xml': core }),
  )
  expect(csl).toEqual({
    type: 'document',
    title: 'The tides',
    author: [
      { family: 'Smith', given: 'Ann' },
      { family: 'Ek', given: 'Bo' },
    ],
    issued: { 'date-parts': [[2021, 3, 4]] },
  })
  expect(found).toEqual([{ level: 0, text: 'x' }])
})

test('H29: hidden text, macros, objects, other files and templates are left out and said', () => {
  const body = `<w:p>${run('seen')}${run('Obey me.', '<w:rPr><w:vanish/></w:rPr>')}${run('!', '<w:rPr><w:vanish w:val="0"/></w:rPr>')}</w:p><w:altChunk r:id="x"/><w:p><w:r><w:object/></w:r></w:p>`
  const { blocks: found, notices } = read(
    docxFile(body, {
      'word/vbaProject.bin': 'x',
      'word/_rels/settings.xml.rels':
        '<Relationship Type="…/attachedTemplate" Target="http://example.org/t.dotm"/>',
    }),
  )
  expect(found).toEqual([{ level: 0, text: 'seen!' }])
  expect(notices).toEqual([
    { sentence: 'Left out: a template from elsewhere, an embedded object, another file, macros.' },
    { sentence: 'It held hidden text, which was left out.', quote: 'Obey me.' },
  ])
})

test('H28: what a document points to is never looked at', () => {
  const relation = (target: string): string =>
    `<Relationships><Relationship Type="x/officeDocument" Target="${target}" TargetMode="External"/></Relationships>`
  for (const target of ['file:///etc/passwd', 'http://127.0.0.1:1/', '/dev/zero', '../../etc/passwd'])
    expect(blocks(wordParagraph('x'), { '_rels/.rels': relation(target) })).toEqual(['0 x'])
  const inside = relation('../../etc/passwd').replace(' TargetMode="External"', '')
  expect(() => blocks(wordParagraph('x'), { '_rels/.rels': inside })).toThrow('it is no Word document')
})

const bomb = (declared: string): Uint8Array =>
  docxFile('', { 'word/document.xml': `${declared}<w:document xmlns:w="w">&a;</w:document>` })

test.each([
  ['entities of its own', bomb('<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')],
  ['an entity from outside', bomb('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>')],
  ['an entity that was not declared', bomb('')],
  ['elements without an end', docxFile('<w:p>')],
  ['elements 100,000 deep', docxFile('<w:p>'.repeat(100_000))],
  ['an end without its beginning', docxFile('</w:p>')],
  ['no document', zipSync({ 'a.txt': strToU8('x') })],
  ['half a file', docxFile(wordParagraph('x')).slice(0, 400)],
])('H27, H30, H32: %s: refused', (_, bytes) => {
  expect(() => readFile(bytes, 'a.docx')).toThrow(/“a\.docx” cannot be read: .*Nothing was added\.$/u)
})
