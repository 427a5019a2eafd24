import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import type { Manuscript } from '../../../shared/questions/manuscript.ts'
import { parseMarkdown } from '../../../shared/text/markdown.ts'
import { compose, contentOf } from './compose.ts'
import { markdown } from './markdown.ts'
import { manuscriptOf, part, tricky } from './test-manuscripts.ts'

const written = (manuscript: Manuscript): string => new TextDecoder().decode(markdown.write(manuscript))
const section = (text: string): string =>
  written(manuscriptOf([part('S', text)])).slice('# Title\n\n## S\n\n'.length)

test.each([
  [
    'bytes that nothing touches',
    'a\\*b  *c*\n\n1) x\n\n\n***\n\n    code\n',
    'a\\*b  *c*\n\n1) x\n\n\n***\n\n    code\n',
  ],
  ['headings below the section', '# A\n\ntext\n\n### B', '### A\n\ntext\n\n##### B\n'],
  ['headings too deep', '# A\n\n###### B', '### A\n\n###### B\n'],
  ['headings underlined', 'A *b*\nc\n===\ntext', '### A *b* c\n\ntext\n'],
  ['headings in quotes', '> # A', '> ### A\n'],
  ['a fence left open', 'a\n\n~~~\ncode', 'a\n\n```\ncode\n```\n'],
  ['a fence that holds fences', '````\n```\n````', '````\n```\n````\n'],
  ['raw HTML', 'x < y <b>c</b> `<i>`\n\nnext', 'x < y \\<b>c\\</b> `<i>`\n\nnext\n'],
  ['what is no definition here', '[a]: http://x', '\\[a]: http://x\n'],
  ['unsafe links', '[a *b*](javascript:x) <file:x> [c](https://d)', 'a *b* file:x [c](https://d)\n'],
  ['images', 'a ![b](c) d\n\n![](e)\n\nf', 'a b d\n\n\n\nf\n'],
  ['a call without a note', 'a[^1]', 'a\\[^1]\n'],
  ['a note without a call', 'a\n\n[^1]: b', 'a\n\n\\[^1]: b\n'],
  ['neighbouring lists', '- a[^x]\n\n* b\n\n+ c[^x]', '- a\\[^x]\n\n* b\n\n+ c\\[^x]\n'],
  ['an indented list', '  1) a[^x]\n\n     b', '1) a\\[^x]\n\n   b\n'],
  ['a row wider than its head', '| a |\n|--:|\n| b | c |', '| a | |\n| -: | - |\n| b | c |\n'],
  ['control characters', 'a\u0000b\u000Cc&#12;d', 'ab c d\n'],
])('%s', (_, text, expected) => {
  expect(section(text)).toBe(expected)
})

test.each([
  ['a title is text', [part('1. *A* <b> [^1] #', '')], '## 1. \\*A\\* \\<b> \\[^1] \\#\n'],
  [
    'sections follow their depth',
    [part('A', ''), part('B', 'b', 2), part('C', '', 9)],
    '## A\n\n### B\n\nb\n\n###### C\n',
  ],
  ['empty lines between sections', [part('A', '\n\na\n\n\n'), part('B', 'b')], '## A\n\na\n\n## B\n\nb\n'],
  ['a section without a title', [part('A', 'a'), part('', 'b')], '## A\n\na\n\n***\n\nb\n'],
  ['not at the beginning', [part('', 'b')], 'b\n'],
  ['nor right below a heading', [part('A', ''), part(' ', 'b')], '## A\n\nb\n'],
  [
    'note labels that clash',
    [part('A', 'a[^1]\n\n[^1]: one'), part('B', 'b[^1] b[^x]\n\n[^1]: two\n[^x]: y')],
    '## A\n\na[^1]\n\n[^1]: one\n\n## B\n\nb[^1-2] b[^x]\n\n[^1-2]: two\n\n[^x]: y\n',
  ],
  [
    'a note in another section',
    [part('A', 'a[^1]'), part('B', '[^1]: one')],
    '## A\n\na[^1]\n\n## B\n\n[^1]: one\n',
  ],
])('%s', (_, parts, expected) => {
  expect(written(manuscriptOf(parts))).toBe(`# Title\n\n${expected}`)
})

