import { useState } from 'react'
import type { Constraint, Units } from '../../../shared/records.ts'
import { changeConstraints } from '../../stores/actions.ts'
import { projectStore } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { hueOfKind, wordOf } from '../loom/loom-threads.ts'
import { ChipForm } from './chip-form.tsx'
import { checkedWords, isProposed, isUnplaced, unitsWords, whatOf, whereWords } from './chip-words.ts'
import type { BriefReading, Chip } from './read-form.ts'
import { flushBrief } from './use-brief-form.ts'

/** Saves what the writer decided about a requirement, once what was typed before it is saved. */
const decide = async (name: string, put: readonly Constraint[], remove: readonly Constraint['id'][] = []) => {
  await flushBrief()
  await changeConstraints(projectStore.getState().state, name, { put, remove })
}

const Stand = ({ constraint, units }: { readonly constraint: Constraint; readonly units: Units | null }) => {
  if (constraint.muted) return <p className="text-small text-quiet">Muted: nobody owes it.</p>
  if (isUnplaced(constraint)) return <p className="text-small text-unsure">Not placed. Please place me.</p>
  return (
    <p className="text-small text-quiet">
      {whereWords(constraint, units)}, {checkedWords(constraint)}
      {isProposed(constraint) ? ', proposed by the planner' : ''}
    </p>
  )
}

const small = 'h-6! px-1.5! text-small'

const Acts = ({ constraint, onEdit }: { readonly constraint: Constraint; readonly onEdit: () => void }) => {
  const { confirmed, muted, origin } = constraint
  const { muted: _, ...loud } = constraint
  const mute = (): void =>
    void decide(muted ? 'Unmuting of a requirement' : 'Muting of a requirement', [
      muted ? loud : { ...constraint, muted: true },
    ])
  const confirm = (): void => void decide('Confirming of a requirement', [{ ...constraint, confirmed: true }])
  const remove = (): void => void decide('Removing of a requirement', [], [constraint.id])
  const isByHand = origin.from === 'hand'
  return (
    <div className="-my-0.5 ml-auto flex shrink-0">
      <Button kind="quiet" className={small} onClick={onEdit}>
        {isUnplaced(constraint) ? 'Place it' : 'Change'}
      </Button>
      {!confirmed && !muted && (
        <Button kind="quiet" className={small} onClick={confirm}>
          Confirm
        </Button>
      )}
      {!isByHand && (
        <Button kind="quiet" className={small} onClick={mute}>
          {muted ? 'Unmute' : 'Mute'}
        </Button>
      )}
      {(isByHand || origin.from === 'model') && (
        <Button kind="quiet" className={small} onClick={remove}>
          Remove
        </Button>
      )}
    </div>
  )
}

const OneChip = ({
  chip,
  units,
  isLit,
  onLit,
  onShow,
}: {
  readonly chip: Chip
  readonly units: Units | null
  readonly isLit: boolean
  readonly onLit: (id: string | null) => void
  readonly onShow: (chip: Chip) => void
}) => {
  const [isEdited, setEdited] = useState(false)
  const { constraint } = chip
  return (
    <li
      aria-label={whatOf(constraint)}
      className={`flex flex-col gap-0.5 border-l-3 py-1.5 pr-1 pl-3 ${isLit ? 'bg-hover' : ''}`}
      style={{
        borderLeftColor: constraint.muted
          ? 'var(--hair)'
          : `var(--thread-${hueOfKind(constraint.demand.kind)}, var(--verdigris))`,
        borderLeftStyle: constraint.confirmed ? 'solid' : 'dashed',
      }}
      onPointerEnter={() => onLit(constraint.id)}
      onPointerLeave={() => onLit(null)}
    >
      <button
        type="button"
        disabled={chip.at === null}
        className="text-left enabled:hover:text-verdigris"
        title={constraint.origin.quote}
        onClick={() => onShow(chip)}
      >
        <span className="mr-1.5 text-small text-quiet">{wordOf(constraint.demand)}</span>
        <span
          className={`font-text text-reading wrap-anywhere ${constraint.muted ? 'line-through decoration-1' : ''}`}
        >
          {whatOf(constraint)}
        </span>
      </button>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <Stand constraint={constraint} units={units} />
        {!isEdited && <Acts constraint={constraint} onEdit={() => setEdited(true)} />}
      </div>
      {isEdited && (
        <ChipForm
          constraint={constraint}
          units={units}
          onDone={(changed) => {
            setEdited(false)
            if (changed) void decide('Change of a requirement', [changed])
          }}
        />
      )}
    </li>
  )
}

/** A requirement made of words the writer chose. */
const ofSelection = (quote: string): Constraint => ({
  id: `constraint:${crypto.randomUUID().slice(0, 8)}`,
  demand: { kind: 'rule', params: { text: quote } },
  placement: { where: 'document' },
  origin: { from: 'hand', quote },
  confirmed: true,
})

/** What was read from the text, one chip a requirement: what, where, and how it is checked. */
export const Chips = ({
  reading,
  selection,
  lit,
  onLit,
  onShow,
}: {
  readonly reading: BriefReading
  /** The words that are selected in the text; empty where none are. */
  readonly selection: string
  readonly lit: string | null
  readonly onLit: (id: string | null) => void
  readonly onShow: (chip: Chip) => void
}) => {
  const { chips, units } = reading
  return (
    <section aria-label="Read from your words" className="flex min-h-0 flex-col gap-2">
      <div className="flex min-h-7 items-baseline justify-between gap-2">
        <h3 className="font-medium">Read from your words</h3>
        {units && selection === '' && <p className="truncate text-small text-quiet">{unitsWords(units)}</p>}
        {selection !== '' && (
          <Button
            // The selection must outlive the press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => void decide('A requirement more', [ofSelection(selection)])}
          >
            Add the selection
          </Button>
        )}
      </div>
      {chips.length === 0 ? (
        <p className="text-small text-quiet">
          What you ask for as you write, such as “every fifth week starting from week 13, mention the choir”,
          stands here as soon as it is understood. Select other words to add them.
        </p>
      ) : (
        <ul className="flex flex-col gap-1">
          {chips.map((chip) => (
            <OneChip
              key={chip.constraint.id}
              chip={chip}
              units={units}
              isLit={chip.constraint.id === lit}
              onLit={onLit}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
