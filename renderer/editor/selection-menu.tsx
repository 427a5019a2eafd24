import { useEffect, useReducer, useRef, useState, type RefObject } from 'react'
import type { Editor } from '@tiptap/core'
import { shown } from '../stores/keys.ts'
import type { Editing } from './editing.ts'
import { openLinkDialog } from './link-store.ts'
import { commandsFor, type SelectionCommand } from './selection-commands.ts'

type Place = { readonly top: number; readonly left: number }

const height = 40

/** Above the selection, or below it where there is no room; in the coordinates of the scrolled text. */
const placeFor = (editor: Editor, scroller: HTMLElement): Place => {
  const { from, to } = editor.state.selection
  const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to)]
  const view = scroller.getBoundingClientRect()
  const above = start.top - view.top > height + 8
  const top = (above ? start.top - height - 4 : end.bottom + 8) - view.top + scroller.scrollTop
  return { top, left: Math.max(8, Math.min(start.left - view.left, view.width - 560)) }
}

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

/** Left and right go from button to button; Escape goes back to the text. */
const onKey = (event: React.KeyboardEvent<HTMLElement>, editor: Editor, close: () => void): void => {
  if (event.key === 'Escape') {
    close()
    editor.commands.focus()
    return
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}

/** What can be done with the letters that are selected, beside them. Alt+F10 leads there from the text. */
export const SelectionMenu = ({
  editing,
  scroller,
}: {
  readonly editing: Editing
  readonly scroller: RefObject<HTMLElement | null>
}) => {
  const menu = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const section = editing.focused()
  const editor = section ? editing.made(section) : undefined

  useEffect(() => {
    const look = (): void => {
      const inMenu = menu.current?.contains(document.activeElement)
      const id = editing.focused()
      const found = id ? editing.made(id) : undefined
      const isIn = found?.isMounted() === true && (found.editor.isFocused || inMenu === true)
      const isOpen = isIn && !found.editor.state.selection.empty
      setPlace(isOpen && scroller.current ? placeFor(found.editor, scroller.current) : null)
      redraw()
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, 120)
    }
    const toMenu = (event: KeyboardEvent): void => {
      if (event.altKey && event.key === 'F10') menu.current?.querySelector('button')?.focus()
    }
    const scrolled = scroller.current
    scrolled?.addEventListener('scroll', soon, { passive: true })
    document.addEventListener('selectionchange', soon)
    document.addEventListener('keydown', toMenu)
    return () => {
      clearTimeout(timer)
      scrolled?.removeEventListener('scroll', soon)
      document.removeEventListener('selectionchange', soon)
      document.removeEventListener('keydown', toMenu)
    }
  }, [editing, scroller])

  if (!place || !editor?.isMounted()) return null
  return (
    <div
      ref={menu}
      role="toolbar"
      aria-label="Selected text"
      className="selection-menu"
      style={{ top: place.top, left: place.left }}
      // The text keeps its selection while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => onKey(event, editor.editor, () => setPlace(null))}
    >
      {[...commandsFor(editor.editor), link].map((command) => (
        <Item key={command.name} command={command} editor={editor.editor} />
      ))}
    </div>
  )
}
