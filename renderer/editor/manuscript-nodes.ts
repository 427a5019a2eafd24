import { Mark, Node, type AnyExtension, type Attribute } from '@tiptap/core'
import type { AttributeSpec, MarkSpec, NodeSpec } from '@tiptap/pm/model'
import { markForms, nodeForms } from './dom-forms.ts'
import { manuscriptSchema, type MarkName, type NodeName } from './schema.ts'

const attributes = (attrs: Readonly<Record<string, AttributeSpec>> = {}): Record<string, Attribute> =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, { validate, ...spec }]) => [
      name,
      {
        ...('default' in spec ? { default: spec.default as unknown } : { isRequired: true }),
        ...(validate !== undefined && { validate }),
        rendered: false,
      },
    ]),
  )

const isNodeName = (name: string): name is keyof typeof nodeForms => Object.hasOwn(nodeForms, name)

/** TipTap tells its lists by their group. */
const groupOf = (name: string, group: string | undefined): string | undefined =>
  name === 'bulletList' || name === 'orderedList' ? `${group ?? 'block'} list` : group

const node = (name: NodeName, spec: NodeSpec): AnyExtension => {
  const { content, marks, inline, atom, selectable, code, defining, isolating, linebreakReplacement } = spec
  const group = groupOf(name, spec.group)
  const form = isNodeName(name) ? nodeForms[name] : null
  return Node.create({
    name,
    ...(name === 'doc' && { topNode: true }),
    ...(content !== undefined && { content }),
    ...(marks !== undefined && { marks }),
    ...(group !== undefined && { group }),
    ...(inline !== undefined && { inline }),
    ...(atom !== undefined && { atom }),
    ...(selectable !== undefined && { selectable }),
    ...(code !== undefined && { code }),
    ...(defining !== undefined && { defining }),
    ...(isolating !== undefined && { isolating }),
    ...(linebreakReplacement !== undefined && { linebreakReplacement }),
    addAttributes: () => attributes(spec.attrs),
    extendNodeSchema: (extension) =>
      extension.name === name
        ? {
            ...(spec['tableRole'] !== undefined && { tableRole: spec['tableRole'] as string }),
            ...(form && { parseDOM: form.read, toDOM: form.show }),
          }
        : {},
  })
}

const mark = (name: MarkName, spec: MarkSpec): AnyExtension => {
  const form = markForms[name]
  return Mark.create({
    name,
    ...(spec.inclusive !== undefined && { inclusive: spec.inclusive }),
    ...(name === 'code' && { code: true }),
    addAttributes: () => attributes(spec.attrs),
    extendMarkSchema: (extension) =>
      (extension as { readonly name: string }).name === name ? { parseDOM: form.read, toDOM: form.show } : {},
  })
}

/**
 * The manuscript's schema as TipTap wants to be told it: the same nodes, marks, contents and attributes, each with its
 * form in a page. What has no form here cannot be pasted.
 */
export const manuscriptNodes: readonly AnyExtension[] = [
  ...Object.values(manuscriptSchema.nodes).map(({ name, spec }) => node(name as NodeName, spec)),
  ...Object.values(manuscriptSchema.marks).map(({ name, spec }) => mark(name as MarkName, spec)),
]
