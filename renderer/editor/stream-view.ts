import { DOMSerializer, Node, Schema } from '@tiptap/pm/model'
import { parseMarkdown } from '../../shared/text/markdown.ts'
import { markForms, nodeForms } from './dom-forms.ts'
import { blockFromMarkdown } from './from-markdown.ts'
import { manuscriptSchema, type MarkName } from './schema.ts'

const isShown = (name: string): name is keyof typeof nodeForms => Object.hasOwn(nodeForms, name)

/** The manuscript's schema with the forms of a page, for text that nobody edits. */
const shownSchema = new Schema({
  nodes: Object.fromEntries(
    Object.values(manuscriptSchema.nodes).map(({ name, spec }) => [
      name,
      isShown(name) ? { ...spec, toDOM: nodeForms[name].show } : spec,
    ]),
  ),
  marks: Object.fromEntries(
    Object.values(manuscriptSchema.marks).map(({ name, spec }) => [
      name,
      { ...spec, toDOM: markForms[name as MarkName].show },
    ]),
  ),
})

const serializer = DOMSerializer.fromSchema(shownSchema)

/** Blocks of Markdown as the editor would show them. */
const renderBlocks = (text: string): DocumentFragment => {
  const content = parseMarkdown(text).children.map((child) => blockFromMarkdown(child, text))
  const doc = Node.fromJSON(shownSchema, { type: 'doc', content })
  const fragment = document.createDocumentFragment()
  serializer.serializeFragment(doc.content, { document }, fragment)
  return fragment
}

/** Where what stands before `end` is settled: behind the last blank line. */
const settledEnd = (text: string, from: number): number => {
  const end = text.lastIndexOf('\n\n')
  return end < from ? from : end + 2
}

/** Signs of emphasis that are still open at the end of a line would blink as letters arrive. */
const withoutSigns = (tail: string): string => tail.replaceAll(/\*+|^#{1,6} |^> |`/gmu, '')

/**
 * Shows letters as they arrive, outside React: paragraphs that are settled are built once and stay, only the last one
 * is touched. `show` takes the whole text so far.
 */
export const createStreamView = (place: HTMLElement) => {
  const tail = document.createElement('p')
  const letters = document.createTextNode('')
  tail.append(letters)
  place.append(tail)
  let shown = ''
  let settled = 0
  const clear = (): void => {
    place.replaceChildren(tail)
    shown = ''
    settled = 0
  }
  return {
    show(text: string): void {
      if (text === shown) return
      if (!text.startsWith(shown.slice(0, settled))) clear()
      shown = text
      const end = settledEnd(text, settled)
      if (end > settled) {
        tail.before(renderBlocks(text.slice(settled, end)))
        settled = end
      }
      letters.data = withoutSigns(text.slice(settled))
    },
    clear,
  }
}
