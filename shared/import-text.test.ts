import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importText, type ImportedSection } from './import-text.ts'
import { markdownTexts } from './text/arbitraries.ts'
import { plainText } from './text/markdown.ts'

const many = (word: string): string => `${`${word} `.repeat(59)}${word}.`
const long = many('word')

const shown = ({ title, depth, text }: ImportedSection): string =>
  `${'>'.repeat(depth)} ${title || '(none)'}: ${text.replaceAll(long, 'LONG').replaceAll('\n', '/')}`

type Case = readonly [name: string, source: string, title: string, sections: readonly string[]]
const cases: readonly Case[] = [
  ['no heading at all', 'Just text.\n', 'notes', ['> (none): Just text.']],
  ['nothing', ' \n', 'notes', []],
  [
    'a title and sections',
    '# The ferry\n\n## One\n\nA.\n\n## Two\nB.\n',
    'The ferry',
    ['> One: A.', '> Two: B.'],
  ],
  ['a title alone', '# The ferry\n\nA.', 'The ferry', ['> (none): A.']],
  [
    'text before the first heading',
    'Before.\n\n# One\nA.\n# Two\nB.',
    'notes',
    ['> (none): Before.', '> One: A.', '> Two: B.'],
  ],
  [
    'text between title and first section',
    '# T\n\nBefore.\n\n## One\n\nA.',
    'T',
    ['> (none): Before.', '> One: A.'],
  ],
  ['underlined headings', 'The ferry\n=====\n\nOne\n---\n\nA.', 'The ferry', ['> One: A.']],
  ['headings in code are none', '# T\n## One\n```\n# no\n```\n', 'T', ['> One: ```/# no/```']],
  ['a heading without text', '# T\n## One\n## Two\nB.', 'T', ['> One: ', '> Two: B.']],
  [
    'deep headings over short texts stay in them',
    '# T\n## One\n### a\nA.\n### b\nB.\n## Two\nC.',
    'T',
    ['> One: ### a/A./### b/B.', '> Two: C.'],
  ],
  [
    'deep headings over long texts make sections, and a text above them one of its own',
    `# T\n## One\n${long}\n### a\n${long}\n### b\n${long}\n## Two\n${long}`,
    'T',
    ['> One: ', '>> (none): LONG', '>> a: LONG', '>> b: LONG', '> Two: LONG'],
  ],
  ['an outline', '# T\n## One\n### a\n### b\n## Two\n', 'T', ['> One: ', '>> a: ', '>> b: ', '> Two: ']],
  [
    'chapters of a plain text',
    `By me.\n\nCHAPTER I.\nThe Storm\n\nIt rained.\n\nChapter 2\n\n    Set in.\n`,
    'notes',
    ['> (none): By me.', '> CHAPTER I. The Storm: It rained.', '> Chapter 2:     Set in.'],
  ],
  [
    'parts and chapters of a plain text',
    `Part One\n\nChapter 1\n\n${long}\n\nChapter 2\n\n${long}\n\nPart Two\n\nChapter 3\n\n${long}\n\nEpilogue\n\n${long}`,
    'notes',
    [
      '> Part One: ',
      '>> Chapter 1: LONG',
      '>> Chapter 2: LONG',
      '> Part Two: ',
      '>> Chapter 3: LONG',
      '>> Epilogue: LONG',
    ],
  ],
  [
    'a sentence about a chapter is none',
    'Chapter 1 was dull. It rained,\nand so on.\n\nMore.',
    'notes',
    ['> (none): Chapter 1 was dull. It rained,/and so on.//More.'],
  ],
  [
    'a contents list is none',
    'Chapter 1\nChapter 2\nChapter 3\n\nText.',
    'notes',
    ['> (none): Chapter 1/Chapter 2/Chapter 3//Text.'],
  ],
  [
    'chapters in Chinese',
    '第一章 渡轮\n\n下雨了。\n\n第二章\n\n晴了。',
    'notes',
    ['> 第一章 渡轮: 下雨了。', '> 第二章: 晴了。'],
  ],
  ['markup in a heading', '# A *bold* `x`\n\n## [One](http://a.b)\nA.', 'A bold x', ['> One: A.']],
  [
    'front matter',
    '---\ntitle: "The ferry"\ntags: [a]\n---\n## One\nA.\n## Two\nB.',
    'The ferry',
    ['> One: A.', '> Two: B.'],
  ],
]

describe('a text is cut at its headings', () => {
  test.each(cases)('%s', (_, source, title, sections) => {
    const read = importText(source, 'notes')
    expect([read.title, read.sections.map(shown)]).toEqual([title, sections])
  })

  test('a text keeps its bytes', () => {
    const text = '  indented\r\n\r\n\r\n* a  \r\n\t- b\\\r\n<!-- c -->  \t[^1]'
    const [first] = importText(`# T\r\n\r\n## One\r\n \r\n${text}\r\n\r\n## Two\r\nB.`, 'notes').sections
    expect(first).toEqual({ title: 'One', depth: 1, text })
  })
})

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** What stands in a source outside the texts of its sections, in order; throws where a text does not stand in it. */
const outside = (source: string, sections: readonly ImportedSection[]): string => {
  let at = 0
  let rest = ''
  for (const { text } of sections) {
    const from = source.indexOf(text, at)
    if (from < 0) throw new Error(`not in the source: ${text}`)
    rest += source.slice(at, from)
    at = from + text.length
  }
  return rest + source.slice(at)
}

test('law: headings and texts hold every word of the import, in order', () => {
  const words = fc.array(fc.constantFrom('sea', 'tide', 'Chapter', '1', 'quay', 'II'), {
    minLength: 1,
    maxLength: 90,
  })
  const prose = words.map((all) => `${all.join(' ')}.`)
  const heading = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), words)
      .map(([level, all]) => `${'#'.repeat(level)} ${all.join(' ')}`),
    fc.integer({ min: 1, max: 12 }).map((n) => `Chapter ${n}`),
    fc.integer({ min: 1, max: 12 }).map((n) => `PART ${n}\nThe quay`),
    words.map((all) => `${all.join(' ')}\n---`),
  )
  const other = fc.constantFrom('- a\n- b', '```\n# code\n```', '> # quoted', '| a |\n|---|\n| b |', '***')
  const block = fc.oneof({ weight: 3, arbitrary: prose }, { weight: 2, arbitrary: heading }, other)
  const holds = fc.property(fc.array(block, { maxLength: 14 }), (blocks) => {
    const source = blocks.join('\n\n')
    const { title, sections } = importText(source, '')
    const told = [title, ...sections.flatMap((each) => [each.title, plainText(each.text)])].join('\n')
    expect(wordsOf(told)).toEqual(wordsOf(plainText(source)))
  })
  fc.assert(holds, { numRuns: 300 })
})

test('law: whatever the text, sections are pieces of it, and nothing but headings stands outside them', () => {
  const holds = fc.property(markdownTexts(), (source) => {
    const { title, front, sections } = importText(source, '')
    fc.pre(front === '')
    const headings = [title, ...sections.map((each) => each.title)].join(' ')
    const left = wordsOf(plainText(outside(source, sections)))
    expect(left).toEqual(wordsOf(headings))
  })
  fc.assert(holds, { numRuns: 500 })
})
