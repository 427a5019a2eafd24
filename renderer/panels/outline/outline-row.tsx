import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { Section } from '../../../shared/records.ts'
import { figure } from '../../ui/figures.ts'
import { Mark } from '../../ui/mark.tsx'
import type { SectionStand } from './section-words.ts'

/** Where a dragged section would go, seen from the row under the pointer. */
export type DropPlace = 'before' | 'under' | 'after'

/** One line of the outline as it is drawn. */
export type Row = {
  readonly section: Section
  readonly depth: number
  readonly leaf: boolean
  readonly folded: boolean
  readonly position: number
  readonly siblings: number
  readonly stand: SectionStand | null
  readonly words: number
}

type RowEvents = {
  readonly onChoose: () => void
  readonly onFold: () => void
  readonly onRename: (title: string | null) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onDragStart: () => void
  readonly onDrop: (place: DropPlace) => void
}

const placeOf = ({ clientY, currentTarget }: DragEvent): DropPlace => {
  const { top, height } = currentTarget.getBoundingClientRect()
  const share = (clientY - top) / height
  return share < 0.3 ? 'before' : share > 0.7 ? 'after' : 'under'
}

const drops: Readonly<Record<DropPlace, string>> = {
  before: 'shadow-[inset_0_2px_0_var(--verdigris)]',
  after: 'shadow-[inset_0_-2px_0_var(--verdigris)]',
  under: 'bg-chosen',
}

const Rename = ({ title, onDone }: { readonly title: string; readonly onDone: RowEvents['onRename'] }) => {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => ref.current?.select(), [])
  return (
    <input
      ref={ref}
      aria-label={`New title of ${title}`}
      defaultValue={title}
      className="min-w-0 flex-1 rounded-desk bg-float px-1 outline-2 outline-verdigris"
      onBlur={({ target }) => onDone(target.value.trim() || null)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') onDone(event.currentTarget.value.trim() || null)
        if (event.key === 'Escape') onDone(null)
      }}
    />
  )
}

const Figures = ({ row: { section, words, stand } }: { readonly row: Row }) => (
  <span
    className="shrink-0 text-small tabular-nums text-quiet"
    title={`${figure(section.words)} words wanted`}
  >
    <span className="sr-only">, {stand?.words}, </span>
    {figure(words > 0 ? words : section.words)}
    <span className="sr-only">{words > 0 ? ` of ${figure(section.words)} words` : ' words wanted'}</span>
  </span>
)

/** How much of the wanted text has arrived, as a line under the row while it is being written. */
const Arriving = ({ row: { section, words } }: { readonly row: Row }) => (
  <span
    aria-hidden
    className="absolute bottom-0 left-0 h-px bg-working transition-[width] duration-180"
    style={{ width: `${Math.min(100, (100 * words) / Math.max(1, section.words))}%` }}
  />
)

/** What a row does as it is dragged, or dragged over. */
const useDragging = ({ title }: Section, events: RowEvents) => {
  const [over, setOver] = useState<DropPlace | null>(null)
  return {
    over,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', title)
      events.onDragStart()
    },
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(placeOf(event))
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      events.onDrop(placeOf(event))
    },
  }
}

/** One section in the outline. */
export const OutlineRow = ({
  row,
  chosen,
  tabbable,
  renaming,
  events,
}: {
  readonly row: Row
  readonly chosen: boolean
  readonly tabbable: boolean
  readonly renaming: boolean
  readonly events: RowEvents
}) => {
  const { section, depth, leaf, folded, position, siblings, stand } = row
  const { over, ...dragging } = useDragging(section, events)
  return (
    <li
      role="treeitem"
      id={`outline-${section.id}`}
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={chosen}
      {...(!leaf && { 'aria-expanded': !folded })}
      tabIndex={tabbable ? 0 : -1}
      draggable={!renaming}
      data-depth={depth}
      className={`relative flex h-7 items-center gap-2 pr-3 outline-offset-[-2px] ${chosen ? 'bg-chosen' : 'hover:bg-hover'} ${over ? drops[over] : ''}`}
      style={{ paddingLeft: 12 + (depth - 1) * 16 }}
      onClick={events.onChoose}
      onDoubleClick={() => events.onRename(section.title)}
      onKeyDown={events.onKeyDown}
      {...dragging}
    >
      {leaf ? (
        <Mark name={stand?.mark ?? 'planned'} />
      ) : (
        <span
          aria-hidden
          className="w-3 text-center text-quiet"
          onClick={(event) => {
            event.stopPropagation()
            events.onFold()
          }}
        >
          {folded ? '▸' : '▾'}
        </span>
      )}
      {renaming ? (
        <Rename title={section.title} onDone={events.onRename} />
      ) : (
        <span className={`min-w-0 flex-1 truncate ${leaf ? '' : 'font-medium'}`} title={section.title}>
          {section.title}
        </span>
      )}
      {leaf && <Figures row={row} />}
      {stand?.mark === 'drafting' && <Arriving row={row} />}
    </li>
  )
}