/** A tree as it reads: without places, texts side by side joined, a line break in code as the space it is. */
const bare = (node: Nodes): unknown => {
  const { position: _position, data: _data, ...rest } = node
  if (node.type === 'inlineCode') return { ...rest, value: node.value.replaceAll('\n', ' ') }
  if (!('children' in node)) return rest
  const children: unknown[] = []
  let letters: string | null = null
  const flush = (): void => {
    if (letters !== null) children.push({ type: 'text', value: letters.replace(/\s*\n\s*/g, ' ') })
    letters = null
  }
  for (const child of node.children) {
    if (child.type === 'text') letters = (letters ?? '') + child.value
    else {
      flush()
      children.push(bare(child))
    }
  }
  flush()
  return { ...rest, children }
}

const composed = (manuscript: Manuscript): Root => {
  const composition = compose(manuscript)
  const title = { type: 'text', value: composition.title } as const
  return {
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [title] }, ...contentOf(composition)],
  }
}

const read = (manuscript: Manuscript): unknown => bare(parseMarkdown(written(manuscript)))

test('the export of a manuscript full of traps holds its blocks', () => {
  expect(read(tricky)).toEqual(bare(composed(tricky)))
})

const phrases =
  'plain words¦*so*¦**strong *both***¦`co\\`de`¦~~gone~~¦[a](https://b.c "d")¦[e](js:f)¦![g](h)¦[^1]¦[^b]¦[@key]¦<b>¦&amp;¦\\*¦港の¦1. x¦end\\\nnew¦soft\nbreak¦<https://i.j>¦#¦|'.split(
    '¦',
  )

test('parsed again, an export holds the blocks of every section', () => {
  const phrase = fc.constantFrom(...phrases)
  const words = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((chosen) => chosen.join(' '))
  const block = fc.oneof(
    words,
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), words)
      .map(([depth, text]) => `${'#'.repeat(depth)} ${text.replaceAll(/\\?\n/g, ' ')}`),
    words.map((text) => `${text}\n===`),
    words.map((text) => `> ${text.replaceAll('\n', '\n> ')}\n>\n> - item`),
    fc
      .constantFrom('-', '*', '+', '1.', '7)')
      .chain((mark) =>
        fc
          .array(words, { minLength: 1, maxLength: 3 })
          .map((items) => items.map((item) => `${mark} ${item.replaceAll('\n', '\n    ')}`).join('\n')),
      ),
    words.map((text) => `| a | b |\n|:--|--:|\n| ${text.replaceAll(/\\?\n|\|/g, ' ')} | \\| |`),
    words.map((text) => `\`\`\`js\n${text}\n\`\`\``),
    fc
      .tuple(fc.constantFrom('1', 'b', 'unused'), words)
      .map(([label, text]) => `[^${label}]: ${text.replaceAll('\n', '\n    ')}\n\n    more`),
    fc.constantFrom('***', '```\nopen', '[x]: http://y', '<div>\n\ntext\n\n</div>', '    indented'),
  )
  const text = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n\n'))
  const parts = fc.array(
    fc.tuple(fc.constantFrom('', 'T', '*T* [^1]'), text, fc.integer({ min: 1, max: 7 })),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(parts, (given) => {
      const manuscript = manuscriptOf(given.map(([title, source, depth]) => part(title, source, depth)))
      expect(read(manuscript)).toEqual(bare(composed(manuscript)))
    }),
    { numRuns: 300, examples: [[[['', '`co\\`de` soft\nbreak `co\\`de`\n===', 1]]]] },
  )
})

test('whatever a section holds, no letter is lost or added', () => {
  const noise = fc.oneof(
    fc.constantFrom(...Array.from('*_~`[]()<>!#|-+=:^@\\&; \n\t01ab.港')),
    fc.constantFrom(
      '\n\n',
      '    ',
      '\n> ',
      '\n- ',
      '[^1]',
      '\n[^1]: ',
      '**',
      '```',
      '\n| a | b |\n|--|--|\n',
    ),
  )
  const text = fc.array(noise, { maxLength: 40 }).map((pieces) => pieces.join(''))
  const letters = (root: Root): string => toString(root).replace(/\s+/g, '')
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
      const manuscript = manuscriptOf(texts.map((source, at) => part(at % 2 ? '' : 'T', source)))
      expect(letters(parseMarkdown(written(manuscript)))).toBe(letters(composed(manuscript)))
    }),
    { numRuns: 200 },
  )
})
