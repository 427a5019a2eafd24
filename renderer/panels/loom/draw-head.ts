import type { MatrixColumn } from '../../../shared/questions/constraint-matrix.ts'
import type { Cloth } from './draw-threads.ts'
import { numberStep } from './loom-scale.ts'

export const uiFont = (size: number, weight = 400): string =>
  `${weight} ${size}px 'Inter Variable', 'Inter', system-ui, sans-serif`

/** A text cut so that it is no wider than `width`, with an ellipsis where something is missing. */
const cut = (ctx: CanvasRenderingContext2D, text: string, width: number): string => {
  if (ctx.measureText(text).width <= width) return text
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (ctx.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= width) low = middle
    else high = middle - 1
  }
  return `${text.slice(0, low).trimEnd()}…`
}

const twoLines = (ctx: CanvasRenderingContext2D, title: string, width: number): readonly string[] => {
  const words = title.split(' ')
  let first = ''
  while (words.length > 0 && ctx.measureText(`${first} ${words[0]}`.trim()).width <= width) {
    first = `${first} ${words.shift()}`.trim()
  }
  if (first === '') return [cut(ctx, title, width)]
  return words.length === 0 ? [first] : [first, cut(ctx, words.join(' '), width)]
}

const drawTitles = ({ ctx, scale, from, to }: Cloth, columns: readonly MatrixColumn[]): void => {
  for (let i = from; i < to; i += 1) {
    const lines = twoLines(ctx, columns[i]?.title ?? '', scale.column - 14)
    const x = (i + 0.5) * scale.column
    ctx.textAlign = 'center'
    for (const [n, line] of lines.entries()) {
      ctx.fillText(line, x, scale.head - 12 - (lines.length - 1 - n) * 16)
    }
  }
  ctx.textAlign = 'left'
}

const drawSlanted = (
  { ctx, scale, from, to }: Cloth,
  columns: readonly MatrixColumn[],
  top: number,
): void => {
  const length = (scale.head - top - 16) * Math.SQRT2
  for (let i = Math.max(0, from - 8); i < to; i += 1) {
    ctx.save()
    ctx.translate((i + 0.5) * scale.column + 3, scale.head - 9)
    ctx.rotate(-Math.PI / 4)
    ctx.fillText(cut(ctx, columns[i]?.title ?? '', length), 0, 0)
    ctx.restore()
  }
}

const drawNumbers = ({ ctx, scale, inks, from, to }: Cloth, columns: readonly MatrixColumn[]): void => {
  const step = numberStep(scale.column)
  ctx.textAlign = 'center'
  for (let i = from; i < to; i += 1) {
    const number = columns[i]?.unit ?? i + 1
    if (number % step !== 0 && i !== 0) continue
    const x = (i + 0.5) * scale.column
    ctx.fillStyle = inks.quiet
    ctx.fillText(String(number), x, scale.head - 11)
    ctx.fillStyle = inks.edge
    ctx.fillRect(Math.round(x), scale.head - 6, 1, 6)
  }
  ctx.textAlign = 'left'
}

/** Where parts begin: the first column of each, with its title. */
export const partStarts = (columns: readonly MatrixColumn[]): readonly { at: number; part: string }[] =>
  columns.flatMap(({ part }, at) => (part !== null && columns[at - 1]?.part !== part ? [{ at, part }] : []))

const drawParts = (
  { ctx, scale, inks, columns: count }: Cloth,
  columns: readonly MatrixColumn[],
  left: number,
) => {
  const starts = partStarts(columns)
  ctx.font = uiFont(11.5, 560)
  ctx.fillStyle = inks.ink
  for (const [n, { at, part }] of starts.entries()) {
    const end = (starts[n + 1]?.at ?? count) * scale.column
    const x = Math.max(at * scale.column, left) + 6
    if (end - x > 24) ctx.fillText(cut(ctx, part, end - x - 8), x, 15)
    if (at > 0) ctx.fillRect(Math.round(at * scale.column), 4, 1, scale.head - 4)
  }
}

/** Titles over their columns, parts over those. `left` is the place of the view's left edge. */
export const drawHead = (cloth: Cloth, columns: readonly MatrixColumn[], left: number): void => {
  const { ctx, scale, inks } = cloth
  const hasParts = columns.some(({ part }) => part !== null)
  if (hasParts) drawParts(cloth, columns, left)
  ctx.font = uiFont(scale.detail === 'close' ? 12.5 : 11.5)
  ctx.fillStyle = inks.quiet
  if (scale.slant) drawSlanted(cloth, columns, hasParts ? 22 : 0)
  else if (scale.detail === 'close') drawTitles(cloth, columns)
  else drawNumbers(cloth, columns)
}
