import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Scale } from './loom-scale.ts'
import { look, loomView } from './loom-view.ts'

const clamp = (value: number): number => Math.max(0, Math.min(1, value))

/** Comes closer, or goes farther away. */
export const zoomBy = (by: number): void => {
  const zoom = clamp(loomView.getState().zoom + by)
  look({ zoom: zoom < 0.01 ? 0 : zoom })
}

/** Zooms with Ctrl and the wheel, as maps do; whatever stood in the middle stays there. */
export const useZoom = (scroller: RefObject<HTMLElement | null>, scale: Scale): void => {
  const before = useRef(scale)
  useLayoutEffect(() => {
    const { current } = scroller
    const last = before.current
    before.current = scale
    if (!current || last.column === scale.column) return
    const half = current.clientWidth / 2
    current.scrollLeft = ((current.scrollLeft + half) / last.column) * scale.column - half
    current.scrollTop = (current.scrollTop / last.row) * scale.row
  }, [scroller, scale])
  useEffect(() => {
    const { current } = scroller
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoomBy(-event.deltaY / 800)
    }
    current?.addEventListener('wheel', onWheel, { passive: false })
    return () => current?.removeEventListener('wheel', onWheel)
  }, [scroller])
}
