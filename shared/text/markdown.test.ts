import * as fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { expect, test } from 'vitest'
import { markdownTexts } from './arbitraries.ts'
import { parseMarkdown, plainText, printMarkdown, type Citation } from './markdown.ts'

const settled = (text: string): string => printMarkdown(parseMarkdown(text))

const allNodes = (node: Nodes): readonly Nodes[] =>
  'children' in node ? [node, ...node.children.flatMap(allNodes)] : [node]

const typesIn = (text: string): readonly string[] => allNodes(parseMarkdown(text)).map(({ type }) => type)

test.each([
  ['a citation', 'As [@lin] says.', ['root', 'paragraph', 'text', 'citation', 'text']],
  ['several', '[@a, p. 3; @b; @c:d/e]', ['root', 'paragraph', 'citation']],
  ['a mention', 'Dear @lin, [see @lin]', ['root', 'paragraph', 'text']],
  ['a link that looks like one', '[@lin](x)', ['root', 'paragraph', 'link', 'text']],
  [
    'a footnote without its text',
    'Stop![^1] No[^a-b].',
    ['root', 'paragraph', 'text', 'footnoteReference', 'text', 'footnoteReference', 'text'],
  ],
  [
    'footnote texts',
    '[^1]: A\n\n    B\n\n[^2]: C',
    [
      'root',
      'footnoteDefinition',
      'paragraph',
      'text',
      'paragraph',
      'text',
      'footnoteDefinition',
      'paragraph',
      'text',
    ],
  ],
  ['HTML in a line', 'a <b>c</b> <!-- d -->', ['root', 'paragraph', 'text']],
  ['HTML by lines', '<div>\n*a*\n</div>', ['root', 'paragraph', 'text', 'emphasis', 'text', 'text']],
  ['a definition', '[a]: b\n\n[a] [c][a]', ['root', 'paragraph', 'text', 'paragraph', 'text']],
  ['one tilde', '~5 to ~6', ['root', 'paragraph', 'text']],
  ['two tildes', '~~5~~', ['root', 'paragraph', 'delete', 'text']],
  ['an address', 'http://x_y_z', ['root', 'paragraph', 'text']],
  ['emphasis in Chinese', '他是**“重点”**人物', ['root', 'paragraph', 'text', 'strong', 'text', 'text']],
  ['emphasis in Japanese', '彼は**「行く」**と', ['root', 'paragraph', 'text', 'strong', 'text', 'text']],
  ['emphasis in Korean', '그는**“말”**을', ['root', 'paragraph', 'text', 'strong', 'text', 'text']],
  ['no emphasis in English', 'he**“said”**it', ['root', 'paragraph', 'text']],
])('%s: %j', (_, text, types) => {
  expect(typesIn(text)).toEqual(types)
})

test('the nodes of notes say what stood in their brackets', () => {
  const nodes = allNodes(parseMarkdown('[@a, p. *3*; @b] [^n]\n\n[^n]: t'))
  const citations = nodes.filter((node): node is Citation => node.type === 'citation')
  expect(citations.map(({ value }) => value)).toEqual(['@a, p. *3*; @b'])
  const labels = nodes.flatMap((node) =>
    node.type === 'footnoteReference' || node.type === 'footnoteDefinition' ? [node.label] : [],
  )
  expect(labels).toEqual(['n', 'n'])
})

