import { Schema } from '@tiptap/pm/model'
import type { MarkSpec, NodeSpec } from '@tiptap/pm/model'

const cell = {
  content: 'phrase*',
  isolating: true,
  attrs: {
    align: { default: null, validate: 'string|null' },
    // Asked for by the table commands; Markdown's cells never span.
    colspan: { default: 1, validate: 'number' },
    rowspan: { default: 1, validate: 'number' },
    colwidth: { default: null },
  },
} as const satisfies NodeSpec

const nodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block body', content: '(phrase | hardBreak)*' },
  heading: {
    group: 'block body',
    content: 'phrase*',
    defining: true,
    attrs: { level: { default: 1, validate: 'number' } },
  },
  blockquote: { group: 'block body', content: 'block+', defining: true },
  bulletList: {
    group: 'block body',
    content: 'listItem+',
    attrs: { spread: { default: false, validate: 'boolean' } },
  },
  orderedList: {
    group: 'block body',
    content: 'listItem+',
    attrs: { start: { default: 1, validate: 'number' }, spread: { default: false, validate: 'boolean' } },
  },
  listItem: { content: 'block+', defining: true },
  codeBlock: {
    group: 'block body',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    attrs: { language: { default: null, validate: 'string|null' } },
  },
  horizontalRule: { group: 'block body' },
  table: { group: 'block body', content: 'tableRow+', tableRole: 'table', isolating: true },
  tableRow: { content: '(tableHeader | tableCell)+', tableRole: 'row' },
  tableHeader: { ...cell, tableRole: 'header_cell' },
  tableCell: { ...cell, tableRole: 'cell' },
  footnoteDefinition: {
    group: 'block',
    content: 'body+',
    defining: true,
    attrs: { label: { validate: 'string' } },
  },
  text: { group: 'phrase' },
  hardBreak: { inline: true, selectable: false, linebreakReplacement: true },
  image: {
    group: 'phrase',
    inline: true,
    attrs: {
      src: { validate: 'string' },
      alt: { default: '', validate: 'string' },
      title: { default: null, validate: 'string|null' },
    },
  },
  footnoteReference: { group: 'phrase', inline: true, atom: true, attrs: { label: { validate: 'string' } } },
  citation: { group: 'phrase', inline: true, atom: true, attrs: { value: { validate: 'string' } } },
} as const satisfies Record<string, NodeSpec>

const marks = {
  link: {
    inclusive: false,
    attrs: { href: { validate: 'string' }, title: { default: null, validate: 'string|null' } },
  },
  bold: {},
  italic: {},
  strike: {},
  code: {},
} as const satisfies Record<string, MarkSpec>

/** The names of what a manuscript is made of, in the editor. */
export type NodeName = keyof typeof nodes
/** The names of what may be done to letters, in the editor. */
export type MarkName = keyof typeof marks

/**
 * The documents an editor may hold: exactly what `parseMarkdown` reads. A heading or table cell is one line, a table has
 * no cells that span, code is plain. Names are TipTap's, so that its commands work. Plain data, without a DOM.
 */
export const manuscriptSchema = new Schema<NodeName, MarkName>({ nodes, marks })
