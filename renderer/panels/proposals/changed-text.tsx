import type { Stretch } from './text-changes.ts'

const seen = (text: string): string => text.replaceAll('\n\n', ' ¶\n\n')

const Change = ({
  removed,
  added,
  number,
  taken,
  onTake,
}: {
  readonly removed: string
  readonly added: string
  readonly number: number
  readonly taken: boolean
  readonly onTake: ((taken: boolean) => void) | null
}) => (
  <span className={onTake && !taken ? 'opacity-70' : ''}>
    {onTake && (
      <input
        type="checkbox"
        className="mr-1 size-3.5 align-[-2px] accent-next"
        checked={taken}
        aria-label={`Change ${number + 1}: ${removed.trim() || 'nothing'} becomes ${added.trim() || 'nothing'}`}
        onChange={({ target }) => onTake(target.checked)}
      />
    )}
    {removed !== '' && <del className="text-broken line-through decoration-1">{seen(removed)}</del>}
    {removed !== '' && added !== '' && ' '}
    {added !== '' && <ins className="text-kept underline decoration-2 underline-offset-4">{seen(added)}</ins>}
  </span>
)

/** How much of what did not change is shown on either side of a change, in letters. */
const context = 240

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  if (text.length <= context * 2) return text
  const [head, tail] = [text.slice(0, context), text.slice(-context)]
  return `${isFirst ? '' : head} … ${isLast ? '' : tail}`
}

/**
 * Two texts in one: what goes is struck through, what comes is underlined. With `onTake` every change has a box to tick;
 * `isTaken` says which are ticked.
 */
export const ChangedText = ({
  stretches,
  isTaken = () => true,
  onTake = null,
}: {
  readonly stretches: readonly Stretch[]
  readonly isTaken?: (change: number) => boolean
  readonly onTake?: ((change: number, taken: boolean) => void) | null
}) => {
  let change = -1
  return (
    <div className="font-text text-reading whitespace-pre-wrap">
      {stretches.map((stretch, i) => {
        if (stretch.same) {
          const text = shortened(stretch.text, i === 0, i === stretches.length - 1)
          return <span key={i}>{text}</span>
        }
        change += 1
        const number = change
        return (
          <Change
            key={i}
            number={number}
            removed={stretch.removed}
            added={stretch.added}
            taken={isTaken(number)}
            onTake={onTake && ((taken) => onTake(number, taken))}
          />
        )
      })}
    </div>
  )
}
