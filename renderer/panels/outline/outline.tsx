import { useEffect, useMemo, useRef, useState } from 'react'
import type { SectionId } from '../../../shared/records.ts'
import { changeOutline } from '../../stores/actions.ts'
import { addSection } from '../../stores/commands.ts'
import { theEditors } from '../../stores/editor-slot.ts'
import { placing } from '../../stores/outline-moves.ts'
import { projectStore, useProjectView } from '../../stores/project-store.ts'
import { show, useView } from '../../stores/view-store.ts'
import { Button } from '../../ui/button.tsx'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { OutlineRow, type DropPlace, type Row } from './outline-row.tsx'
import { outlineRows } from './outline-rows.ts'
import { PlanSentence } from './plan-sentence.tsx'
import { SectionFields } from './section-fields.tsx'
import { onTreeKey, type TreeActs } from './tree-keys.ts'

const state = () => projectStore.getState().state

const rename = (row: Row, title: string | null): void => {
  if (title === null || title === row.section.title) return
  const change = { put: [{ ...row.section, title }], remove: [] }
  void changeOutline(state(), `New title for “${row.section.title}”`, change)
}

const drop = (dragged: SectionId | null, row: Row, place: DropPlace): void => {
  if (dragged === null || dragged === row.section.id) return
  const { section } = row
  const siblings = [...state().section.values()]
    .filter(({ parent, id }) => parent === section.parent && id !== dragged)
    .toSorted((a, b) => a.order - b.order)
  const at = siblings.findIndex(({ id }) => id === section.id)
  const change =
    place === 'under'
      ? (placing(state(), dragged, section.id, Infinity) ?? placing(state(), dragged, section.parent, at + 1))
      : placing(state(), dragged, section.parent, place === 'before' ? at : at + 1)
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

const useFolds = () => {
  const [folded, setFolded] = useState<ReadonlySet<SectionId>>(new Set())
  const fold = (id: SectionId, isFolded: boolean): void =>
    setFolded((before) => new Set([...[...before].filter((each) => each !== id), ...(isFolded ? [id] : [])]))
  return { folded, fold }
}

const Tree = ({ rows, fold }: { readonly rows: readonly Row[]; readonly fold: TreeActs['fold'] }) => {
  const focused = useView((view) => view.focused)
  const [renaming, setRenaming] = useState<SectionId | null>(null)
  const dragged = useRef<SectionId | null>(null)
  const tree = useRef<HTMLUListElement>(null)
  // The row that had the focus may be gone, and the focus with it.
  const hadFocus = useRef(false)
  const at = rows.findIndex(({ section }) => section.id === focused)
  useEffect(() => {
    const row = focused === null ? null : document.getElementById(`outline-${focused}`)
    if (!row) return
    row.scrollIntoView({ block: 'nearest' })
    const isFree = document.activeElement === document.body && hadFocus.current
    if (isFree || tree.current?.contains(document.activeElement)) row.focus()
  }, [focused, at])
  const acts: TreeActs = { choose: (id) => show({ focused: id }), fold, rename: setRenaming, open: openText }
  return (
    <ul
      ref={tree}
      role="tree"
      aria-label="Outline"
      className="min-h-0 flex-1 overflow-y-auto py-1"
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = false
      }}
    >
      {rows.map((row, i) => (
        <OutlineRow
          key={row.section.id}
          row={row}
          chosen={row.section.id === focused}
          tabbable={at < 0 ? i === 0 : i === at}
          renaming={row.section.id === renaming}
          events={{
            onChoose: () => {
              show({ focused: row.section.id })
              theEditors()?.showQuote(row.section.id, '')
            },
            onFold: () => fold(row.section.id, !row.folded),
            onRename: (title) => {
              if (renaming === row.section.id) {
                setRenaming(null)
                refocus(row.section.id)
                rename(row, title)
              } else setRenaming(row.section.id)
            },
            onKeyDown: (event) => onTreeKey(event, rows, i, acts),
            onDragStart: () => {
              dragged.current = row.section.id
            },
            onDrop: (place) => drop(dragged.current, row, place),
          }}
        />
      ))}
    </ul>
  )
}

/** The plan as a tree: every section with its state and its words. */
export const Outline = () => {
  const { folded, fold } = useFolds()
  const project = useProjectView((view) => view.state)
  const rows = useMemo(() => outlineRows(project, folded), [project, folded])
  const focused = useView((view) => view.focused)
  const chosen = rows.find(({ section }) => section.id === focused)
  return (
    <nav aria-label="Outline" className="flex h-full min-h-0 flex-col">
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
        <Tree rows={rows} fold={fold} />
      )}
      {chosen && <SectionFields key={chosen.section.id} section={chosen.section} stand={chosen.stand} />}
    </nav>
  )
}
