import type { Conflict } from '../../../shared/constraints/conflicts.ts'
import { Mark } from '../../ui/mark.tsx'

const One = ({
  conflict,
  onQuote,
}: {
  readonly conflict: Conflict
  readonly onQuote: (quote: string) => void
}) => {
  const { level, sentence, quotes, ways } = conflict
  return (
    <li
      className={`flex flex-col gap-1 border-l-3 py-1 pl-3 ${level === 'conflict' ? 'border-broken' : 'border-unsure'}`}
    >
      <p className="flex items-baseline gap-1.5">
        <Mark
          name={level === 'conflict' ? 'broken' : 'unsure'}
          label={level === 'conflict' ? 'Conflict' : 'Warning'}
        />
        <span>{sentence}</span>
      </p>
      {quotes.map((quote) => (
        <button
          key={quote}
          type="button"
          className="text-left font-text text-ui text-quiet wrap-anywhere hover:text-ink"
          onClick={() => onQuote(quote)}
        >
          “{quote}”
        </button>
      ))}
      {ways.length > 0 && (
        <ul className="list-disc pl-4 text-small text-quiet">
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** What stands in its own way in the brief, with the words of both sides and the ways out. */
export const Conflicts = ({
  conflicts,
  onQuote,
}: {
  readonly conflicts: readonly Conflict[]
  readonly onQuote: (quote: string) => void
}) =>
  conflicts.length === 0 ? null : (
    <section aria-label="Conflicts" className="flex flex-col gap-2">
      <h3 className="font-medium">
        {conflicts.some(({ level }) => level === 'conflict')
          ? 'This cannot all be kept. Nothing is begun until it is settled.'
          : 'This may be meant otherwise.'}
      </h3>
      <ul className="flex flex-col gap-2">
        {conflicts.map((conflict) => (
          <One key={conflict.sentence + conflict.quotes.join()} conflict={conflict} onQuote={onQuote} />
        ))}
      </ul>
    </section>
  )
