import { useEffect, useMemo, useRef, useState } from 'react'
import type { SectionId } from '../../../shared/records.ts'
import { changeOutline } from '../../stores/actions.ts'
import { addSection } from '../../stores/section-commands.ts'
import { theEditors } from '../../stores/editor-slot.ts'
import { placing } from '../../stores/outline-moves.ts'
import { projectStore, useProject } from '../../stores/project-store.ts'
import { show, useView } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { OutlineRow, type DropPlace, type RowActs } from './outline-row.tsx'
import { outlineRows, unfolded, type Row } from './outline-rows.ts'
import { PlanSentence } from './plan-sentence.tsx'
import { SectionFields } from './section-fields.tsx'
import { onTreeKey, type TreeActs } from './tree-keys.ts'

const state = () => projectStore.getState().state

const rename = (id: SectionId, title: string | null): void => {
  const section = state().section.get(id)
  if (!section || title === null || title === section.title) return
  const change = { put: [{ ...section, title }], remove: [] }
  void changeOutline(state(), `New title for “${section.title}”`, change)
}

const drop = (dragged: SectionId | null, id: SectionId, place: DropPlace): void => {
  if (dragged === null || dragged === id) return
  const parent = state().section.get(id)?.parent ?? null
  const siblings = [...state().section.values()]
    .filter((each) => each.parent === parent && each.id !== dragged)
    .toSorted((a, b) => a.order - b.order)
  const at = siblings.findIndex((each) => each.id === id)
  const change =
    place === 'under'
      ? (placing(state(), dragged, id, Infinity) ?? placing(state(), dragged, parent, at + 1))
      : placing(state(), dragged, parent, place === 'before' ? at : at + 1)
  void changeOutline(state(), 'Move of a section', change)
}

const openText = (id: SectionId): void => {
  show({ page: 'manuscript', focused: id })
  setTimeout(() => theEditors()?.focus(id))
}

/** The field is gone with the renaming: the keys go on working from the row. */
const refocus = (id: SectionId): void => {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById(`outline-${id}`)?.focus()
  })
}

/** The folded sections, and the row that is being renamed, with the acts that change them. */
const useTree = () => {
  const [folded, setFolded] = useState<ReadonlySet<SectionId>>(new Set())
  const [renaming, setRenaming] = useState<SectionId | null>(null)
  const acts = useMemo((): RowActs & TreeActs => {
    let dragged: SectionId | null = null
    let named: SectionId | null = null
    const nameNow = (id: SectionId | null): void => {
      named = id
      setRenaming(id)
    }
    return {
      choose: (id) => show({ focused: id }),
      reveal: (id) => {
        show({ focused: id })
        theEditors()?.showQuote(id, '')
      },
      fold: (id) =>
        setFolded((before) => {
          const after = new Set(before)
          if (!after.delete(id)) after.add(id)
          return after
        }),
      rename: nameNow,
      renamed: (id, title) => {
        if (named !== id) return
        nameNow(null)
        refocus(id)
        rename(id, title)
      },
      drag: (id) => {
        dragged = id
      },
      drop: (id, place) => drop(dragged, id, place),
      open: openText,
    }
  }, [])
  return { folded, renaming, acts }
}

const Tree = ({
  rows,
  tree,
}: {
  readonly rows: readonly Row[]
  readonly tree: ReturnType<typeof useTree>
}) => {
  const { folded, renaming, acts } = tree
  const focused = useView((view) => view.focused)
  const list = useRef<HTMLUListElement>(null)
  // The row that had the focus may be gone, and the focus with it.
  const hadFocus = useRef(false)
  const at = rows.findIndex(({ id }) => id === focused)
  useEffect(() => {
    const row = focused === null ? null : document.getElementById(`outline-${focused}`)
    if (!row) return
    row.scrollIntoView({ block: 'nearest' })
    const isFree = document.activeElement === document.body && hadFocus.current
    if (isFree || list.current?.contains(document.activeElement)) row.focus()
  }, [focused, at])
  return (
    <ul
      ref={list}
      role="tree"
      aria-label="Outline"
      className="min-h-0 flex-1 overflow-y-auto py-1"
      onKeyDown={(event) => onTreeKey(event, rows, folded, acts)}
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = false
      }}
    >
      {rows.map((row, i) => (
        <OutlineRow
          key={row.id}
          {...row}
          folded={folded.has(row.id)}
          chosen={i === at}
          tabbable={i === Math.max(at, 0)}
          renaming={row.id === renaming}
          acts={acts}
        />
      ))}
    </ul>
  )
}

/** The plan as a tree: every section with its state and its words. */
export const Outline = () => {
  const tree = useTree()
  const all = useProject(outlineRows)
  const rows = useMemo(() => unfolded(all, tree.folded), [all, tree.folded])
  const focused = useView((view) => view.focused)
  const chosen = rows.find(({ id }) => id === focused)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex h-9 shrink-0 items-center justify-between border-b pr-1 pl-3">
        <h2 className="font-medium">Outline</h2>
        <Button kind="quiet" onClick={() => void addSection()}>
          Add a section
        </Button>
      </header>
      <PlanSentence />
      {rows.length === 0 ? (
        <StatusSentence title="No sections yet.">
          Make the plan, and they appear here; or add the first one yourself.
        </StatusSentence>
      ) : (
        <Tree rows={rows} tree={tree} />
      )}
      {chosen && <SectionFields key={chosen.id} row={chosen} />}
    </div>
  )
}
