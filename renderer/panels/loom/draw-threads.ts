import { cellNames } from '../../../shared/questions/constraint-matrix.ts'
import { clearAround, drawKnots, drawTicks, type Spot } from './draw-knots.ts'
import type { Inks } from './loom-inks.ts'
import type { Scale } from './loom-scale.ts'
import type { Thread } from './loom-threads.ts'

/** What drawing needs to know: the visible columns are `from` up to, not with, `to`. */
export type Cloth = {
  readonly ctx: CanvasRenderingContext2D
  readonly scale: Scale
  readonly inks: Inks
  readonly from: number
  readonly to: number
  readonly columns: number
}

/** Radius of a knot at a scale. */
const knotRadius = ({ column, row }: Scale): number => Math.max(2.6, Math.min(8, column * 0.3, row * 0.29))

const inkOf = ({ inks }: Cloth, { hue }: Thread): string => inks.threads[hue] ?? inks.ink

/** How far a thread rises where it goes over, and sinks where it goes under. */
const swing = ({ row, detail }: Scale): number => (detail === 'far' ? 0 : Math.min(3, row * 0.085))

/** Whether a thread lies over the warp: always where it is owed, else in turns, as cloth is woven. */
const isOver = ({ cells }: Thread['row'], column: number, line: number): boolean =>
  (cells[column] ?? 0) > 0 || (column + line) % 2 === 0

/** The thread from its name to where it is first owed: thin, as it comes off the spool. */
const drawLead = (cloth: Cloth, thread: Thread, y: number): void => {
  const { ctx, scale, to } = cloth
  ctx.beginPath()
  ctx.moveTo(0, y)
  ctx.lineTo((Math.min(thread.first, to) + 0.5) * scale.column, y)
  ctx.strokeStyle = inkOf(cloth, thread)
  ctx.lineWidth = 1
  ctx.globalAlpha = 0.28
  ctx.stroke()
  ctx.globalAlpha = 1
}

/** The line of a thread: over every section that owes it, under the others. */
const drawLine = (cloth: Cloth, thread: Thread, y: number, line: number): void => {
  const { ctx, scale, from, to } = cloth
  const by = swing(scale)
  const first = Math.max(thread.first, from - 1)
  const last = Math.min(thread.last, to)
  const at = (column: number): number => (column + 0.5) * scale.column
  const height = (column: number): number => y + (isOver(thread.row, column, line) ? -by : by)
  ctx.beginPath()
  ctx.moveTo(at(first), height(first))
  if (by === 0) ctx.lineTo(at(last), y)
  else {
    for (let column = first + 1; column <= last; column += 1) {
      const middle = at(column - 0.5)
      const [before, next] = [height(column - 1), height(column)]
      ctx.bezierCurveTo(middle, before, middle, next, at(column), next)
    }
  }
  ctx.strokeStyle = inkOf(cloth, thread)
  ctx.lineWidth = scale.detail === 'far' ? 1 : Math.min(2.25, Math.max(1.4, scale.row * 0.07))
  ctx.globalAlpha = scale.detail === 'far' ? 0.5 : 1
  ctx.stroke()
  ctx.globalAlpha = 1
}

/** The warp where it lies over a thread: the thread is gone for a moment, the warp goes through. */
const drawUnder = ({ ctx, scale, inks }: Cloth, spots: readonly Spot[]): void => {
  if (spots.length === 0 || scale.detail === 'far') return
  clearAround(ctx, spots, 2, 4)
  ctx.beginPath()
  for (const { x, y } of spots) {
    ctx.moveTo(Math.round(x) + 0.5, y - 5)
    ctx.lineTo(Math.round(x) + 0.5, y + 5)
  }
  ctx.strokeStyle = inks.edge
  ctx.lineWidth = 1
  ctx.globalAlpha = 0.55
  ctx.stroke()
  ctx.globalAlpha = 1
}

const words = ['', 'owed', 'kept', 'broken', 'unsure'] as const

const drawWords = ({ ctx, scale, inks }: Cloth, spots: readonly Spot[], code: number, radius: number) => {
  if (scale.detail !== 'close') return
  ctx.fillStyle = code === 3 ? inks.broken : code === 4 ? inks.unsure : inks.quiet
  for (const { x, y } of spots) {
    const word = words[code] ?? ''
    const half = ctx.measureText(word).width / 2
    clearAround(ctx, [{ x: x + radius + 8 + half, y }], half + 4, 8)
    ctx.fillText(word, x + radius + 8, y + 4)
  }
}

/** A thread that runs through the sections that owe it. */
export const drawThread = (cloth: Cloth, thread: Thread, y: number, line: number): void => {
  const { ctx, scale, inks, from, to } = cloth
  const { cells } = thread.row
  if (thread.first < 0) return
  drawLead(cloth, thread, y)
  if (thread.first >= to || thread.last < from) return
  drawLine(cloth, thread, y, line)
  const by = swing(scale)
  const under: Spot[] = []
  const spots: Spot[][] = [[], [], [], [], []]
  for (let column = Math.max(thread.first, from); column <= Math.min(thread.last, to - 1); column += 1) {
    const code = cells[column] ?? 0
    const x = (column + 0.5) * scale.column
    if (!isOver(thread.row, column, line)) under.push({ x, y: y + by })
    spots[code]?.push({ x, y: y - by })
  }
  const radius = knotRadius(scale)
  const own = { ...inks, thread: inkOf(cloth, thread) }
  drawUnder(cloth, under)
  for (const [code, each] of spots.entries()) {
    const name = cellNames[code]
    if (!name || code === 0 || each.length === 0) continue
    if (scale.detail === 'far') drawTicks(ctx, name, each, scale, own)
    else {
      clearAround(ctx, each, name === 'broken' ? radius * 2 : radius + 1.5, radius + 1)
      drawKnots(ctx, name, each, radius, own)
      drawWords(cloth, each, code, radius)
    }
  }
}

/** A thread that only the whole work can keep: the selvedge, through every section, with its knot at the end. */
export const drawSelvedge = (cloth: Cloth, thread: Thread, y: number): void => {
  const { ctx, scale, inks, columns } = cloth
  const end = columns * scale.column + 16
  ctx.beginPath()
  ctx.moveTo(columns > 0 ? scale.column / 2 : 0, y)
  ctx.lineTo(end, y)
  ctx.strokeStyle = inkOf(cloth, thread)
  ctx.lineWidth = 1.25
  ctx.globalAlpha = 0.5
  ctx.stroke()
  ctx.globalAlpha = 1
  const radius = Math.max(3, Math.min(6, scale.row * 0.3))
  clearAround(ctx, [{ x: end, y }], radius + 1.5, radius + 1)
  drawKnots(ctx, thread.row.whole, [{ x: end, y }], radius, { ...inks, thread: inkOf(cloth, thread) })
}
