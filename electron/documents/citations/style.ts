import { readXml, type Opened } from '../xml/read-xml.ts'

/** An element of a style. */
export type StyleNode = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly StyleNode[]
}

/** How one kind of output is laid out: citations in the text, or entries of the bibliography. */
export type Layout = {
  readonly layout: StyleNode
  readonly options: ReadonlyMap<string, string>
  readonly sort: readonly StyleNode[]
}

/** A citation style, read. */
export type Style = {
  readonly citation: Layout
  readonly bibliography: Layout
  readonly macros: ReadonlyMap<string, StyleNode>
}

type Growing = {
  readonly name: string
  readonly attributes: Opened['attributes']
  readonly children: Growing[]
}

const treeOf = (source: string): StyleNode => {
  const root: Growing = { name: '', attributes: new Map(), children: [] }
  const open: Growing[] = [root]
  readXml(source, {
    open: ({ name, attributes }) => {
      const node: Growing = { name, attributes, children: [] }
      open.at(-1)?.children.push(node)
      open.push(node)
    },
    close: () => void open.pop(),
    text: () => {},
  })
  const [style] = root.children
  if (style?.name !== 'style') throw new Error('no style')
  return style
}

const child = (node: StyleNode, name: string): StyleNode | undefined =>
  node.children.find((each) => each.name === name)

const layoutOf = (style: StyleNode, name: string): Layout => {
  const node = child(style, name)
  const layout = node && child(node, 'layout')
  if (!layout) throw new Error(`no layout of the ${name}`)
  return {
    layout,
    options: new Map([...style.attributes, ...node.attributes]),
    sort: child(node, 'sort')?.children ?? [],
  }
}

/**
 * Reads a style in CSL 1.0.2, XML and all. Throws an Error where it is none. Of the language this much is carried out:
 * text, number, date, names with substitutes, label, group, choose, macros, sorting, year suffixes, and citation numbers
 * collapsed to ranges; what is left out is the notes, ibidem, and telling authors apart by more names.
 */
export const readStyle = (source: string): Style => {
  const style = treeOf(source)
  const macros = style.children.filter(({ name }) => name === 'macro')
  return {
    citation: layoutOf(style, 'citation'),
    bibliography: layoutOf(style, 'bibliography'),
    macros: new Map(macros.map((macro) => [macro.attributes.get('name') ?? '', macro])),
  }
}
