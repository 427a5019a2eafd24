import * as fc from 'fast-check'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { markdownTexts } from '../../shared/text/arbitraries.ts'
import { openText } from './open-text.ts'
import { replacing } from './replacing.ts'

const caretOf = (doc: Node): number => {
  let caret = 1
  doc.descendants((node, at) => {
    const within = node.text?.indexOf('|') ?? -1
    if (within >= 0) caret = at + within
  })
  return caret
}

const withCaret = (text: string): EditorState => {
  const { doc } = openText(text.replace('|', ''))
  return EditorState.create({ doc, selection: TextSelection.create(doc, caretOf(openText(text).doc)) })
}

test.each([
  [
    'a draft arrives under the caret',
    '|',
    'A whole draft.\n\nOf two lines.',
    '|A whole draft.\n\nOf two lines.',
  ],
  ['a draft that begins with a heading', '|', '# Head\n\nText.', '# |Head\n\nText.'],
  ['the text grows behind the caret', 'One|', 'One two.', 'One| two.'],
  ['the text grows before the caret', 'One |two.', 'One and two.', 'One |and two.'],
  ['another line changes', 'One.\n\nTw|o.', 'Won.\n\nTwo.', 'Won.\n\nTw|o.'],
  ['the words at the caret go', 'One tw|o three.', 'One three.', 'One t|hree.'],
  ['the words before the caret are others', 'Say one|.', 'Say all.', 'Say |all.'],
  ['a paragraph comes at the caret', 'A.\n\n|B.', 'A.\n\nNew.\n\nB.', 'A.\n\n|New.\n\nB.'],
  ['a paragraph comes before the caret', 'A.\n\nB|.', 'A.\n\nNew.\n\nB.', 'A.\n\nNew.\n\nB|.'],
  ['nothing changes', 'On|e.', 'One.', 'On|e.'],
])('the caret stays where it is seen: %s', (_, now, next, then) => {
  const state = withCaret(now)
  const { doc, selection } = state.apply(replacing(state, openText(next).doc))
  const wanted = withCaret(then)
  expect([doc.toJSON(), selection.head]).toEqual([wanted.doc.toJSON(), wanted.selection.head])
})

test('whatever stood there, what is shown is what was wanted, and the caret is in a text', () => {
  fc.assert(
    fc.property(markdownTexts(30), markdownTexts(30), fc.nat(), (now, next, at) => {
      const { doc } = openText(now)
      const selection = TextSelection.near(doc.resolve(at % (doc.content.size + 1)))
      const state = EditorState.create({ doc, selection })
      const wanted = openText(next).doc
      const after = state.apply(replacing(state, wanted))
      expect(after.doc.toJSON()).toEqual(wanted.toJSON())
      expect(after.selection.$head.parent.inlineContent || after.selection.from === 0).toBe(true)
    }),
    { numRuns: 100 },
  )
})
