import type { CellName } from '../../../shared/questions/constraint-matrix.ts'
import type { Inks } from './loom-inks.ts'

type Ctx = CanvasRenderingContext2D
/** The colours of the theme, and that of one thread. */
export type ThreadInks = Inks & { readonly thread: string }
export type Spot = { readonly x: number; readonly y: number }

const fullTurn = Math.PI * 2

const discs = (ctx: Ctx, spots: readonly Spot[], radius: number): void => {
  ctx.beginPath()
  for (const { x, y } of spots) {
    ctx.moveTo(x + radius, y)
    ctx.arc(x, y, radius, 0, fullTurn)
  }
}

/** Takes everything away around these places, so that what is drawn next lies over it. */
export const clearAround = (
  ctx: Ctx,
  spots: readonly Spot[],
  halfWidth: number,
  halfHeight: number,
): void => {
  for (const { x, y } of spots) ctx.clearRect(x - halfWidth, y - halfHeight, halfWidth * 2, halfHeight * 2)
}

const kept = (ctx: Ctx, spots: readonly Spot[], radius: number, ink: string, paper: string): void => {
  discs(ctx, spots, radius)
  ctx.fillStyle = ink
  ctx.fill()
  if (radius < 4.5) return
  const r = radius * 0.46
  ctx.beginPath()
  for (const { x, y } of spots) {
    ctx.moveTo(x - r, y + r * 0.1)
    ctx.lineTo(x - r * 0.2, y + r * 0.8)
    ctx.lineTo(x + r * 1.05, y - r * 0.75)
  }
  ctx.strokeStyle = paper
  ctx.lineWidth = Math.max(1.4, radius * 0.24)
  ctx.stroke()
}

const owed = (ctx: Ctx, spots: readonly Spot[], radius: number, ink: string): void => {
  ctx.strokeStyle = ink
  ctx.lineWidth = 1.4
  if (radius > 4.5) ctx.setLineDash([radius * 0.5, radius * 0.36])
  discs(ctx, spots, radius - 1)
  ctx.stroke()
  ctx.setLineDash([])
}

/** The ends of a thread that is torn, and the cross between them. */
const broken = (ctx: Ctx, spots: readonly Spot[], radius: number, ink: string, thread: string): void => {
  ctx.beginPath()
  for (const { x, y } of spots) {
    for (const side of [-1, 1]) {
      const from = x + side * radius * 2
      const to = x + side * radius * 1.35
      for (const bend of [-1, 0, 1]) {
        ctx.moveTo(from, y)
        ctx.quadraticCurveTo((from + to) / 2, y, to, y + bend * radius * 0.42)
      }
    }
  }
  ctx.strokeStyle = thread
  ctx.lineWidth = 1
  ctx.stroke()
  ctx.beginPath()
  const r = radius * 0.78
  for (const { x, y } of spots) {
    ctx.moveTo(x - r, y - r)
    ctx.lineTo(x + r, y + r)
    ctx.moveTo(x + r, y - r)
    ctx.lineTo(x - r, y + r)
  }
  ctx.strokeStyle = ink
  ctx.lineWidth = Math.max(1.8, radius * 0.34)
  ctx.stroke()
}

const unsure = (ctx: Ctx, spots: readonly Spot[], radius: number, ink: string): void => {
  ctx.beginPath()
  const r = radius * 1.02
  for (const { x, y } of spots) {
    ctx.moveTo(x, y - r)
    ctx.lineTo(x + r, y + r * 0.78)
    ctx.lineTo(x - r, y + r * 0.78)
    ctx.closePath()
  }
  ctx.strokeStyle = ink
  ctx.lineWidth = Math.max(1.5, radius * 0.26)
  ctx.stroke()
}

/** Draws the knots of one thread, all of one standing: each standing has a shape of its own. */
export const drawKnots = (
  ctx: Ctx,
  name: CellName,
  spots: readonly Spot[],
  radius: number,
  inks: ThreadInks,
): void => {
  const { thread } = inks
  switch (name) {
    case 'kept':
      return kept(ctx, spots, radius, thread, inks.paper)
    case 'owed':
      return owed(ctx, spots, radius, thread)
    case 'broken':
      return broken(ctx, spots, radius, inks.broken, thread)
    case 'unsure':
      return unsure(ctx, spots, radius, inks.unsure)
    case 'empty':
  }
}

/** The same standings as ticks, for a work so large that a section is but a few pixels wide. */
export const drawTicks = (
  ctx: Ctx,
  name: CellName,
  spots: readonly Spot[],
  { column, row }: { readonly column: number; readonly row: number },
  inks: ThreadInks,
): void => {
  // What is broken is the widest and tallest of all: it is found at a glance.
  const width = Math.max(name === 'broken' ? 2.5 : 1.25, Math.min(6, column * 0.72))
  const bar = (from: number, to: number): void => {
    for (const { x, y } of spots) ctx.fillRect(x - width / 2, y + from * row, width, (to - from) * row)
  }
  ctx.fillStyle = name === 'broken' || name === 'unsure' ? inks[name] : inks.thread
  if (name === 'kept') bar(-0.34, 0.34)
  if (name === 'owed') bar(-0.11, 0.11)
  if (name === 'unsure') bar(-0.42, -0.06)
  if (name === 'broken') {
    bar(-0.48, -0.14)
    bar(0.14, 0.48)
  }
}
