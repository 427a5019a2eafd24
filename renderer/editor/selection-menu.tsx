import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { Editor } from '@tiptap/core'
import { shown } from '../stores/keys.ts'
import { show } from '../stores/view-store.ts'
import type { Editing } from './editing.ts'
import { openLinkDialog } from './link-store.ts'
import { commandsFor, type SelectionCommand } from './selection-commands.ts'
import { useSelectionMenu } from './use-selection-menu.ts'

const Item = ({ command, editor }: { readonly command: SelectionCommand; readonly editor: Editor }) => {
  const { name, keys, isOn, run } = command
  const on = isOn?.(editor)
  return (
    <button
      type="button"
      className="selection-item"
      title={keys ? `${name} (${shown(keys)})` : name}
      {...(on !== undefined && { 'aria-pressed': on })}
      onClick={() => run(editor)}
    >
      {name}
    </button>
  )
}

const link: SelectionCommand = {
  name: 'Link',
  keys: 'Mod+Shift+K',
  isOn: (editor) => editor.isActive('link'),
  run: openLinkDialog,
}

/** Opens what the model can be asked for with this selection. */
const ask: SelectionCommand = { name: 'Ask Longhand', keys: 'Mod+J', run: () => show({ dialog: 'ask' }) }

/** Left and right go from button to button. */
const onArrow = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}

/** What can be done with the letters that are selected, beside them. Alt+F10 leads there, Escape closes it. */
export const SelectionMenu = ({
  editing,
  scroller,
}: {
  readonly editing: Editing
  readonly scroller: RefObject<HTMLElement | null>
}) => {
  const menu = useRef<HTMLDivElement>(null)
  const { open, close, look } = useSelectionMenu(editing, scroller, menu)
  const editor = open?.editor.editor
  const isOpen = open !== null
  // As wide as it is, it may have to stand elsewhere.
  useLayoutEffect(() => {
    if (isOpen) look()
  }, [isOpen, look])
  useEffect(() => {
    if (!editor) return
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.altKey && event.key === 'F10') menu.current?.querySelector('button')?.focus()
      if (event.key !== 'Escape' || event.isComposing) return
      close()
      editor.commands.focus(null, { scrollIntoView: false })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  if (!open || !editor) return null
  return (
    <div
      ref={menu}
      role="toolbar"
      aria-label="Selected text"
      className="selection-menu max-w-[calc(100%-12px)] flex-wrap"
      style={open.place}
      // The text keeps its selection while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onArrow}
    >
      {[...commandsFor(editor), link, ask].map((command) => (
        <Item key={command.name} command={command} editor={editor} />
      ))}
    </div>
  )
}
