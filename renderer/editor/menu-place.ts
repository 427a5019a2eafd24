/** A stretch of the screen from top to bottom and from left to right, in px. */
type Box = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** A corner, in px. */
export type Place = { readonly top: number; readonly left: number }

/** Room between the letters and the menu, and between the menu and the edge, in px. */
const apart = 6

/**
 * Where a menu of this size goes beside a selection: above it, below it where there is no room, in view where the
 * selection fills the view. Null where the selection is out of view. All boxes are places on the screen.
 */
export const menuPlace = (
  selection: Box,
  view: Box,
  size: { readonly width: number; readonly height: number },
): Place | null => {
  if (selection.bottom < view.top || selection.top > view.bottom) return null
  const above = selection.top - size.height - apart
  const below = selection.bottom + apart
  const fits = (top: number): boolean => top >= view.top && top + size.height <= view.bottom
  const top = [above, below].find(fits) ?? view.top + apart
  const most = view.right - size.width - apart
  return { top, left: Math.max(view.left + apart, Math.min(selection.left, most)) }
}
