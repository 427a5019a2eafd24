import { cellNames, type CellName } from '../../../shared/questions/constraint-matrix.ts'
import type { Cloth } from './draw-threads.ts'
import type { Thread } from './loom-threads.ts'

/** How many threads of a band stand how in one column. */
export const bandTally = (
  threads: readonly Thread[],
  column: number,
): { readonly [Name in CellName]: number } => {
  const tally = { empty: 0, owed: 0, kept: 0, broken: 0, unsure: 0 }
  for (const { row } of threads) tally[cellNames[row.cells[column] ?? 0] ?? 'empty'] += 1
  return tally
}

/** All that every section owes as one bar a section: kept is filled from below, what is broken stands out above it. */
export const drawBand = (cloth: Cloth, threads: readonly Thread[], y: number): void => {
  const { ctx, scale, inks, from, to } = cloth
  const width = Math.max(1.25, Math.min(7, scale.column * 0.6))
  const height = Math.max(5, Math.min(20, scale.row - 8))
  const bottom = y + height / 2
  for (let column = from; column < to; column += 1) {
    const { kept, broken, unsure, owed } = bandTally(threads, column)
    const all = kept + broken + unsure + owed
    if (all === 0) continue
    const x = (column + 0.5) * scale.column - width / 2
    const part = (count: number): number => (count / all) * height
    ctx.globalAlpha = 0.22
    ctx.fillStyle = inks.quiet
    ctx.fillRect(x, bottom - height, width, height)
    ctx.globalAlpha = 0.62
    ctx.fillStyle = inks.kept
    ctx.fillRect(x, bottom - part(kept), width, part(kept))
    ctx.globalAlpha = 1
    ctx.fillStyle = inks.unsure
    ctx.fillRect(x + width / 4, bottom - part(kept + unsure), width / 2, part(unsure))
    // Wider than the bar, and above it: it is seen without its colour.
    const over = Math.min(2, scale.column * 0.15)
    ctx.fillStyle = inks.broken
    if (broken > 0) ctx.fillRect(x - over, bottom - height, width + over * 2, Math.max(2.5, part(broken)))
  }
}
