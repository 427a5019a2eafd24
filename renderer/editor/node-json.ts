import type { MarkName, NodeName } from './schema.ts'

type Attributes = Readonly<Record<string, unknown>>

/** A mark as ProseMirror writes it. */
export type MarkJson = { readonly type: MarkName; readonly attrs?: Attributes }

/** A node as ProseMirror writes and reads it: the same in every editor whose schema uses our names. */
export type NodeJson = {
  readonly type: NodeName
  readonly attrs?: Attributes
  readonly content?: readonly NodeJson[]
  readonly text?: string
  readonly marks?: readonly MarkJson[]
}

/** An attribute that is a text, or '' where it is none. */
export const textAttribute = (node: { readonly attrs?: Attributes }, name: string): string => {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

/** An attribute that is a number, or `otherwise` where it is none. */
export const numberAttribute = (node: NodeJson, name: string, otherwise: number): number => {
  const value = node.attrs?.[name]
  return typeof value === 'number' ? value : otherwise
}

/** Whether a node's text is code. */
export const isCode = ({ marks }: NodeJson): boolean => marks?.some(({ type }) => type === 'code') ?? false
