import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { MatrixColumn } from '../../../shared/questions/constraint-matrix.ts'
import { projectStore } from '../../stores/project-store.ts'
import { showPlace } from '../checks/show-place.ts'
import { restsOn, standOf } from './cell-words.ts'
import { placeAfter, type Place } from './loom-keys.ts'
import type { Scale } from './loom-scale.ts'
import type { Strand } from './loom-threads.ts'
import { look, useLoomView } from './loom-view.ts'
import { zoomBy } from './use-zoom.ts'

/** The loom as pointer and keys meet it; `names` is the width of the names, `view` what is left for the cloth. */
export type LoomStage = {
  readonly columns: readonly MatrixColumn[]
  readonly strands: readonly Strand[]
  readonly scale: Scale
  readonly names: number
  readonly view: { readonly width: number; readonly height: number }
  readonly scroller: RefObject<HTMLElement | null>
}

type Point = { readonly clientX: number; readonly clientY: number }

/** What a click on a cell does, or Enter; true where its card is to be pinned. */
const act = ({ columns, strands }: LoomStage, { line, column }: Place, by: 'click' | 'enter'): boolean => {
  const strand = strands[line]
  if (strand?.is === 'band') look({ isOpen: !strand.isOpen })
  if (strand?.is !== 'thread') return false
  const stand = standOf(strand.thread, column)
  const section = strand.thread.row.reach === 'whole' ? null : (columns[column]?.section ?? null)
  if (stand === 'empty') return false
  if (section === null || (by === 'click' && stand === 'broken')) return true
  showPlace(section, restsOn(projectStore.getState().state, strand.thread, column)?.quote ?? '')
  return false
}

const placeUnder = (stage: LoomStage, { clientX, clientY }: Point): Place | null => {
  const { scroller, names, scale, strands, columns } = stage
  const { current } = scroller
  if (!current) return null
  const { left, top } = current.getBoundingClientRect()
  const [x, y] = [clientX - left - names, clientY - top - scale.head]
  if (y < 0 || x < 0) return null
  const line = Math.floor((y + current.scrollTop) / scale.row)
  const column = Math.floor((x + current.scrollLeft) / scale.column)
  const strand = strands[line]
  const isSelvedge = strand?.is === 'thread' && strand.thread.row.reach === 'whole'
  if (!strand || (column >= columns.length && !isSelvedge)) return null
  return { line, column: Math.min(column, columns.length - 1) }
}

const reveal = ({ scroller, scale, view }: LoomStage, { line, column }: Place): void => {
  const { current } = scroller
  if (!current) return
  const [x, y] = [column * scale.column, line * scale.row]
  const left = Math.min(x, Math.max(current.scrollLeft, x + scale.column - view.width + 12))
  const top = Math.min(y, Math.max(current.scrollTop, y + scale.row - view.height + scale.head))
  current.scrollTo({ left, top })
}

const stepTo = ({ strands, columns }: LoomStage, from: Place, event: KeyboardEvent): Place | null => {
  if (event.altKey) return null
  const isOwed = ({ line, column }: Place): boolean => {
    const strand = strands[line]
    return strand?.is === 'thread' && standOf(strand.thread, column) !== 'empty'
  }
  const press = { key: event.key, far: event.ctrlKey || event.metaKey }
  return placeAfter(from, press, { lines: strands.length, columns: columns.length, isOwed })
}

/** What pointer and keyboard do: where they are, what is pinned, and what they set off. */
export const useLoomHands = (stage: LoomStage) => {
  const { place: wanted } = useLoomView()
  const [hovered, setHovered] = useState<Place | null>(null)
  const [pinned, setPinned] = useState<Place | null>(null)
  const [isFocused, setFocused] = useState(false)
  const place = {
    line: Math.max(0, Math.min(wanted.line, stage.strands.length - 1)),
    column: Math.max(0, Math.min(wanted.column, stage.columns.length - 1)),
  }
  const pin = (at: Place | null): void => {
    setPinned(at)
    setHovered(null)
  }
  const go = (to: Place): void => {
    look({ place: to })
    reveal(stage, to)
    pin(null)
  }
  const acts: Readonly<Record<string, () => void>> = {
    Enter: () => pin(act(stage, place, 'enter') ? place : null),
    ' ': () => pin(place),
    m: () => pin(place),
    Escape: () => pin(null),
    '+': () => zoomBy(0.1),
    '-': () => zoomBy(-0.1),
  }
  const onKey = (event: KeyboardEvent): void => {
    const to = stepTo(stage, place, event)
    const does = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key]
    if (!to && !does) return
    event.preventDefault()
    if (to) go(to)
    else does?.()
  }
  const onMove = (point: Point | null): void => {
    const at = point && placeUnder(stage, point)
    if (at?.line !== hovered?.line || at?.column !== hovered?.column) setHovered(at)
  }
  const onClick = (point: Point): void => {
    const at = placeUnder(stage, point)
    if (!at) return
    look({ place: at })
    pin(act(stage, at, 'click') ? at : null)
  }
  return {
    place,
    shown: pinned ?? hovered ?? (isFocused ? place : null),
    pinned,
    pin,
    onKey,
    onMove,
    onClick,
    setFocused,
  }
}
