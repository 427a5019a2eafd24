import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { importFormats } from './index.ts'
import { readFile } from './read-file.ts'
import { docxFile, wordParagraph } from './test-files.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (source: string | Uint8Array, file: string) => {
  const read = readFile(typeof source === 'string' ? bytes(source) : source, file)
  if (read.kind !== 'text') throw new Error('no text')
  return read
}
const blocks = (source: string | Uint8Array, file: string): readonly string[] =>
  text(source, file).blocks.map((block) => `${block.level} ${block.text}`)

test('formats have endings of their own', () => {
  const all = importFormats.flatMap(({ extensions }): readonly string[] => extensions)
  expect(new Set(all).size).toBe(all.length)
})

test.each([
  [
    'Markdown',
    'a.md',
    '# One\n\nText *and* more.\n\n- x\n- y\n\n| a | b |\n|-|-|\n| c | d |\n\n```\ncode\n```',
    ['1 One', '0 Text and more.', '0 x', '0 y', '0 a | b\nc | d', '0 code'],
  ],
  ['HTML in Markdown is text', 'a.md', '<script>x()</script>', ['0 <script>x()</script>']],
  ['front matter is no text', 'a.md', '---\ntitle: T\n---\nText.', ['0 Text.']],
  [
    'plain text',
    'a.txt',
    'Chapter 1\n\n1984. A year\nof note.\n\n\n  Indented.\n',
    ['3 Chapter 1', '0 1984. A year\nof note.', '0 Indented.'],
  ],
  ['H31: line ends of all kinds', 'a.txt', 'a\r\n\r\nb\r\rc\n\nd', ['0 a', '0 b', '0 c', '0 d']],
  ['the ending in capitals', 'A.TXT', 'x', ['0 x']],
  ['controls, separators and half a letter', 'a.txt', 'a\u0007b\u2028c\u200bd', ['0 ab\ncd']],
])('%s', (_, file, source, expected) => {
  expect(blocks(source, file)).toEqual(expected)
})

test('what front matter says', () => {
  const source =
    '---\ntitle: Tides\nauthor:\n  - Ann Smith\n  - name: Bo Ek\ndate: 2021-03-04\nlang: en\n---\nx'
  expect(text(source, 'a.md').csl).toEqual({
    type: 'document',
    title: 'Tides',
    author: [
      { family: 'Smith', given: 'Ann' },
      { family: 'Ek', given: 'Bo' },
    ],
    issued: { 'date-parts': [[2021, 3, 4]] },
    language: 'en',
  })
})

test.each([
  [
    'letters that are not shown',
    'Seen.\u{E0049}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}',
    'Seen.',
    'Ignore',
  ],
  [
    'but a flag stays',
    'The \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} flag',
    'The \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} flag',
    undefined,
  ],
])('%s', (_, source, seen, quote) => {
  const read = text(source, 'a.txt')
  expect(read.blocks.map((block) => block.text)).toEqual([seen])
  expect(read.notices[0]?.quote).toBe(quote)
})

test('H31: another encoding is told', () => {
  expect(text(Uint8Array.from(Buffer.from('436166e9', 'hex')), 'a.txt')).toEqual({
    kind: 'text',
    csl: { type: 'document' },
    blocks: [{ level: 0, text: 'Café' }],
    notices: [{ sentence: 'It was read as Windows-1252.' }],
  })
})

test.each([
  ['empty', '', 'a.txt', 'it is empty'],
  ['of an unknown kind', 'x', 'a.xyz', 'it is of a kind that is not known'],
  ['without an ending', 'x', 'notes', 'it is of a kind that is not known'],
  ['a PDF', '%PDF-1.7', 'a.txt', 'it is a PDF'],
  ['RTF', '{\\rtf1 x}', 'a.docx', 'it is an RTF document'],
  ['no text', 'a\0b\0\0c', 'a.txt', 'it holds something else than text'],
  ['text called a Word document', 'x', 'a.docx', 'it is no Word document'],
  ['no JSON', '{', 'a.json', 'it is not JSON'],
])('H30: a file that is %s is refused with what to do', (_, source, file, why) => {
  const refused = (): unknown => {
    try {
      return readFile(bytes(source), file)
    } catch (error) {
      return error instanceof AppError ? [error.code, error.message, error.next !== ''] : error
    }
  }
  expect(refused()).toEqual(['file-unreadable', `“${file}” cannot be read: ${why}. Nothing was added.`, true])
})

test('H30: a Word document by another name, an older one, and one that is too large', () => {
  expect(() => readFile(docxFile(wordParagraph('x')), 'a.txt')).toThrow('not what its ending says')
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])
  expect(() => readFile(old, 'a.docx')).toThrow('an encrypted document, or one of an older Office')
  expect(() => readFile(new Uint8Array(13 * 2 ** 20), 'a.txt')).toThrow('more than 12 MB')
})

test.each([
  ['brackets 50,000 deep', 'a.md', '['.repeat(50_000)],
  ['quotes 50,000 deep', 'a.md', `${'>'.repeat(50_000)} x`],
  ['10,000 equal headings', 'a.md', '# Same\n\nText.\n\n'.repeat(10_000)],
  ['elements 50,000 deep', 'a.html', '<div>'.repeat(50_000)],
  ['tables in tables', 'a.html', '<table><tr><td>'.repeat(20_000)],
  ['emphasis 50,000 deep', 'a.html', '<b><i>'.repeat(25_000)],
  ['a line of 2 MB', 'a.txt', 'x'.repeat(2 * 2 ** 20)],
  ['a page of 2 MB', 'a.html', '<p>It rose <b>again</b>.'.repeat(80_000)],
  ['a page of 500,000 paragraphs', 'a.html', '<p>x'.repeat(500_000)],
  ['brackets 1,000,000 deep', 'a.json', '['.repeat(1_000_000)],
  ['white space as it is, 1 MB of it', 'a.html', `<pre>x${' '.repeat(1_000_000)}x</pre>`],
  [
    'white space in the name of an author',
    'a.html',
    `<meta name=author content="A${' '.repeat(1_000_000)}B">x`,
  ],
  ['white space in a name of BibTeX', 'a.bib', `@book{k, title={T}, author={A${' '.repeat(1_000_000)}B}}`],
])('H32: %s: read or refused, and soon', (_, file, source) => {
  const began = performance.now()
  try {
    readFile(bytes(source), file)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
  }
  expect(performance.now() - began).toBeLessThan(8_000)
})
