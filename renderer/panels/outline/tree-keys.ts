import type { KeyboardEvent } from 'react'
import type { SectionId } from '../../../shared/records.ts'
import { deleteSection, moveSection } from '../../stores/commands.ts'
import type { Direction } from '../../stores/outline-moves.ts'
import type { Row } from './outline-row.tsx'

/** What keys can ask of the tree. */
export type TreeActs = {
  readonly choose: (id: SectionId) => void
  readonly fold: (id: SectionId, folded: boolean) => void
  readonly rename: (id: SectionId) => void
  readonly open: (id: SectionId) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

const stepTo = (key: string, rows: readonly Row[], at: number): Row | undefined => {
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
      return row && !row.leaf && !row.folded ? rows[at + 1] : undefined
    case 'ArrowLeft':
      return rows.find(({ section }) => section.id === row?.section.parent)
    default:
      return undefined
  }
}

const actOn = (key: string, { section, leaf, folded }: Row, acts: TreeActs): boolean => {
  if (!leaf && ((key === 'ArrowRight' && folded) || (key === 'ArrowLeft' && !folded))) {
    acts.fold(section.id, key === 'ArrowLeft')
  } else if (key === 'F2') acts.rename(section.id)
  else if (key === 'Delete') void deleteSection()
  else if (key === 'Enter') acts.open(section.id)
  else return false
  return true
}

/** The keys of the tree: arrows go, Alt with arrows moves, F2 renames, Delete deletes, Enter opens the text. */
export const onTreeKey = (event: KeyboardEvent, rows: readonly Row[], at: number, acts: TreeActs): void => {
  const row = rows[at]
  if (!row || event.ctrlKey || event.metaKey) return
  const direction = event.altKey ? directions[event.key] : undefined
  if (direction) void moveSection(direction)
  else if (event.altKey || event.shiftKey) return
  else if (!actOn(event.key, row, acts)) {
    const next = stepTo(event.key, rows, at)
    if (!next) return
    acts.choose(next.section.id)
  }
  event.preventDefault()
}
