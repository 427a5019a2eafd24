import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdownTexts } from '../../shared/text/arbitraries.ts'
import { plainText } from '../../shared/text/markdown.ts'
import { openText } from './open-text.ts'
import { positionsOf, shownText } from './shown-text.ts'

const shown = (text: string) => shownText(openText(text).doc)

test.each([
  ['marks', 'A **bold** *word*.'],
  ['blocks', '# Head\n\n- one\n- two\n\n> quoted'],
  ['tables', '| a | b |\n|---|---|\n| 1 | **2** |'],
  ['notes', 'Said.[^1] So [@key].\n\n[^1]: The note.'],
  ['breaks', 'one\\\ntwo'],
])('the shown text is the plain text: %s', (_, text) => {
  expect(shown(text).text).toBe(plainText(text))
})

test('but for the space of wrapped lines and missing cells, the shown text is the plain text', () => {
  fc.assert(
    fc.property(markdownTexts(30), (text) => {
      // The editor shows the mark of a footnote inside another that has no text.
      fc.pre(!/\[\^[^\]]*\]:[ \t]*(?:[\r\n]|$)/u.test(text))
      expect(shown(text).text.replaceAll(/\s+/gu, '')).toBe(plainText(text).replaceAll(/\s+/gu, ''))
    }),
    { numRuns: 200 },
  )
})

test('a place in the shown text is a place in the document', () => {
  const doc = openText('# Head\n\n- A **bold** word').doc
  const text = shownText(doc)
  const at = text.text.indexOf('bold')
  const place = positionsOf(text, at, at + 4)
  expect(place && doc.textBetween(place.from, place.to)).toBe('bold')
  expect(positionsOf(text, 3, 3)).toBeNull()
  expect(positionsOf(text, 900, 901)).toBeNull()
})
