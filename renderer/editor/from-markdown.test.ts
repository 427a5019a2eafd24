import { expect, test } from 'vitest'
import { openText } from './open-text.ts'

const read = (text: string): string => openText(text).doc.toString()

test.each([
  ['', 'doc(paragraph)'],
  ['# a *b*', 'doc(heading("a ", italic("b")))'],
  ['one\ntwo\\\nthree', 'doc(paragraph("one two", hardBreak, "three"))'],
  ['第一\n第二\n*third*', 'doc(paragraph("第一第二 ", italic("third")))'],
  ['a\nb\n===', 'doc(heading("a b"))'],
  ['**a *b* `c`**', 'doc(paragraph(bold("a "), bold(italic("b")), bold(" "), bold(code("c"))))'],
  ['[a **b**](c "d") ![e](f)', 'doc(paragraph(link("a "), link(bold("b")), " ", image))'],
  ['a[^1] [@b, p. 3]!', 'doc(paragraph("a", footnoteReference, " ", citation, "!"))'],
  [
    '- a\n\n  b\n- \n3. c',
    'doc(bulletList(listItem(paragraph("a"), paragraph("b")), listItem(paragraph)), orderedList(listItem(paragraph("c"))))',
  ],
  ['> # a\n> - b', 'doc(blockquote(heading("a"), bulletList(listItem(paragraph("b")))))'],
  ['```js x\na\n```\n\n    b', 'doc(codeBlock("a"), codeBlock("b"))'],
  ['<div>a</div>\n\n---', 'doc(paragraph("<div>a</div>"), horizontalRule)'],
  [
    '| a | b |\n| - | - |\n| 1 \\| x |',
    'doc(table(tableRow(tableHeader("a"), tableHeader("b")), tableRow(tableCell("1 | x"), tableCell)))',
  ],
  ['[^1]: a\n\n    b', 'doc(footnoteDefinition(paragraph("a"), paragraph("b")))'],
  ['[^1]: [^2]: a', 'doc(footnoteDefinition(paragraph("[^2]:"), paragraph("a")))'],
  ['مرحبا **بك**', 'doc(paragraph("مرحبا ", bold("بك")))'],
])('%j opens as %s', (text, doc) => {
  expect(read(text)).toBe(doc)
})

const attributes = (text: string): unknown => openText(text).doc.firstChild?.attrs

test.each([
  ['### a', { level: 3 }],
  ['7. a', { start: 7, spread: false }],
  ['- a\n\n- b', { spread: true }],
  ['```js x', { language: 'js x' }],
  ['```', { language: null }],
  ['[^n]: a', { label: 'n' }],
])('%j has %j', (text, attrs) => {
  expect(attributes(text)).toEqual(attrs)
})

test('columns keep how they are aligned', () => {
  const cells = openText('| a | b |\n| :- | -: |\n| c | d |').doc.firstChild?.lastChild?.children ?? []
  expect(cells.map(({ attrs }) => attrs['align'] as unknown)).toEqual(['left', 'right'])
})

test('a table that would have to be filled up with too many cells is shown as its source', () => {
  const wide = `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n${'|b|\n'.repeat(100)}`
  expect(openText(wide).doc.firstChild?.type.name).toBe('codeBlock')
})
