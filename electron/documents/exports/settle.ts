import type {
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Nodes,
  Root,
  RootContent,
  Table,
  TableCell,
} from 'mdast'
import { visit } from 'unist-util-visit'
import type { Citation } from '../../../shared/text/markdown-notes.ts'
import { closesFence, openedFence } from '../../../shared/text/fences.ts'
import type { NoteNames } from './notes.ts'
import { printable } from './printable.ts'
import { safeUrl } from './safe-url.ts'

/**
 * A top-level block after the rules of `compose`: what stands in its place, and where it stood in its source, its
 * indentation included. `changed` is false where the source may stand as it is.
 */
export type SettledBlock = {
  readonly nodes: readonly RootContent[]
  readonly from: number
  readonly to: number
  readonly changed: boolean
}

/** What settling needs to know of the document around a section. */
export type Surroundings = {
  readonly shift: (depth: number) => Heading['depth']
  readonly noteNames: NoteNames
  /** What is printed for a citation; null where it stays as it is. */
  readonly cite: (value: string) => readonly Nodes[] | null
}

type Scope = Surroundings & {
  readonly firstNotes: ReadonlySet<FootnoteDefinition>
  readonly insideNote: boolean
  readonly insideHeading: boolean
  readonly insideLink: boolean
}

/** What other readers of Markdown could take for HTML, a note or the definition of a link. */
const misread = /<[a-z/!?]|\[\^|\]:/i

const text = (value: string): readonly Nodes[] => (value ? [{ type: 'text', value }] : [])

const literalNote = ({ identifier, label }: FootnoteDefinition | FootnoteReference): string =>
  `[^${label ?? identifier}]`

