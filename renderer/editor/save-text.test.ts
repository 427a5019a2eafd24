import { Transform } from '@tiptap/pm/transform'
import type { Node as ProseNode } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdownTexts } from '../../shared/text/arbitraries.ts'
import { blocks, typedText } from './arbitraries.ts'
import type { NodeJson } from './node-json.ts'
import { openText, type OpenedText } from './open-text.ts'
import { saveText } from './save-text.ts'
import { manuscriptSchema } from './schema.ts'
import { settledNode } from './settled-node.ts'

const settledDoc = (doc: ProseNode): string => JSON.stringify(settledNode(doc.toJSON() as NodeJson).toJSON())

const gaps = fc.constantFrom('\n\n', '\n\n', '\n', '\r\n\r\n', '\n\n\n', '\n \n', '')
const texts = fc
  .array(fc.tuple(markdownTexts(8), gaps), { maxLength: 6 })
  .map((parts) => parts.flat().join(''))

const written = fc
  .array(blocks, { minLength: 1, maxLength: 5 })
  .map((content) => saveText(openText(''), manuscriptSchema.nodeFromJSON({ type: 'doc', content })))

const startOf = (doc: ProseNode, block: number): number =>
  doc.children.slice(0, block).reduce((at, { nodeSize }) => at + nodeSize, 0)

/** Types a text somewhere into one block; a block without any text stays as it is. */
const typed = (doc: ProseNode, block: number, at: number, text: string): ProseNode => {
  const start = startOf(doc, block)
  const places: number[] = []
  doc.nodesBetween(start, start + doc.child(block).nodeSize, (node, place) => {
    if (node.isTextblock) for (let i = 0; i <= node.content.size; i += 1) places.push(place + 1 + i)
  })
  const place = places[at % Math.max(1, places.length)]
  return place === undefined ? doc : new Transform(doc).insert(place, manuscriptSchema.text(text)).doc
}

test('opening and saving changes nothing, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(texts, markdownTexts()), (text) => {
      const opened = openText(text)
      opened.doc.check()
      expect(saveText(opened, opened.doc)).toBe(text)
      expect(saveText(opened, manuscriptSchema.nodeFromJSON(opened.doc.toJSON()))).toBe(text)
    }),
    { numRuns: 300 },
  )
})

test('opening and saving changes nothing in a document of any blocks', () => {
  fc.assert(
    fc.property(written, (text) => {
      const opened = openText(text)
      expect(saveText(opened, opened.doc)).toBe(text)
    }),
  )
})

const keeps = (opened: OpenedText, saved: string, from: number, to: number): boolean =>
  saved.startsWith(opened.text.slice(0, opened.blocks[from]?.to ?? 0)) &&
  saved.endsWith(opened.text.slice(opened.blocks[to]?.from ?? opened.text.length))

test('an edit in one block of any text leaves all others their letters, but for a neighbour that would join it', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), typedText, (text, number, at, letters) => {
      const opened = openText(text)
      const block = number % opened.doc.childCount
      const doc = typed(opened.doc, block, at, letters)
      const saved = saveText(opened, doc)
      expect(settledDoc(openText(saved).doc)).toBe(settledDoc(doc))
      expect(keeps(opened, saved, block - 2, block + 2)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('an edit in one block of a document that Longhand wrote leaves all others their letters', () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.nat(), typedText, (text, number, at, letters) => {
      const opened = openText(text)
      const block = number % opened.doc.childCount
      const doc = typed(opened.doc, block, at, letters)
      const saved = saveText(opened, doc)
      expect(settledDoc(openText(saved).doc)).toBe(settledDoc(doc))
      expect(keeps(opened, saved, block - 1, block + 1)).toBe(true)
    }),
  )
})

type Edit = {
  readonly kind: 'remove' | 'move' | 'insert' | 'replace'
  readonly at: number
  readonly to: number
  readonly node: NodeJson
}

const edits: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('remove', 'move', 'insert', 'replace'),
  at: fc.nat(),
  to: fc.nat(),
  node: blocks,
})

