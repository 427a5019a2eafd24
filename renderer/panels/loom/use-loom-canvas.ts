import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useView } from '../../stores/view-store.ts'
import { drawChanges, drawLoom, type LoomPicture, type View } from './draw-loom.ts'
import { inksOf, type Inks } from './loom-inks.ts'

/** How large an element is, now and whenever that changes. */
export const useSize = (element: RefObject<HTMLElement | null>) => {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const read = (): void => setSize({ width: current.clientWidth, height: current.clientHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return size
}

const nightQuery = '(prefers-color-scheme: dark)'

/** The theme's colours, read anew whenever day becomes night. */
export const useInks = (probe: RefObject<HTMLElement | null>): Inks | null => {
  const theme = useView((view) => view.theme)
  const [inks, setInks] = useState<Inks | null>(null)
  useLayoutEffect(() => {
    const read = (): void => {
      if (probe.current) setInks(inksOf(probe.current))
    }
    read()
    // The theme's attribute is set by an effect of the whole app, after this one.
    const soon = requestAnimationFrame(read)
    const night = matchMedia(nightQuery)
    night.addEventListener('change', read)
    return () => {
      cancelAnimationFrame(soon)
      night.removeEventListener('change', read)
    }
  }, [probe, theme])
  return inks
}

const isSameView = (
  view: View,
  left: number,
  top: number,
  { width, height }: { readonly width: number; readonly height: number },
): boolean => view.left === left && view.top === top && view.width === width && view.height === height

/** Draws the picture on the canvas, now and at every scroll; only the lines that
 * changed where nothing else did. */
export const useLoomCanvas = (
  canvas: RefObject<HTMLCanvasElement | null>,
  scroller: RefObject<HTMLElement | null>,
  picture: Omit<LoomPicture, 'inks'> & { readonly inks: Inks | null },
  size: { readonly width: number; readonly height: number },
  onDrawn: (left: number, top: number) => void,
): void => {
  const draw = useRef((_isAnew: boolean) => {})
  const last = useRef<{ readonly picture: LoomPicture; readonly view: View } | null>(null)
  useLayoutEffect(() => {
    draw.current = (isAnew) => {
      const { current: target } = canvas
      const ctx = target?.getContext('2d')
      const { inks, ...rest } = picture
      const { scrollLeft: left, scrollTop: top } = scroller.current ?? { scrollLeft: 0, scrollTop: 0 }
      if (!target || !ctx || !inks || size.width <= 0) return
      const ratio = devicePixelRatio
      const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
      const drawn: LoomPicture = { ...rest, inks }
      const before = last.current
      const view: View =
        before && isSameView(before.view, left, top, size) ? before.view : { left, top, ...size }
      last.current = { picture: drawn, view }
      const isKept = target.width === width && target.height === height && before?.view === view && !isAnew
      if (isKept && drawChanges(ctx, before.picture, drawn, view)) return
      if (target.width !== width) target.width = width
      if (target.height !== height) target.height = height
      drawLoom(ctx, drawn, view, ratio)
      onDrawn(left, top)
    }
    draw.current(false)
  }, [canvas, scroller, picture, size, onDrawn])
  useEffect(() => {
    const { current } = scroller
    const again = (): void => draw.current(true)
    current?.addEventListener('scroll', again, { passive: true })
    void document.fonts.ready.then(again)
    return () => current?.removeEventListener('scroll', again)
  }, [scroller])
}
