/** A place on the loom: a line, counted from the top, and a column. */
export type Place = { readonly line: number; readonly column: number }

/** How far the loom goes, and which columns of a line owe something. */
type Bounds = {
  readonly lines: number
  readonly columns: number
  readonly isOwed: (place: Place) => boolean
}

const page = 10

const jump = ({ line, column }: Place, by: 1 | -1, { columns, isOwed }: Bounds): number => {
  for (let at = column + by; at >= 0 && at < columns; at += by) if (isOwed({ line, column: at })) return at
  return by > 0 ? columns - 1 : 0
}

const moved = (
  { line, column }: Place,
  press: { readonly key: string; readonly far: boolean },
  bounds: Bounds,
): Place | null => {
  const { key, far } = press
  switch (key) {
    case 'ArrowRight':
      return { line, column: far ? jump({ line, column }, 1, bounds) : column + 1 }
    case 'ArrowLeft':
      return { line, column: far ? jump({ line, column }, -1, bounds) : column - 1 }
    case 'ArrowDown':
      return { line: far ? bounds.lines - 1 : line + 1, column }
    case 'ArrowUp':
      return { line: far ? 0 : line - 1, column }
    case 'PageDown':
      return { line: line + page, column }
    case 'PageUp':
      return { line: line - page, column }
    case 'Home':
      return { line: far ? 0 : line, column: 0 }
    case 'End':
      return { line: far ? bounds.lines - 1 : line, column: bounds.columns - 1 }
    default:
      return null
  }
}

/**
 * Where a key leads from a place; null for a key that leads nowhere. With Ctrl an arrow goes to the next section that
 * owes something, Home and End to the corners.
 */
export const placeAfter = (
  from: Place,
  press: { readonly key: string; readonly far: boolean },
  bounds: Bounds,
): Place | null => {
  const to = moved(from, press, bounds)
  if (!to) return null
  const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))
  return { line: clamp(to.line, bounds.lines), column: clamp(to.column, bounds.columns) }
}
