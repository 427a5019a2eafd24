import { useEffect, useRef } from 'react'
import { useProject } from '../../stores/project-store.ts'
import { CellCard } from './cell-card.tsx'
import { cellSentence, standOf } from './cell-words.ts'
import type { Place } from './loom-keys.ts'
import { nameHeight } from './loom-names.tsx'
import type { Strand } from './loom-threads.ts'
import type { LoomStage } from './use-loom-hands.ts'

const width = 320
const gap = 10

type At = { readonly left: number; readonly top?: number; readonly bottom?: number }

/** Beside its cell, and never beyond the edges of the loom. */
const placeOf = (
  { scale, names, scroller, columns }: LoomStage,
  { line, column }: Place,
  strand: Strand,
): At => {
  const { scrollLeft = 0, scrollTop = 0, clientWidth = 0, clientHeight = 0 } = scroller.current ?? {}
  const isWhole = strand.is === 'thread' && strand.thread.row.reach === 'whole'
  const x = names + ((isWhole ? columns.length : column) + 0.5) * scale.column - scrollLeft
  const y = scale.head + (line + 0.5) * scale.row - scrollTop
  const beside = Math.max(12, scale.row / 2) + gap / 2
  const left = Math.max(8, Math.min(x + gap, clientWidth - width - 8))
  return y > clientHeight * 0.55 ? { left, bottom: clientHeight - y + beside } : { left, top: y + beside }
}

const BandCard = ({ stage, place, strand }: { stage: LoomStage; place: Place; strand: Strand }) => {
  const sentence = useProject((state) => cellSentence(state, strand, stage.columns, place.column))
  return (
    <div className="flex flex-col gap-1 px-4 py-3">
      <p>{sentence}</p>
      <p className="text-small text-quiet">Click to see them one by one.</p>
    </div>
  )
}

/** The card of the cell that is pointed at, has the focus, or is pinned. */
export const CardAt = ({
  stage,
  place,
  pinned,
  onDone,
}: {
  readonly stage: LoomStage
  readonly place: Place
  readonly pinned: boolean
  readonly onDone: () => void
}) => {
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (pinned) card.current?.querySelector<HTMLElement>('textarea, button')?.focus()
  }, [pinned])
  const strand = stage.strands[place.line]
  if (!strand || (strand.is === 'band' && strand.isOpen)) return null
  const isEmpty = strand.is === 'thread' && standOf(strand.thread, place.column) === 'empty'
  // Nothing is owed here: all there is to say is the name, where it cannot be read beside the row.
  if (isEmpty && !pinned && stage.scale.row >= nameHeight) return null
  return (
    <div
      ref={card}
      {...(pinned ? { role: 'dialog', 'aria-label': 'Requirement' } : { 'aria-hidden': true })}
      className={`absolute z-20 rounded-desk bg-float shadow-float ${pinned ? '' : 'pointer-events-none'}`}
      style={{ width, ...placeOf(stage, place, strand) }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      {strand.is === 'band' ? (
        <BandCard stage={stage} place={place} strand={strand} />
      ) : (
        <CellCard
          thread={strand.thread}
          column={place.column}
          columns={stage.columns}
          pinned={pinned}
          onDone={onDone}
        />
      )}
    </div>
  )
}
