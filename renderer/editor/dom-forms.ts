import type { DOMOutputSpec, Mark, Node, TagParseRule, ParseRule } from '@tiptap/pm/model'
import { safeAddress } from './safe-address.ts'
import { numberAttribute, textAttribute } from './node-json.ts'
import type { MarkName, NodeName } from './schema.ts'

/** How a node is shown in a page, and which elements of a paste become it. */
export type NodeForm = {
  readonly show: (node: Node) => DOMOutputSpec
  readonly read: readonly TagParseRule[]
}
/** The same of a mark. */
export type MarkForm = { readonly show: (mark: Mark) => DOMOutputSpec; readonly read: readonly ParseRule[] }

const plain = (tag: string, more: readonly string[] = []): NodeForm => ({
  show: () => [tag, 0],
  read: [tag, ...more].map((each) => ({ tag: each })),
})

/**
 * A property of an element's own style, in lower case; '' where there is none. It is read as text, because a page whose
 * policy admits no inline styles is given none by `element.style`.
 */
const styleOf = (element: HTMLElement, property: string): string => {
  const declarations = (element.getAttribute('style') ?? '').toLowerCase().split(';')
  const pairs = declarations.map((each) => each.split(':').map((part) => part.trim()))
  return pairs.findLast(([name]) => name === property)?.[1] ?? ''
}

/** Whatever has a style that makes the mark; the element may be something else besides. */
const styled = (property: string, pattern: RegExp): TagParseRule => ({
  tag: '[style]',
  consuming: false,
  getAttrs: (element) => pattern.test(styleOf(element, property)) && null,
})

const sides: ReadonlySet<string> = new Set(['left', 'center', 'right'])

const sideOf = (element: HTMLElement): string | null => {
  const side = element.dataset['align'] ?? element.getAttribute('align') ?? styleOf(element, 'text-align')
  return sides.has(side) ? side : null
}

const blocks = 'p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote, pre, table'

/** A cell is one line: what stood in it as paragraphs is set apart by spaces. */
const onOneLine = (cell: globalThis.Node): HTMLElement => {
  const line = cell.cloneNode(true) as HTMLElement
  for (const block of line.querySelectorAll(blocks)) block.replaceWith(...block.childNodes, ' ')
  return line
}

const cell = (tag: 'th' | 'td'): NodeForm => ({
  show: ({ attrs }) => {
    const align = textAttribute({ attrs }, 'align')
    return [tag, sides.has(align) ? { 'data-align': align } : {}, 0]
  },
  read: [{ tag, getAttrs: (element) => ({ align: sideOf(element) }), contentElement: onOneLine }],
})

const levels = [1, 2, 3, 4, 5, 6] as const

const address = (element: HTMLElement, name: string): string | null =>
  safeAddress(element.getAttribute(name) ?? '')

/** A picture is shown by its description: nothing is ever fetched for a text. */
const image: NodeForm = {
  show: ({ attrs }) => {
    const alt = textAttribute({ attrs }, 'alt') || 'Picture without a description'
    const src = textAttribute({ attrs }, 'src')
    return ['span', { class: 'picture', role: 'img', 'aria-label': alt, 'data-src': src, title: src }, alt]
  },
  read: [
    {
      tag: 'img[src]',
      getAttrs: (element) => {
        const src = address(element, 'src')
        return src === null ? false : { src, alt: element.getAttribute('alt') ?? '' }
      },
    },
    {
      tag: 'span.picture[data-src]',
      getAttrs: (element) => ({
        src: element.dataset['src'] ?? '',
        alt: element.getAttribute('aria-label') ?? '',
      }),
    },
  ],
}

const link: MarkForm = {
  show: ({ attrs }) => {
    const href = textAttribute({ attrs }, 'href')
    const safe = safeAddress(href)
    const shown = { 'data-address': href, title: href, rel: 'noopener noreferrer' }
    return ['a', safe === null ? shown : { ...shown, href: safe }, 0]
  },
  read: [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = address(element, 'href')
        return href === null ? false : { href }
      },
    },
  ],
}

/** Every node of the manuscript as the page shows it. */
export const nodeForms: Readonly<Record<Exclude<NodeName, 'doc' | 'text'>, NodeForm>> = {
  paragraph: plain('p'),
  heading: {
    show: ({ attrs }) => [`h${Math.min(6, Math.max(1, Number(attrs['level']) || 1))}`, 0],
    read: levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  },
  blockquote: plain('blockquote'),
  bulletList: plain('ul'),
  orderedList: {
    show: ({ attrs }) => {
      const start = numberAttribute({ type: 'orderedList', attrs }, 'start', 1)
      return start === 1 ? ['ol', 0] : ['ol', { start }, 0]
    },
    read: [
      {
        tag: 'ol',
        getAttrs: (element) => {
          const start = Number(element.getAttribute('start') ?? 1)
          return { start: Number.isSafeInteger(start) ? start : 1 }
        },
      },
    ],
  },
  listItem: plain('li'),
  codeBlock: {
    show: () => ['pre', ['code', 0]],
    read: [{ tag: 'pre', preserveWhitespace: 'full' }],
  },
  horizontalRule: { show: () => ['hr'], read: [{ tag: 'hr' }] },
  table: { show: () => ['table', ['tbody', 0]], read: [{ tag: 'table' }] },
  tableRow: plain('tr'),
  tableHeader: cell('th'),
  tableCell: cell('td'),
  footnoteDefinition: {
    show: ({ attrs }) => {
      const label = textAttribute({ attrs }, 'label')
      return ['aside', { class: 'footnote', 'data-label': label, 'aria-label': `Footnote ${label}` }, 0]
    },
    read: [{ tag: 'aside.footnote', getAttrs: (element) => ({ label: element.dataset['label'] ?? 'note' }) }],
  },
  hardBreak: { show: () => ['br'], read: [{ tag: 'br' }] },
  image,
  footnoteReference: {
    show: ({ attrs }) => {
      const label = textAttribute({ attrs }, 'label')
      return ['sup', { class: 'footnote-mark', 'data-label': label }, label]
    },
    read: [
      { tag: 'sup.footnote-mark', getAttrs: (element) => ({ label: element.dataset['label'] ?? 'note' }) },
    ],
  },
  citation: {
    show: ({ attrs }) => {
      const value = textAttribute({ attrs }, 'value')
      return ['span', { class: 'citation', 'data-value': value }, `[${value}]`]
    },
    read: [
      { tag: 'span.citation', getAttrs: (element) => ({ value: element.dataset['value'] ?? '@source' }) },
    ],
  },
}

/** Every mark of the manuscript as the page shows it. */
export const markForms: Readonly<Record<MarkName, MarkForm>> = {
  link,
  bold: {
    show: () => ['strong', 0],
    read: [
      { tag: 'strong' },
      // What Google Docs wraps a whole paste in.
      { tag: 'b', getAttrs: (element) => !/^(?:normal|400)$/u.test(styleOf(element, 'font-weight')) && null },
      styled('font-weight', /^(?:bold(?:er)?|[6-9]00)$/u),
    ],
  },
  italic: {
    show: () => ['em', 0],
    read: [{ tag: 'em' }, { tag: 'i' }, styled('font-style', /^italic/u)],
  },
  strike: {
    show: () => ['s', 0],
    read: [{ tag: 's' }, { tag: 'del' }, styled('text-decoration', /line-through/u)],
  },
  code: { show: () => ['code', 0], read: [{ tag: 'code' }] },
}
