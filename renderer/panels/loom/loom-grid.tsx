import { useCallback, useMemo, useRef } from 'react'
import type { MatrixColumn } from '../../../shared/questions/constraint-matrix.ts'
import { useProject } from '../../stores/project-store.ts'
import { CardAt } from './card-at.tsx'
import { cellSentence } from './cell-words.ts'
import { nameHeight } from './loom-names.tsx'
import { LoomRows } from './loom-rows.tsx'
import { scaleOf } from './loom-scale.ts'
import type { Strand } from './loom-threads.ts'
import { useLoomView } from './loom-view.ts'
import { LoomWashes } from './loom-washes.tsx'
import { useInks, useLoomCanvas, useSize } from './use-loom-canvas.ts'
import { useLoomHands, type LoomStage } from './use-loom-hands.ts'
import { useZoom } from './use-zoom.ts'

type Woven = { readonly columns: readonly MatrixColumn[]; readonly strands: readonly Strand[] }
type Size = { readonly width: number; readonly height: number }

/** Room for the names and for the cloth; where names would be too small to be read, the cloth has theirs. */
const viewOf = ({ width, height }: Size, lines: number, zoom: number) => {
  const isDense = zoom === 0 && (height - 60) / lines < nameHeight
  const names = isDense ? 156 : width >= 860 ? 300 : 216
  return { names, view: { width: Math.max(0, width - names), height } }
}

const useStage = ({ columns, strands }: Woven) => {
  const { zoom } = useLoomView()
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller)
  const lines = strands.length
  const { names, view } = useMemo(() => viewOf(size, lines, zoom), [size, lines, zoom])
  const scale = useMemo(() => {
    const longest = columns.reduce((most, { title }) => Math.max(most, title.length), 0)
    const parts = columns.some(({ part }) => part !== null)
    return scaleOf({ columns: columns.length, rows: lines, longest, parts }, view, zoom)
  }, [columns, lines, view, zoom])
  return { stage: { columns, strands, scale, names, view, scroller }, size }
}

/** The drawing: its canvas, and the box that it and the names stand in, whose variables say how far it is scrolled. */
const useDrawing = ({ columns, strands, scale, view, scroller }: LoomStage) => {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const inks = useInks(probe)
  const picture = useMemo(() => ({ columns, strands, scale, inks }), [columns, strands, scale, inks])
  const onDrawn = useCallback((left: number, top: number) => {
    box.current?.style.setProperty('--left', `${-left}px`)
    box.current?.style.setProperty('--top', `${-top}px`)
  }, [])
  useZoom(scroller, scale)
  useLoomCanvas(canvas, scroller, picture, view, onDrawn)
  return { box, canvas, probe }
}

/** The cloth: canvas, names, and one cell that holds the focus. */
export const LoomGrid = ({ columns, strands }: Woven) => {
  const { stage, size } = useStage({ columns, strands })
  const { scale, names, view, scroller } = stage
  const { box, canvas, probe } = useDrawing(stage)
  const { place, shown, pinned, pin, ...hands } = useLoomHands(stage)
  const sentence = useProject((state) => cellSentence(state, strands[place.line], columns, place.column))
  const onDone = (): void => {
    pin(null)
    document.querySelector<HTMLElement>('#loom-cell')?.focus({ preventScroll: true })
  }
  return (
    <div className="relative min-h-0 flex-1">
      <span ref={probe} hidden />
      <div
        ref={scroller}
        className="absolute inset-0 overflow-auto"
        onPointerMove={(event) => hands.onMove(event.pointerType === 'touch' ? null : event)}
        onPointerLeave={() => hands.onMove(null)}
        onClick={hands.onClick}
      >
        <div ref={box} className="sticky top-0 left-0 overflow-clip" style={size}>
          <LoomWashes stage={stage} shown={shown} />
          <canvas
            ref={canvas}
            aria-hidden
            className="pointer-events-none absolute top-0"
            style={{ left: names, ...view }}
          />
          <LoomRows
            stage={stage}
            place={place}
            shown={shown}
            sentence={sentence}
            onKey={hands.onKey}
            onFocused={hands.setFocused}
          />
        </div>
        <div
          aria-hidden
          style={{ width: names + scale.width, height: Math.max(0, scale.height - size.height) }}
        />
      </div>
      {shown && (
        <CardAt
          key={pinned ? 'pinned' : 'passing'}
          stage={stage}
          place={shown}
          pinned={pinned !== null}
          onDone={onDone}
        />
      )}
    </div>
  )
}
