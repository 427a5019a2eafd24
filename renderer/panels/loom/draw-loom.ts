import type { MatrixColumn } from '../../../shared/questions/constraint-matrix.ts'
import { drawBand } from './draw-band.ts'
import { drawHead, partStarts, uiFont } from './draw-head.ts'
import { drawSelvedge, drawThread, type Cloth } from './draw-threads.ts'
import type { Inks } from './loom-inks.ts'
import { within, type Scale } from './loom-scale.ts'
import type { Strand } from './loom-threads.ts'

/** All that is on the picture. */
export type LoomPicture = {
  readonly columns: readonly MatrixColumn[]
  readonly strands: readonly Strand[]
  readonly scale: Scale
  readonly inks: Inks
}

export type View = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The warp: one hairline a section as long as there is room, stronger lines where a part begins. */
const drawWarp = (cloth: Cloth, { columns, strands }: LoomPicture): void => {
  const { ctx, scale, inks, from, to } = cloth
  const bottom = strands.length * scale.row
  ctx.lineWidth = 1
  ctx.strokeStyle = inks.hair
  ctx.beginPath()
  const step = scale.column >= 5 ? 1 : 10
  for (let i = from; i < to; i += 1) {
    if (i % step !== 0) continue
    const x = Math.round((i + 0.5) * scale.column) + 0.5
    ctx.moveTo(x, 0)
    ctx.lineTo(x, bottom)
  }
  ctx.stroke()
  ctx.beginPath()
  for (const { at } of partStarts(columns)) {
    if (at === 0) continue
    ctx.moveTo(Math.round(at * scale.column) + 0.5, 0)
    ctx.lineTo(Math.round(at * scale.column) + 0.5, bottom)
  }
  ctx.strokeStyle = inks.edge
  ctx.globalAlpha = 0.7
  ctx.stroke()
  ctx.globalAlpha = 1
}

const drawStrand = (cloth: Cloth, strand: Strand, line: number): void => {
  const y = (line + 0.5) * cloth.scale.row
  if (strand.is === 'band') return strand.isOpen ? undefined : drawBand(cloth, strand.threads, y)
  return strand.thread.row.reach === 'whole'
    ? drawSelvedge(cloth, strand.thread, y)
    : drawThread(cloth, strand.thread, y, line)
}

const clothOf = (ctx: CanvasRenderingContext2D, { scale, columns, inks }: LoomPicture, view: View): Cloth => {
  const [from, to] = within(view.left, view.left + view.width, scale.column, columns.length)
  return { ctx, scale, inks, from, to, columns: columns.length }
}

/** Draws lines of the loom, from `top` to before `bottom`, in place of what was drawn there. */
const drawLines = (cloth: Cloth, picture: LoomPicture, view: View, top: number, bottom: number): void => {
  const { ctx, scale } = cloth
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.save()
  ctx.beginPath()
  ctx.rect(0, scale.head, view.width, view.height - scale.head)
  ctx.clip()
  ctx.translate(-view.left, scale.head - view.top)
  ctx.beginPath()
  ctx.rect(view.left, top * scale.row, view.width, (bottom - top) * scale.row)
  ctx.clip()
  ctx.clearRect(view.left, top * scale.row, view.width, (bottom - top) * scale.row)
  drawWarp(cloth, picture)
  ctx.font = uiFont(11.5)
  for (let i = top; i < bottom; i += 1) {
    const strand = picture.strands[i]
    if (strand) drawStrand(cloth, strand, i)
  }
  ctx.restore()
}

const isSameStrand = (a: Strand | undefined, b: Strand | undefined): boolean => {
  if (a?.is === 'thread' && b?.is === 'thread') return a.thread === b.thread
  if (a?.is !== 'band' || b?.is !== 'band') return false
  return (
    a.isOpen === b.isOpen &&
    a.threads.length === b.threads.length &&
    a.threads.every((thread, i) => thread === b.threads[i])
  )
}

/** Draws anew only the lines that differ from `before`; false where more than lines has changed. */
export const drawChanges = (
  ctx: CanvasRenderingContext2D,
  before: LoomPicture,
  picture: LoomPicture,
  view: View,
): boolean => {
  const { scale, strands, columns, inks } = picture
  const isOnlyLines =
    before.scale === scale &&
    before.inks === inks &&
    before.columns === columns &&
    before.strands.length === strands.length
  if (!isOnlyLines) return false
  const cloth = clothOf(ctx, picture, view)
  for (const [line, strand] of strands.entries()) {
    if (!isSameStrand(strand, before.strands[line])) drawLines(cloth, picture, view, line, line + 1)
  }
  return true
}

/** Draws what a view shows of the loom, from nothing; `ratio` is how many pixels a CSS pixel has. */
export const drawLoom = (
  ctx: CanvasRenderingContext2D,
  picture: LoomPicture,
  view: View,
  ratio: number,
): void => {
  const { scale, strands, columns, inks } = picture
  const [top, bottom] = within(view.top, view.top + view.height - scale.head, scale.row, strands.length)
  const cloth = clothOf(ctx, picture, view)
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  ctx.clearRect(0, 0, view.width, view.height)
  drawLines(cloth, picture, view, top, bottom)
  ctx.save()
  ctx.translate(-view.left, 0)
  drawHead(cloth, columns, view.left)
  ctx.restore()
  ctx.fillStyle = inks.hair
  ctx.fillRect(0, scale.head - 1, view.width, 1)
}