test.each([
  ['plain text', 'A man, a plan.', 'A man, a plan.\n'],
  ['emphasis', '_a_ __b__ ~~c~~ `d`', '*a* **b** ~~c~~ `d`\n'],
  ['headings', 'A\n=\n\nB\n-\n\n### C ###', '# A\n\n## B\n\n### C\n'],
  ['a heading of two lines', 'a\nb\n===', '# a b\n'],
  ['lists', '* a\n* b\n\n1) c\n2) d', '- a\n- b\n\n1. c\n2. d\n'],
  ['lists beside each other', '- a\n\n* b\n\n+ c', '- a\n\n+ b\n\n- c\n'],
  ['code', '    a\n\n~~~js x\nb\n~~~', '```\na\n```\n\n```js x\nb\n```\n'],
  ['a rule', '---\n\n* * *', '***\n\n***\n'],
  ['a table', '|a|b|\n|:-|-:|\n|1 \\| x|`y \\| z`|', '| a | b |\n| :- | -: |\n| 1 \\| x | `y \\| z` |\n'],
  ['notes', 'a[^1] [@b, p. 3; @c] Stop![^1]\n\n[^1]: d', 'a[^1] [@b, p. 3; @c] Stop![^1]\n\n[^1]: d\n'],
  ['brackets', 'as in [1] and [sic] (see [2])', 'as in [1] and [sic] (see [2])\n'],
  ['signs', '#tag ~5 = 2 & 3 > 1 @you snake_case!', '#tag ~5 = 2 & 3 > 1 @you snake_case!\n'],
  ['HTML', '<div>a</div> & <!-- b -->', '\\<div>a\\</div> & \\<!-- b -->\n'],
  ['Chinese emphasis', '在**《红楼梦》**中，__“重点”__。', '在**《红楼梦》**中，**“重点”**。\n'],
  ['references in code', '`**&#x5185;**` **a**', '`**&#x5185;**` **a**\n'],
  ['wrapped lines', 'one\ntwo  \nthree', 'one\ntwo\\\nthree\n'],
  ['a byte order mark', '\ufeffa', 'a\n'],
  ['NUL', 'a\0b', 'a\ufffdb\n'],
  ['line separators', 'a\u2028b', 'a\u2028b\n'],
  ['lone halves', 'a\ud800b', 'a\ud800b\n'],
  ['right to left', 'שלום **עולם**، مرحبا', 'שלום **עולם**، مرحبا\n'],
  ['nothing', ' \n\n', ''],
])('the style of %s', (_, text, printed) => {
  expect(settled(text)).toBe(printed)
})

test('HTML given as a node is printed as the text it is', () => {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'html', value: '<b>\n# a' },
      { type: 'paragraph', children: [{ type: 'html', value: '<i>*' }] },
    ],
  }
  expect(printMarkdown(tree)).toBe('\\<b> # a\n\n\\<i>\\*\n')
})

test('no tree ever holds HTML, a definition or a reference', () => {
  const never = new Set(['html', 'definition', 'linkReference', 'imageReference'])
  fc.assert(
    fc.property(markdownTexts(), (text) => {
      expect(typesIn(text).filter((type) => never.has(type))).toEqual([])
    }),
  )
})

test('what is printed is printed the same again', () => {
  fc.assert(
    fc.property(markdownTexts(14), (text) => {
      // A reference can stand for no control character, and for no space at the end of what stands behind a fence.
      fc.pre(!/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|&#x20;/u.test(text) && text.isWellFormed())
      const printed = settled(text)
      expect(settled(printed)).toBe(printed)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['# Title\n\nOne *two*\nthree.', 'Title\n\nOne two three.'],
  ['- a\n- b\n\n  c', 'a\n\nb\n\nc'],
  ['> “a” **b**', '“a” b'],
  ['| a | b |\n| - | - |\n| c \\| d | |', 'a\tb\n\nc | d\t'],
  ['```js\na\n\nb\n```', 'a\n\nb'],
  ['a [b](c "d") ![e](f) <http://g.h>', 'a b e http://g.h'],
  ['a[^1] [@b, p. 3]\n\n[^1]: note', 'a [@b, p. 3]\n\nnote'],
  ['a\\\nb  \nc', 'a\nb\nc'],
  ['1984\\. A year &amp; <b>more</b>', '1984. A year & <b>more</b>'],
  ['第一行\n第二行，\nthird', '第一行第二行， third'],
  ['***\n\na', 'a'],
  ['', ''],
])('%j reads %j', (text, plain) => {
  expect(plainText(text)).toBe(plain)
})