/** A note that cannot be one: its blocks, the first led by its label. */
const opened = (note: FootnoteDefinition, scope: Scope): readonly Nodes[] => {
  const [first, ...rest] = settleAll(note.children, scope)
  const label = `${literalNote(note)}: `
  return first?.type === 'paragraph'
    ? [{ ...first, children: [{ type: 'text', value: label }, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: [{ type: 'text', value: label }] }, ...(first ? [first] : []), ...rest]
}

const settleNote = (note: FootnoteDefinition, scope: Scope): readonly Nodes[] => {
  const name = scope.noteNames.get(note.identifier)
  const inside = { ...scope, insideNote: true }
  if (scope.insideNote || !scope.firstNotes.has(note) || !name) return opened(note, inside)
  const children = settleAll(note.children, inside)
  const same = name.identifier === note.identifier && children === note.children
  return same ? [note] : [{ ...note, children: [...children], ...name }]
}

/** A table whose head has a cell above every other: most readers of Markdown drop what reaches beyond it. */
const widened = (table: Table): Table => {
  const columns = Math.max(...table.children.map(({ children }) => children.length))
  if (columns === table.children[0]?.children.length) return table
  const missing = (count: number): TableCell[] =>
    Array.from({ length: count }, () => ({ type: 'tableCell', children: [] }))
  return {
    ...table,
    align: Array.from({ length: columns }, (_, at) => table.align?.[at] ?? null),
    children: table.children.map((row) => ({
      ...row,
      children: [...row.children, ...missing(columns - row.children.length)],
    })),
  }
}

const settleHeading = (node: Heading, scope: Scope): readonly Nodes[] => {
  const depth = scope.shift(node.depth)
  const children = settleAll(node.children, { ...scope, insideHeading: true })
  const same = depth === node.depth && children === node.children
  return same ? [node] : [{ ...node, depth, children: [...children] }]
}

const settleCall = (node: FootnoteReference, scope: Scope): readonly Nodes[] => {
  const name = scope.insideNote ? undefined : scope.noteNames.get(node.identifier)
  if (!name) return text(literalNote(node))
  return name.identifier === node.identifier ? [node] : [{ ...node, ...name }]
}

const settleLetters = (node: Extract<Nodes, { value: string }>): readonly Nodes[] => {
  const value = printable(node.value)
  if (value === node.value) return [node]
  return node.type === 'text' ? text(value) : [{ ...node, value }]
}

/** What a citation is printed as inside of a link holds no links of its own. */
const settleCitation = (node: Citation, { cite, insideLink }: Scope): readonly Nodes[] => {
  const printed = cite(node.value)
  if (!printed) return settleLetters(node)
  return insideLink
    ? printed.flatMap((each): readonly Nodes[] => (each.type === 'link' ? each.children : [each]))
    : printed
}

const settleNode = (node: Nodes, scope: Scope): readonly Nodes[] => {
  switch (node.type) {
    case 'heading':
      return settleHeading(node, scope)
    case 'break':
      return scope.insideHeading ? text(' ') : [node]
    case 'image':
      return text(printable(node.alt ?? ''))
    case 'table':
      return settleParent(widened(node), scope)
    case 'citation':
      return settleCitation(node, scope)
    case 'link':
      return safeUrl(node.url) === null
        ? settleAll(node.children, scope)
        : settleParent(node, { ...scope, insideLink: true })
    case 'footnoteReference':
      return settleCall(node, scope)
    case 'footnoteDefinition':
      return settleNote(node, scope)
    default:
      return 'value' in node ? settleLetters(node) : settleParent(node, scope)
  }
}

const settleParent = (node: Nodes, scope: Scope): readonly Nodes[] => {
  if (!('children' in node)) return [node]
  const children = settleAll<Nodes>(node.children, scope)
  if (children === node.children) return [node]
  // What a node holds settles into the same kind of content: blocks give blocks, phrases phrases.
  return node.type === 'paragraph' && children.length === 0 ? [] : [{ ...node, children } as Nodes]
}

/** Settles siblings; gives the very same array back where none changed. */
const settleAll = <Kind extends Nodes>(nodes: readonly Kind[], scope: Scope): readonly Kind[] => {
  const settled = nodes.flatMap((node) => settleNode(node, scope))
  const same = settled.length === nodes.length && settled.every((node, at) => node === nodes[at])
  return same ? nodes : (settled as Kind[])
}

/** Code that is neither indented nor in a fence that ends; the text after it would be taken for code, or it for text. */
const isOpenCode = (node: RootContent, source: string): boolean => {
  if (node.type !== 'code' || /^(?: {4}| *\t)/.test(source)) return false
  const [first = '', ...lines] = source.split(/\r\n|\r|\n/u)
  const fence = openedFence(first)
  return fence === '' || !closesFence(lines.at(-1) ?? '', fence)
}

const isMisread = (node: RootContent): boolean => {
  let found = false
  visit(node, 'text', ({ value }) => {
    found ||= misread.test(value)
  })
  return found
}

const firstNotesOf = (root: Root): ReadonlySet<FootnoteDefinition> => {
  const first = new Map<string, FootnoteDefinition>()
  visit(root, 'footnoteDefinition', (note) => {
    if (!first.has(note.identifier)) first.set(note.identifier, note)
  })
  return new Set(first.values())
}

/** Applies the rules of `compose` to one section's tree, which is not altered. */
export const settle = (root: Root, source: string, around: Surroundings): readonly SettledBlock[] => {
  const scope: Scope = {
    ...around,
    firstNotes: firstNotesOf(root),
    insideNote: false,
    insideHeading: false,
    insideLink: false,
  }
  let last: SettledBlock | undefined
  return root.children.map((block) => {
    const to = block.position?.end.offset ?? source.length
    const start = block.position?.start.offset ?? 0
    const indent = /[ \t]*$/.exec(source.slice(Math.max(0, start - 80), start))?.[0].length ?? 0
    const from = start - indent
    const nodes = settleAll([block], scope)
    const changed =
      nodes[0] !== block ||
      isOpenCode(block, source.slice(from, to)) ||
      isMisread(block) ||
      // Apart from the block it stands right below, it might read otherwise.
      (last?.changed === true && !/\n\s*\n/.test(source.slice(last.to, from)))
    last = { nodes, from, to, changed }
    return last
  })
}
