import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react'
import { paneWidths, resizePane, useView, type Pane } from '../stores/view-store.ts'

/** Px a key moves the edge. */
const keyStep = 16

/** What must be left of the page between the panes, in px. */
const leastPage = 440

/** Which way the edge goes when the pane grows. */
const growth: Readonly<Record<Pane, 1 | -1>> = { outline: 1, dock: -1 }

const panes = {
  outline: { Place: 'nav', name: 'Outline', edge: 'Width of the outline' },
  dock: { Place: 'aside', name: 'Dock', edge: 'Width of the dock' },
} as const

/** How wide the pane can be with what the page beside it can spare. */
const roomFor = (pane: HTMLElement): number => {
  const page = pane.parentElement?.querySelector<HTMLElement>(':scope > main')
  return pane.offsetWidth + Math.max(0, (page?.offsetWidth ?? leastPage) - leastPage)
}

/** Draws the pane to a width, as far as the page has room. */
const draw = (pane: Pane, place: HTMLElement, width: number): void =>
  resizePane(pane, Math.min(width, roomFor(place)))

const onEdgeKey = (event: KeyboardEvent, pane: Pane, place: HTMLElement | null): void => {
  const { least, most } = paneWidths[pane]
  const step = { ArrowRight: keyStep, ArrowLeft: -keyStep }[event.key]
  if (!place || event.altKey || event.ctrlKey || event.metaKey) return
  if (step !== undefined) draw(pane, place, place.offsetWidth + step * growth[pane])
  else if (event.key === 'Home') draw(pane, place, least)
  else if (event.key === 'End') draw(pane, place, most)
  else return
  event.preventDefault()
}

/** What the pointer does to the edge: `grip` is where it took hold, and how wide the pane was then. */
const useDrag = (pane: Pane, place: RefObject<HTMLElement | null>) => {
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !place.current) return
      event.currentTarget.setPointerCapture(event.pointerId)
      grip.current = { x: event.clientX, width: place.current.offsetWidth }
    },
    onPointerMove: ({ clientX }: PointerEvent) => {
      const { current } = grip
      if (current && place.current) {
        draw(pane, place.current, current.width + (clientX - current.x) * growth[pane])
      }
    },
    onLostPointerCapture: () => {
      grip.current = null
    },
  }
}

const Edge = ({
  pane,
  width,
  place,
}: {
  readonly pane: Pane
  readonly width: number
  readonly place: RefObject<HTMLElement | null>
}) => {
  const { least, usual, most } = paneWidths[pane]
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={panes[pane].edge}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      title="Drag, or press the arrow keys; a double click gives the usual width"
      // It lies right of the line, where neither the outline nor the page has its scroll bar.
      className={`absolute inset-y-0 z-10 w-2 cursor-col-resize touch-none border-l-2 border-transparent outline-none transition-colors duration-150 select-none hover:border-edge focus-visible:border-verdigris active:border-verdigris ${pane === 'outline' ? '-right-2.25' : '-left-0.25'}`}
      onKeyDown={(event) => onEdgeKey(event, pane, place.current)}
      onDoubleClick={() => resizePane(pane, usual)}
      {...useDrag(pane, place)}
    />
  )
}

/** A pane beside the page, whose edge can be drawn. It gives way before the page does where the window is narrow. */
export const SidePane = ({ pane, children }: { readonly pane: Pane; readonly children: ReactNode }) => {
  const width = useView(({ widths }) => widths[pane])
  const place = useRef<HTMLElement>(null)
  const { Place, name } = panes[pane]
  return (
    <Place
      ref={place}
      aria-label={name}
      className={`relative min-w-40 shrink ${pane === 'outline' ? 'border-r' : 'border-l'}`}
      style={{ width }}
    >
      {children}
      <Edge pane={pane} width={width} place={place} />
    </Place>
  )
}
