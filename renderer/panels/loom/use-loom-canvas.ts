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

const isSameView = (a: View, b: View): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height

type Shown = { readonly picture: LoomPicture; readonly view: View }

/** Draws on a canvas what it is to show instead of `before`: only the lines that changed where nothing else did. */
const drawOn = (canvas: HTMLCanvasElement, shown: Shown, before: Shown | null): void => {
  const ctx = canvas.getContext('2d')
  if (!ctx) return
  const { picture, view } = shown
  const ratio = devicePixelRatio
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)]
  const isSame = canvas.width === width && canvas.height === height && before !== null
  if (isSame && isSameView(before.view, view) && drawChanges(ctx, before.picture, picture, view)) return
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  drawLoom(ctx, picture, view, ratio)
}

/** Keeps the picture on the canvas: at every change, at every scroll. `onDrawn` hears where the view stands. */
export const useLoomCanvas = (
  canvas: RefObject<HTMLCanvasElement | null>,
  scroller: RefObject<HTMLElement | null>,
  picture: Omit<LoomPicture, 'inks'> & { readonly inks: Inks | null },
  size: { readonly width: number; readonly height: number },
  onDrawn: (left: number, top: number) => void,
): void => {
  const draw = useRef((_isAnew: boolean) => {})
  const last = useRef<Shown | null>(null)
  useLayoutEffect(() => {
    draw.current = (isAnew) => {
      const { inks, ...rest } = picture
      if (!canvas.current || !scroller.current || !inks || size.width <= 0) return
      const { scrollLeft: left, scrollTop: top } = scroller.current
      const shown = { picture: { ...rest, inks }, view: { left, top, ...size } }
      drawOn(canvas.current, shown, isAnew ? null : last.current)
      last.current = shown
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
