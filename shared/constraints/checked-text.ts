import type { Root } from 'mdast'
import { fold, type Folded } from '../text/fold.ts'
import { parseMarkdown, plainOf } from '../text/markdown.ts'

/**
 * A Markdown text as checks see it: as it is read (`plain`, where quotes come from), without its typography (`folded`,
 * letter case too), and as a tree. Each is made when it is first asked for, and once.
 */
export type CheckedText = {
  readonly plain: () => string
  readonly folded: () => Folded
  readonly root: () => Root
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** Reads a text for checks; many of them then share the work. `read` gives it as it is read, where that is known. */
export const checkedText = (markdown: string, read?: () => string): CheckedText => {
  const root = once(() => parseMarkdown(markdown))
  const plain = once(read ?? (() => plainOf(root())))
  return { root, plain, folded: once(() => fold(plain(), true)) }
}
