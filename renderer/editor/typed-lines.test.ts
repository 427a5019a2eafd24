import { expect, test } from 'vitest'
import type { NodeJson } from './node-json.ts'
import { openText } from './open-text.ts'
import { saveText } from './save-text.ts'
import { manuscriptSchema } from './schema.ts'

const plain = String.raw`
1984. A year ¦ 1) first ¦ - not a list ¦ + plus ¦ * star ¦ - ¦ + ¦ 1. ¦ •  bullet ¦ #hashtag ¦ # no ¦ ####### x ¦ # ¦ a #
> x ¦ > ¦ | a | b | ¦ |-|-| ¦ | - | ¦ a | b ¦ *** ¦ --- ¦ ___ ¦ === ¦ - - - ¦ ~~~ ¦ :- ¦ :-- ¦ |:- ¦ --- a ¦ = ¦ ::: ¦ [x] done
[^1] ¦ [^1]: note ¦ [^a b] ¦ [@key] ¦ [@a, p. 3; @b] ¦ [a](b) ¦ [a]: b ¦ [a][b] ¦ ![a](b) ¦ ! ¦ [ ¦ ] ¦ ( ¦ @a ¦ ^a^
&amp; ¦ &#32; ¦ &#x26; ¦ & ¦ &copy ¦ <b> ¦ <!-- --> ¦ <http://a.b> ¦ a < b > c ¦ < ¦ http://x_y_ ¦ a@b.c ¦ $a_b$ ¦ {{a}} ¦ %
_a_ ¦ __init__ ¦ snake_case_name ¦ *a* ¦ **a** ¦ ***a*** ¦ a * b * c ¦ 2*3*4 ¦ ~~a~~ ¦ ~5 ¦ * ¦ _ ¦ ** ¦ ~~
“a” ¦ *“重点”*内容 ¦ 「*a*」 ¦ שלום *עולם* ¦ مرحبا: 1. ¦ 🎉 *a* ¦ 👩‍👩‍👧 ¦ a  b`

/** What cannot be shown above. */
const odd =
  '\\ ¦ \\\\ ¦ \\* ¦ \\[ ¦ a\\\\b ¦ trailing \\ ¦ `a` ¦ `` ` `` ¦ ``` ¦ `` ¦ ` ¦ \ta ¦   two leading ¦ 1.  ¦  1 ¦ a\u00a0'
const rare = '\u3000\u3000缩进 ¦ a\u2028b ¦ \ufeffa ¦ e\u0301 ¦ \u00ad ¦ a  b'

const lines = [plain.trim().replaceAll('\n', ' ¦ '), odd, rare].flatMap((line) => line.split(' ¦ '))

const text = (value: string): NodeJson => ({ type: 'text', text: value })
const paragraph = (...content: readonly NodeJson[]): NodeJson => ({ type: 'paragraph', content })
const cell = (type: 'tableHeader' | 'tableCell', value: string): NodeJson => ({
  type,
  content: [text(value)],
})

const places: readonly (readonly [string, (line: string) => NodeJson])[] = [
  ['a paragraph', (line) => paragraph(text(line))],
  ['a line behind a break', (line) => paragraph(text('a'), { type: 'hardBreak' }, text(line))],
  ['a heading', (line) => ({ type: 'heading', attrs: { level: 2 }, content: [text(line)] })],
  ['a quotation', (line) => ({ type: 'blockquote', content: [paragraph(text(line))] })],
  [
    'an item',
    (line) => ({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text(line))] }] }),
  ],
  [
    'a footnote',
    (line) => ({ type: 'footnoteDefinition', attrs: { label: '1' }, content: [paragraph(text(line))] }),
  ],
  [
    'a cell',
    (line) => ({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', line), cell('tableHeader', 'b')] },
        { type: 'tableRow', content: [cell('tableCell', 'c'), cell('tableCell', line)] },
      ],
    }),
  ],
  ['bold text', (line) => paragraph({ ...text(line), marks: [{ type: 'bold' }] })],
  ['a linked text', (line) => paragraph({ ...text(line), marks: [{ type: 'link', attrs: { href: 'x' } }] })],
  [
    'text between marks',
    (line) => paragraph(text(line), { ...text('b'), marks: [{ type: 'italic' }] }, text(line)),
  ],
  ['inline code', (line) => paragraph({ ...text(line), marks: [{ type: 'code' }] })],
  ['a block of code', (line) => ({ type: 'codeBlock', content: [text(line)] })],
]

const reopened = (block: NodeJson): string => {
  const doc = manuscriptSchema.nodeFromJSON({ type: 'doc', content: [block] })
  return JSON.stringify(openText(saveText(openText(''), doc)).doc.toJSON())
}

const asTyped = (block: NodeJson): string =>
  JSON.stringify(manuscriptSchema.nodeFromJSON({ type: 'doc', content: [block] }).toJSON())

const seen = (line: string): string => line.replace(/[ \t]+$/u, '')

/** White space at the ends of a heading, a cell or marked text is not kept where it stands. */
const settledPlaces = new Set(['a heading', 'a cell', 'bold text', 'a linked text'])

for (const [place, block] of places) {
  const isCode = place.includes('code')
  const kept = lines
    .map((line) => (isCode ? line : seen(line)))
    .filter((line) => !settledPlaces.has(place) || line === line.trim())
  test.each(kept)(`in ${place}, %j stays what was typed`, (line) => {
    expect(reopened(block(line))).toBe(asTyped(block(line)))
  })
}

test.each([
  ['a ', 'a'],
  ['a\\ ', 'a\\\\'],
  ['  a', '&#x20; a'],
  ['1984. A year', '1984\\. A year'],
  ['[1] says', '[1] says'],
  ['#hashtag', '#hashtag'],
  ['see [@key]', 'see \\[@key]'],
])('%j typed is saved as %j', (line, saved) => {
  const doc = manuscriptSchema.nodeFromJSON({ type: 'doc', content: [paragraph(text(line))] })
  expect(saveText(openText(''), doc)).toBe(saved)
})