const edited = (doc: ProseNode, { kind, at, to, node }: Edit): ProseNode => {
  const children = [...doc.children]
  const [picked] = children.slice(at % children.length)
  const fresh = manuscriptSchema.nodeFromJSON(node)
  if (kind === 'insert') children.splice(to % (children.length + 1), 0, fresh)
  else {
    children.splice(at % children.length, 1)
    if (kind === 'replace') children.splice(at % (children.length + 1), 0, fresh)
    if (kind === 'move' && picked) children.splice(to % (children.length + 1), 0, picked)
  }
  return doc.copy(manuscriptSchema.node('doc', null, children.length > 0 ? children : [fresh]).content)
}

test('after any edits the saved text opens as what Markdown can hold of the document', () => {
  fc.assert(
    fc.property(texts, fc.array(edits, { minLength: 1, maxLength: 4 }), (text, steps) => {
      const opened = openText(text)
      const doc = steps.reduce(edited, opened.doc)
      expect(settledDoc(openText(saveText(opened, doc)).doc)).toBe(settledDoc(doc))
    }),
    { numRuns: 300 },
  )
})

const changed = (text: string, block: number, letters: string): string => {
  const opened = openText(text)
  const at = startOf(opened.doc, block) + 1
  return saveText(opened, new Transform(opened.doc).insert(at, manuscriptSchema.text(letters)).doc)
}

test.each([
  ['between others', '*  a\n\n\nb  \n\n***\n---\n', 1, 'X', '*  a\n\n\nXb\n\n***\n---\n'],
  ['below a heading', '# A\nb\n# C\n', 1, 'X', '# A\nXb\n\n# C\n'],
  ['in a heading', 'A\n=\ntext', 0, 'X', '# XA\ntext'],
  ['with CRLF', 'a\r\n\r\nb\r\n', 0, 'X', 'Xa\r\n\r\nb\r\n'],
  ['behind a byte order mark', '\ufeffa\n\nb', 0, 'X', '\ufeffXa\n\nb'],
  ['without a last line break', 'a\n\nb', 1, 'X', 'a\n\nXb'],
  ['of wrapped lines', 'one\ntwo', 0, 'X', 'Xone two'],
  ['with Chinese lines', '第一\n第二', 0, 'X', 'X第一第二'],
  ['among rules', '---\n\na\n\n* * *', 1, 'X', '---\n\nXa\n\n* * *'],
  ['beside HTML', '<div>\n\na\n\n<!-- b -->', 1, 'X', '<div>\n\nXa\n\n<!-- b -->'],
  ['beside notes', '[^1]: a\n\nb[^1]', 1, '[^2]', '[^1]: a\n\n\\[^2]b[^1]'],
  ['in right-to-left text', 'שלום\n\n**עולם**\n', 0, '«', '«שלום\n\n**עולם**\n'],
  ['above an indented paragraph', '- a\n\n b', 1, 'X', '- a\n\nXb'],
])('an edit %s', (_, text, block, letters, saved) => {
  expect(changed(text, block, letters)).toBe(saved)
})

test('what is undone is saved as it was', () => {
  const opened = openText('*  a\n\n_b_\n\n+ c')
  const typedIn = new Transform(opened.doc).insert(8, manuscriptSchema.text('X'))
  const undone = typedIn.steps.toReversed().reduce((tr, step, i) => {
    const before = typedIn.docs[typedIn.docs.length - 1 - i]
    return before ? tr.step(step.invert(before)) : tr
  }, new Transform(typedIn.doc))
  expect(saveText(opened, typedIn.doc)).not.toBe(opened.text)
  expect(saveText(opened, undone.doc)).toBe(opened.text)
})

test.each([
  ['', '', ''],
  ['  \n\n', '  \n\n', ''],
  ['a\n\nb\n', 'a\n\nb\n', ''],
])('a document %j whose blocks are all gone', (text, untouched, emptied) => {
  const opened = openText(text)
  const nothing = manuscriptSchema.node('doc', null, [manuscriptSchema.node('paragraph')])
  expect(saveText(opened, opened.doc)).toBe(untouched)
  if (opened.blocks.length > 0) expect(saveText(opened, nothing)).toBe(emptied)
})
