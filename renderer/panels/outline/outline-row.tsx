import { memo, useEffect, useRef, useState, type DragEvent } from 'react'
import type { DraftId, SectionId } from '../../../shared/records.ts'
import { figure } from '../../ui/figures.ts'
import { Mark } from '../../ui/mark.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import type { Row } from './outline-rows.ts'
import { useLiveWords } from './use-live-words.ts'

/** Where a dragged section would go, seen from the row under the pointer. */
export type DropPlace = 'before' | 'under' | 'after'

/** What a row asks of its tree. The same object at every drawing, so that a row is drawn anew for its own sake only. */
export type RowActs = {
  /** Chooses a section and brings it into view. */
  readonly reveal: (id: SectionId) => void
  readonly fold: (id: SectionId) => void
  readonly rename: (id: SectionId) => void
  /** The new title; null for the old one. */
  readonly renamed: (id: SectionId, title: string | null) => void
  readonly drag: (id: SectionId) => void
  readonly drop: (id: SectionId, place: DropPlace) => void
}

type RowProps = Row & {
  readonly folded: boolean
  readonly chosen: boolean
  readonly tabbable: boolean
  readonly renaming: boolean
  readonly acts: RowActs
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

const Rename = ({
  title,
  onDone,
}: {
  readonly title: string
  readonly onDone: (title: string | null) => void
}) => {
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

type Counted = { readonly words: number; readonly wanted: number; readonly stand: string }

const Figures = ({ words, wanted, stand }: Counted) => (
  <span className="shrink-0 text-small tabular-nums text-quiet" title={`${figure(wanted)} words wanted`}>
    <span className="sr-only">, {stand}, </span>
    {figure(words > 0 ? words : wanted)}
    <span className="sr-only">{words > 0 ? ` of ${figure(wanted)} words` : ' words wanted'}</span>
  </span>
)

/** The words that have arrived, and how much of the wanted text they are, as a line under the row. */
const Arriving = ({ draft, wanted, stand }: Omit<Counted, 'words'> & { readonly draft: DraftId }) => {
  const words = useLiveWords(draft)
  return (
    <>
      <Figures words={words} wanted={wanted} stand={stand} />
      <span
        aria-hidden
        className="absolute bottom-0 left-0 h-px bg-working transition-[width] duration-180"
        style={{ width: `${Math.min(100, (100 * words) / Math.max(1, wanted))}%` }}
      />
    </>
  )
}

const Fold = ({ id, folded, acts }: Pick<RowProps, 'id' | 'folded' | 'acts'>) => (
  <span
    aria-hidden
    className="w-3 text-center text-quiet"
    onClick={(event) => {
      event.stopPropagation()
      acts.fold(id)
    }}
  >
    {folded ? '▸' : '▾'}
  </span>
)

/** What a row does as it is dragged, or dragged over. */
const useDragging = ({ id, title, acts }: Pick<RowProps, 'id' | 'title' | 'acts'>) => {
  const [over, setOver] = useState<DropPlace | null>(null)
  return {
    over,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', title)
      acts.drag(id)
    },
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(placeOf(event))
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      acts.drop(id, placeOf(event))
    },
  }
}

/** One section in the outline; drawn anew only when what it shows has changed. */
export const OutlineRow = memo((row: RowProps) => {
  const { id, title, wanted, words, depth, leaf, mark, stand, streaming, folded, chosen, renaming, acts } =
    row
  const { over, ...dragging } = useDragging(row)
  return (
    <li
      role="treeitem"
      id={`outline-${id}`}
      data-row={id}
      aria-level={depth}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={chosen}
      {...(!leaf && { 'aria-expanded': !folded })}
      tabIndex={row.tabbable ? 0 : -1}
      draggable={!renaming}
      data-depth={depth}
      className={`relative flex h-7 items-center gap-2 pr-3 outline-offset-[-2px] ${chosen ? 'bg-chosen' : 'hover:bg-hover'} ${over ? drops[over] : ''}`}
      style={{ paddingLeft: 12 + (depth - 1) * 16 }}
      onClick={() => acts.reveal(id)}
      onDoubleClick={() => acts.rename(id)}
      {...dragging}
    >
      {leaf ? <Mark name={mark} /> : <Fold id={id} folded={folded} acts={acts} />}
      {renaming ? (
        <Rename title={title} onDone={(renamed) => acts.renamed(id, renamed)} />
      ) : (
        <span className={`min-w-0 flex-1 truncate ${leaf ? '' : 'font-medium'}`} title={title}>
          {shownTitle(title)}
        </span>
      )}
      {leaf && streaming && <Arriving draft={streaming} wanted={wanted} stand={stand} />}
      {leaf && !streaming && <Figures words={words} wanted={wanted} stand={stand} />}
    </li>
  )
})
