/** How large everything is drawn, in CSS pixels. */
export type Scale = {
  readonly column: number
  readonly row: number
  readonly head: number
  /** `far`: a tick a cell; `near`: knots; `close`: knots with their word, and titles on two lines. */
  readonly detail: 'far' | 'near' | 'close'
  /** Whether titles stand aslant over their columns; otherwise every so many have a number. */
  readonly slant: boolean
  readonly width: number
  readonly height: number
}

const widest = 156
const tallest = 44
const partHead = 22
/** Room behind the last column, for the knots of the whole work and the ends of slanted titles. */
const selvedge = { narrow: 40, slanted: 104 } as const

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value))

/** From this width on a title stands upright over its column, below the other it has no room even aslant. */
const upright = 84
const leastSlanted = 17

const headOf = (column: number, isSlanted: boolean, longest: number): number => {
  if (isSlanted) return clamp(24 + longest * 4.4, 44, 132)
  return column >= upright ? 58 : 34
}

/**
 * The scale at which so many columns and rows stand in a view: the whole work at `zoom` 0, and so close that every cell
 * has room for a word at 1. `longest` is the length of the longest title in letters.
 */
export const scaleOf = (
  { columns, rows, longest, parts }: { columns: number; rows: number; longest: number; parts: boolean },
  view: { readonly width: number; readonly height: number },
  zoom: number,
): Scale => {
  const fit = (room: number): number => clamp((view.width - room) / Math.max(1, columns), 1.25, widest)
  const widthAt = (room: number): number => fit(room) * (widest / fit(room)) ** zoom
  const aslant = widthAt(selvedge.slanted)
  const slant = aslant >= leastSlanted && aslant < upright
  const column = slant ? aslant : widthAt(selvedge.narrow)
  const head = headOf(column, slant, longest) + (parts ? partHead : 0)
  const fitRow = clamp((view.height - head - 8) / Math.max(1, rows), 7, 42)
  const row = fitRow * (tallest / fitRow) ** zoom
  const room = slant ? selvedge.slanted : selvedge.narrow
  return {
    column,
    row,
    head,
    detail: column >= upright ? 'close' : column >= 9 && row >= 13 ? 'near' : 'far',
    slant,
    width: columns * column + room,
    height: head + rows * row + 8,
  }
}

/** The columns of which some part lies between two places, the first and the one behind the last. */
export const within = (from: number, to: number, size: number, count: number): readonly [number, number] => [
  clamp(Math.floor(from / size), 0, count),
  clamp(Math.ceil(to / size), 0, count),
]

/** Every how many columns a number stands, so that numbers are `room` apart. */
export const numberStep = (column: number, room = 34): number =>
  [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((step) => step * column >= room) ?? 1000
