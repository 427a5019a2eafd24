import type { ConstraintMatrix } from '../../../shared/questions/constraint-matrix.ts'
import { figure } from '../../ui/figures.ts'
import { Mark } from '../../ui/mark.tsx'
import { kindsOf, type LoomFilter } from './loom-threads.ts'
import { look, useLoomView } from './loom-view.ts'

const stands = ['kept', 'broken', 'unsure', 'owed'] as const

/** Everything counted: kept, broken, unsure, owed. */
export const LoomTotals = ({ matrix }: { readonly matrix: ConstraintMatrix }) => (
  <p className="flex items-center gap-4 tabular-nums" aria-label="Requirements counted">
    {stands.map((name) => (
      <span key={name} className="flex items-center gap-1.5">
        <Mark name={name} />
        {figure(matrix.tally[name])} <span className="text-quiet">{name}</span>
      </span>
    ))}
  </p>
)

const toggle =
  'inline-flex h-7 items-center gap-1.5 rounded-desk px-2 text-quiet transition-colors duration-150 hover:bg-hover hover:text-ink aria-pressed:bg-chosen aria-pressed:text-ink'

const Kinds = ({ matrix, filter }: { readonly matrix: ConstraintMatrix; readonly filter: LoomFilter }) => (
  <div role="group" aria-label="Kinds" className="-ml-2 flex flex-wrap items-center gap-1">
    {kindsOf(matrix).map(({ row, word, hue }) => {
      const { kind } = row.constraint.demand
      const isChosen = filter.kind === kind
      return (
        <button
          key={kind}
          type="button"
          aria-pressed={isChosen}
          className={toggle}
          onClick={() => look({ filter: { ...filter, kind: isChosen ? null : kind } })}
        >
          <span
            aria-hidden
            className="h-0.75 w-4 rounded-full"
            style={{ background: `var(--thread-${hue})` }}
          />
          {word}
        </button>
      )
    })}
  </div>
)

const Zoom = ({ zoom }: { readonly zoom: number }) => (
  <div className="flex items-center gap-2">
    <button type="button" aria-pressed={zoom === 0} className={toggle} onClick={() => look({ zoom: 0 })}>
      Whole work
    </button>
    <input
      type="range"
      aria-label="Zoom"
      min={0}
      max={1}
      step={0.05}
      value={zoom}
      className="h-1 w-24 appearance-none rounded-full bg-edge/50 [&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-verdigris [&::-webkit-slider-thumb]:size-3 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-verdigris"
      onChange={({ target }) => look({ zoom: Number(target.value) })}
    />
  </div>
)

/** Legend, filter and zoom in one line: the kinds are both the legend of the colours and a choice. */
export const LoomBar = ({ matrix }: { readonly matrix: ConstraintMatrix }) => {
  const { filter, zoom } = useLoomView()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Kinds matrix={matrix} filter={filter} />
      <span className="flex-1" />
      <button
        type="button"
        aria-pressed={filter.trouble}
        className={toggle}
        onClick={() => look({ filter: { ...filter, trouble: !filter.trouble } })}
      >
        Only broken or unsure
      </button>
      <input
        type="search"
        aria-label="Find a requirement"
        placeholder="Find a requirement"
        className="h-7 w-40 rounded-desk border border-edge/60 bg-float px-2"
        value={filter.text}
        onChange={({ target }) => look({ filter: { ...filter, text: target.value } })}
      />
      <Zoom zoom={zoom} />
    </div>
  )
}
