import type { KeyboardEvent } from 'react'
import type { SectionId } from '../../../shared/records.ts'
import { deleteSection, moveSection } from '../../stores/section-commands.ts'
import type { Direction } from '../../stores/outline-moves.ts'
import type { Row } from './outline-rows.ts'

/** What keys can ask of the tree. */
export type TreeActs = {
  readonly choose: (id: SectionId) => void
  /** Folds, or unfolds. */
  readonly fold: (id: SectionId) => void
  readonly rename: (id: SectionId) => void
  readonly open: (id: SectionId) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

type Folded = ReadonlySet<SectionId>

const stepTo = (key: string, rows: readonly Row[], at: number, folded: Folded): Row | undefined => {
  const row = rows[at]
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]
    case 'ArrowUp':
      return rows[at - 1]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    case 'ArrowRight':
      return row && !row.leaf && !folded.has(row.id) ? rows[at + 1] : undefined
    case 'ArrowLeft':
      return rows.find(({ id }) => id === row?.parent)
    default:
      return undefined
  }
}

const actOn = (key: string, { id, leaf }: Row, isFolded: boolean, acts: TreeActs): boolean => {
  if (!leaf && ((key === 'ArrowRight' && isFolded) || (key === 'ArrowLeft' && !isFolded))) acts.fold(id)
  else if (key === 'F2') acts.rename(id)
  else if (key === 'Delete') void deleteSection()
  else if (key === 'Enter') acts.open(id)
  else return false
  return true
}

/** The keys of the tree: arrows go, Alt with arrows moves, F2 renames, Delete deletes, Enter opens the text. */
export const onTreeKey = (
  event: KeyboardEvent,
  rows: readonly Row[],
  folded: Folded,
  acts: TreeActs,
): void => {
  const { row: id } = event.target instanceof HTMLElement ? event.target.dataset : {}
  const at = rows.findIndex((row) => row.id === id)
  const row = rows[at]
  if (!row || event.ctrlKey || event.metaKey) return
  const direction = event.altKey ? directions[event.key] : undefined
  if (direction) void moveSection(direction)
  else if (event.altKey || event.shiftKey) return
  else if (!actOn(event.key, row, folded.has(row.id), acts)) {
    const next = stepTo(event.key, rows, at, folded)
    if (!next) return
    acts.choose(next.id)
  }
  event.preventDefault()
}
