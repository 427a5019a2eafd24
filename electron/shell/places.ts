import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'
import type { KeptFile } from './kept-file.ts'

const whole = z.int()
/** Where a window stood last, in pixels that do not depend on the display's scale. */
export const placeSchema = z
  .object({ x: whole, y: whole, width: whole.positive(), height: whole.positive(), isMaximized: z.boolean() })
  .nullable()
  .catch(null)
export type Place = z.infer<typeof placeSchema>

const usual = { width: 1280, height: 840 }
const least = { width: 720, height: 480 }

/** How much of a window must lie on a display for the writer to get hold of it. */
const grip = { width: 120, height: 60 }

/** What a further window is moved by, so that it does not hide the one before. */
const step = 28

/** Milliseconds of rest after which a place is written down. */
const quiet = 400

const overlap = (a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
})

/** Where a window may stand now: the kept place if enough of it lies on a display of today, no larger than that one. */
export const validPlace = (
  place: Place,
  areas: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } => {
  if (place === null) return usual
  const { x, y } = place
  const area = areas.find((each) => {
    const { width, height } = overlap(place, each)
    return width >= grip.width && height >= grip.height && y >= each.y
  })
  const width = Math.max(least.width, Math.min(place.width, area?.width ?? usual.width))
  const height = Math.max(least.height, Math.min(place.height, area?.height ?? usual.height))
  return area ? { x, y, width, height } : { width, height }
}

/** The last place of a window, from session to session. */
export type Places = {
  /** For the window that is opened as the `nth` beside others, from 0. */
  readonly next: (nth: number) => ReturnType<typeof validPlace> & { readonly isMaximized: boolean }
  readonly follow: (window: BrowserWindow) => void
  /** Writes down where a window stands; that it cannot be written is no reason to fail. */
  readonly note: (window: BrowserWindow) => Promise<void>
}

/** Remembers where windows stand. The kept place is read once. */
export const createPlaces = async (file: KeptFile<Place>): Promise<Places> => {
  let last = await file.read()
  const note = async (window: BrowserWindow): Promise<void> => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    last = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    await file.write(last).catch(() => {})
  }
  return {
    next: (nth) => {
      const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
      const moved = last && { ...last, x: last.x + step * nth, y: last.y + step * nth }
      return { ...validPlace(moved, areas), isMaximized: nth === 0 && last?.isMaximized === true }
    },
    follow: (window) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const soon = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => void note(window), quiet)
      }
      window.on('resize', soon)
      window.on('move', soon)
      window.on('closed', () => clearTimeout(timer))
    },
    note,
  }
}
