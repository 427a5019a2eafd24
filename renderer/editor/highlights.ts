import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A place to be marked in the text without being part of it: a quote that was asked for, or what a search found. */
export type Highlight = {
  readonly from: number
  readonly to: number
  readonly as: 'quote' | 'found' | 'found-here'
}

const key = new PluginKey<DecorationSet>('highlights')

/** Marks these places instead of those marked before; an empty list takes the marks away. */
export const highlight = (state: EditorState, places: readonly Highlight[]): Transaction =>
  state.tr.setMeta(key, places).setMeta('addToHistory', false)

const drawn = (tr: Transaction, before: DecorationSet): DecorationSet => {
  const places = tr.getMeta(key) as readonly Highlight[] | undefined
  if (!places) return before.map(tr.mapping, tr.doc)
  return DecorationSet.create(
    tr.doc,
    places.map(({ from, to, as }) => Decoration.inline(from, to, { class: `highlight-${as}` })),
  )
}

/** Draws highlights; they move with the text as it is typed into. */
export const highlights = Extension.create({
  name: 'highlights',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: { init: () => DecorationSet.empty, apply: (tr, before) => drawn(tr, before) },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})
