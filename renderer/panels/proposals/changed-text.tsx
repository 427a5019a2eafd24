import type { Stretch } from './text-changes.ts'

type Change = Extract<Stretch, { same: false }>

const seen = (text: string): string => text.replaceAll('\n\n', ' ¶\n\n')

const withoutEnds = (text: string): string => text.replaceAll(/^\n+|\n+$/gu, '')

const Tick = ({
  change: { removed, added },
  number,
  taken,
  onTake,
}: {
  readonly change: Change
  readonly number: number
  readonly taken: boolean
  readonly onTake: (taken: boolean) => void
}) => (
  <input
    type="checkbox"
    className="mr-1 size-3.5 shrink-0 align-[-2px] accent-next"
    checked={taken}
    aria-label={`Change ${number + 1}: ${removed.trim() || 'nothing'} becomes ${added.trim() || 'nothing'}`}
    onChange={({ target }) => onTake(target.checked)}
  />
)

const gone = 'text-broken line-through decoration-1'
const come = 'text-kept underline decoration-1 underline-offset-4'

const Words = ({ removed, added }: Change) => (
  <>
    {removed !== '' && <del className={gone}>{seen(removed)}</del>}
    {removed !== '' && added !== '' && ' '}
    {added !== '' && <ins className={come}>{seen(added)}</ins>}
  </>
)

/** A paragraph that is another now: the old one, struck through, above the new one, which is there to be read. */
const Whole = ({ removed, added }: Change) => (
  <span className="flex min-w-0 flex-1 flex-col gap-2">
    {removed !== '' && (
      <del className="block text-quiet line-through decoration-broken decoration-1">
        {withoutEnds(removed)}
      </del>
    )}
    {added !== '' && (
      <ins className="block border-l-2 border-kept pl-3 text-ink no-underline">{withoutEnds(added)}</ins>
    )}
  </span>
)

/** How much of what did not change is shown on either side of a change, in letters, up to a whole word. */
const context = 240

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  if (text.length <= context * 2) return text
  const head = text.slice(0, context).replace(/\s\S{0,30}$/u, '')
  const tail = text.slice(-context).replace(/^\S{0,30}\s/u, '')
  return `${isFirst ? '' : `${head}\u00A0`}… ${isLast ? '' : tail}`
}

const isWhole = (stretch: Stretch | undefined): boolean =>
  stretch !== undefined && !stretch.same && stretch.unit === 'paragraph'

/** What did not change; a whole paragraph beside it has its own room around it. */
const sameText = (stretches: readonly Stretch[], at: number, text: string): string => {
  const [before, after] = [stretches[at - 1], stretches[at + 1]]
  const front = isWhole(before) ? text.replace(/^\n+/u, '') : text
  const whole = isWhole(after) ? front.replace(/\n+$/u, '') : front
  return shortened(whole, before === undefined, after === undefined)
}

/**
 * Two texts in one: what goes is struck through, what comes is marked as new. With `onTake` every change has a box to
 * tick; `isTaken` says which are ticked.
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
    <div className="font-text text-reading whitespace-pre-wrap wrap-anywhere">
      {stretches.map((stretch, i) => {
        if (stretch.same) return <span key={i}>{sameText(stretches, i, stretch.text)}</span>
        change += 1
        const number = change
        const taken = isTaken(number)
        const whole = stretch.unit === 'paragraph'
        return (
          <span
            key={i}
            className={`${whole ? 'my-3 flex items-start gap-1' : ''} ${taken ? '' : 'opacity-70'}`}
          >
            {onTake && (
              <span className={whole ? 'pt-0.5' : ''}>
                <Tick change={stretch} number={number} taken={taken} onTake={(is) => onTake(number, is)} />
              </span>
            )}
            {whole ? <Whole {...stretch} /> : <Words {...stretch} />}
          </span>
        )
      })}
    </div>
  )
}
