import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Selection } from '@tiptap/pm/state'
import type { Editing } from './editing.ts'
import { menuPlace, type Place } from './menu-place.ts'
import type { SectionEditor } from './section-editor.ts'

/** Milliseconds a selection must hold still before its menu shows. */
const quietMs = 120

/** About what the menu takes before it is drawn for the first time. */
const guess = { width: 560, height: 36 }

/** What the menu belongs to; a new object whenever it must be drawn anew. */
type Open = { readonly editor: SectionEditor; readonly place: Place }

const placeIn = (
  { editor }: SectionEditor,
  scroller: HTMLElement,
  menu: HTMLElement | null,
): Place | null => {
  const { from, to } = editor.state.selection
  const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to, -1)]
  const selection = { top: start.top, bottom: end.bottom, left: start.left, right: end.right }
  const view = scroller.getBoundingClientRect()
  const { clientWidth, clientHeight } = scroller
  const { left, top } = view
  const size = menu ? { width: menu.offsetWidth, height: menu.offsetHeight } : guess
  const seen = { top, bottom: top + clientHeight, left, right: left + clientWidth }
  const place = menuPlace(selection, seen, size)
  return place && { top: place.top - top + scroller.scrollTop, left: place.left - left }
}

const lastFocused = (editing: Editing): SectionEditor | null => {
  const section = editing.focused()
  return (section && editing.made(section)) ?? null
}

/** Whether a selection may have a menu: it has letters in it, and the focus is in its text or in the menu. */
const isSelected = (found: SectionEditor, menu: HTMLElement | null): boolean =>
  found.isMounted() &&
  !found.editor.state.selection.empty &&
  (found.editor.isFocused || menu?.contains(document.activeElement) === true)

/**
 * Where the menu of the selection stands, null while there is none. It follows the selection as the text is scrolled
 * or takes another width, goes with the focus, and, once closed, stays away from that selection.
 */
export const useSelectionMenu = (
  editing: Editing,
  scroller: RefObject<HTMLElement | null>,
  menu: RefObject<HTMLElement | null>,
) => {
  const [open, setOpen] = useState<Open | null>(null)
  const closed = useRef<Selection | null>(null)
  const look = useCallback((): void => {
    const editor = lastFocused(editing)
    if (!editor || closed.current?.eq(editor.editor.state.selection) !== true) closed.current = null
    const isOpen = editor !== null && closed.current === null && isSelected(editor, menu.current)
    const place = isOpen && scroller.current ? placeIn(editor, scroller.current, menu.current) : null
    setOpen(editor && place ? { editor, place } : null)
  }, [editing, scroller, menu])
  const close = (): void => {
    closed.current = lastFocused(editing)?.editor.state.selection ?? null
    setOpen(null)
  }
  useEffect(() => {
    if (!scroller.current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, quietMs)
    }
    const follow = (): void => {
      soon()
      cancelAnimationFrame(frame)
      // A selection that has no menu yet is left to the timer.
      if (menu.current) frame = requestAnimationFrame(look)
    }
    const sizes = new ResizeObserver(follow)
    sizes.observe(scroller.current)
    const heard = new AbortController()
    const { signal } = heard
    scroller.current.addEventListener('scroll', follow, { passive: true, signal })
    for (const event of ['selectionchange', 'focusin', 'focusout']) {
      document.addEventListener(event, soon, { signal })
    }
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      sizes.disconnect()
      heard.abort()
    }
  }, [look, scroller, menu])
  return { open, close, look }
}
