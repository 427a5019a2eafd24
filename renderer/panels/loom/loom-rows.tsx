import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { Place } from './loom-keys.ts'
import { StrandName } from './loom-names.tsx'
import type { Strand } from './loom-threads.ts'
import { look } from './loom-view.ts'
import type { LoomStage } from './use-loom-hands.ts'

const keyOf = (strand: Strand): string => (strand.is === 'band' ? 'band' : strand.thread.row.constraint.id)

const hueOf = (strand: Strand | undefined): number | null =>
  strand?.is === 'thread' ? strand.thread.hue : null

type Rows = {
  readonly stage: LoomStage
  readonly place: Place
  readonly shown: Place | null
  /** All that the cell of the focus says. */
  readonly sentence: string
  readonly onKey: (event: KeyboardEvent) => void
  readonly onFocused: (isFocused: boolean) => void
}

/** The one cell that is more than a drawing: it can have the focus, and says all it knows. */
const FocusCell = ({ place, stage: { scale, names }, sentence, onKey, onFocused }: Rows) => (
  <div
    id="loom-cell"
    role="gridcell"
    tabIndex={0}
    aria-colindex={place.column + 2}
    aria-label={sentence}
    className="absolute top-0 h-full rounded-desk outline-offset-[-1px]"
    style={{
      left: names + place.column * scale.column - Math.max(0, (12 - scale.column) / 2),
      width: Math.max(12, scale.column),
      transform: 'translateX(var(--left))',
    }}
    onKeyDown={onKey}
    onFocus={({ currentTarget }) => onFocused(currentTarget.matches(':focus-visible'))}
    onBlur={() => onFocused(false)}
  />
)

const Row = ({ line, ...rows }: Rows & { readonly line: number }) => {
  const { stage, place, shown } = rows
  const { scale, names, strands } = stage
  const strand = strands[line]
  if (!strand) return null
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={`absolute inset-x-0 ${shown?.line === line ? 'bg-hover' : ''}`}
      style={{ top: line * scale.row, height: scale.row }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="absolute inset-y-0 left-0 z-10 flex items-center gap-2 bg-paper pr-3 pl-8"
        style={{ width: names }}
      >
        <StrandName
          strand={strand}
          height={scale.row}
          isFirst={hueOf(strands[line - 1]) !== hueOf(strand)}
          onFold={() => strand.is === 'band' && look({ isOpen: !strand.isOpen })}
        />
      </div>
      {line === place.line && <FocusCell key={`${place.line} ${place.column}`} {...rows} />}
    </div>
  )
}

/** The rows of the loom for hand, keyboard and ear: their names, and in one of them the cell of the focus. */
export const LoomRows = (rows: Rows) => {
  const { columns, strands, scale } = rows.stage
  const { line, column } = rows.place
  const hadFocus = useRef(false)
  // Each place is a cell of its own, so that it is announced; the focus goes along.
  useLayoutEffect(() => {
    if (hadFocus.current) document.querySelector<HTMLElement>('#loom-cell')?.focus({ preventScroll: true })
  }, [line, column])
  return (
    <div
      role="grid"
      aria-label="The loom: requirements across sections"
      aria-describedby="loom-summary"
      aria-rowcount={strands.length + 1}
      aria-colcount={columns.length + 1}
      className="absolute inset-x-0 bottom-0 overflow-clip"
      style={{ top: scale.head }}
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = false
      }}
    >
      <div role="row" aria-rowindex={1} className="sr-only">
        <span role="columnheader" aria-colindex={1}>
          Requirement
        </span>
        <span role="columnheader" aria-colindex={column + 2}>
          {columns[column]?.title}
        </span>
      </div>
      <div style={{ transform: 'translateY(var(--top))' }}>
        {strands.map((strand, at) => (
          <Row key={keyOf(strand)} line={at} {...rows} />
        ))}
      </div>
    </div>
  )
}
