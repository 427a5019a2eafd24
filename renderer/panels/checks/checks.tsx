import { memo, useState } from 'react'
import type { Flag } from '../../../shared/questions/flags.ts'
import { tally } from '../../../shared/questions/progress.ts'
import type { DutyVerdict } from '../../../shared/questions/verdicts.ts'
import type { SectionId } from '../../../shared/records.ts'
import { useProject } from '../../stores/project-store.ts'
import { figure } from '../../ui/figures.ts'
import { Mark } from '../../ui/mark.tsx'
import { shownTitle } from '../../ui/shown-title.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { checkGroups, dutyWords, needsLook, type CheckGroup } from './check-groups.ts'
import { showPlace } from './show-place.ts'

const names = { kept: 'Kept', broken: 'Broken', unsure: 'Unsure', owed: 'Owed' } as const

const Quote = ({ section, quote }: { readonly section: SectionId | null; readonly quote: string }) => (
  <button
    type="button"
    disabled={section === null}
    aria-label={`Show in the text: ${quote}`}
    className="mt-1 line-clamp-3 rounded-desk border-l-2 border-hair py-0.5 pr-1 pl-2 text-left font-text text-ui text-quiet hover:border-verdigris hover:bg-hover hover:text-ink"
    onClick={() => section && showPlace(section, quote)}
  >
    {quote}
  </button>
)

type RowProps = {
  readonly mark: keyof typeof names
  readonly label: string
  readonly sentence: string
  readonly quote: string | undefined
  readonly advice: string | undefined
  readonly section: SectionId | null
}

/** In plain values: the matrix is made anew at every save, but few of its rows change. */
const CheckRow = memo(({ mark, label, sentence, quote, advice, section }: RowProps) => (
  <li className="flex gap-2 px-4 py-1.5">
    <span className="pt-1">
      <Mark name={mark} label={label} />
    </span>
    <div className="flex min-w-0 flex-col items-start">
      <p className="wrap-anywhere">{sentence}</p>
      {quote && <Quote section={section} quote={quote} />}
      {advice && <p className="text-quiet">{advice}</p>}
    </div>
  </li>
))

const ofDuty = (each: DutyVerdict) => ({
  mark: each.verdict,
  label: names[each.verdict],
  sentence: dutyWords(each),
  quote: each.quote,
  advice: each.advice,
})

const ofFlag = ({ sentence, quote, advice }: Flag) =>
  ({ mark: 'unsure', label: 'Noted', sentence, quote, advice }) as const

const Group = ({ group, all }: { readonly group: CheckGroup; readonly all: boolean }) => {
  const { section, duties, flags } = group
  const shown = all ? duties : duties.filter(needsLook)
  if (shown.length + flags.length === 0) return null
  const title = section ? shownTitle(section.title) : 'The whole work'
  return (
    <section aria-label={`Checks of ${title}`} className="border-b py-2">
      <h3 className="px-4 py-1 font-medium">
        {section ? (
          <button
            type="button"
            className="text-left hover:underline"
            onClick={() => showPlace(section.id, '')}
          >
            {title}
          </button>
        ) : (
          title
        )}
      </h3>
      <ul>
        {shown.map((each) => (
          <CheckRow key={each.duty.constraint} {...ofDuty(each)} section={section?.id ?? null} />
        ))}
        {flags.map((flag) => (
          <CheckRow
            key={`${flag.sentence} ${flag.quote ?? ''}`}
            {...ofFlag(flag)}
            section={section?.id ?? null}
          />
        ))}
      </ul>
    </section>
  )
}

const Filter = ({ all, onAll }: { readonly all: boolean; readonly onAll: (all: boolean) => void }) => {
  const { kept, broken, unsure, owed, total } = useProject(tally)
  const counts = [
    ['kept', kept],
    ['broken', broken],
    ...(unsure > 0 || owed === 0 ? [['unsure', unsure] as const] : []),
    ...(owed > 0 ? [['owed', owed] as const] : []),
  ] as const
  return (
    <div className="flex items-center justify-between border-b px-4 py-2">
      <p className="flex flex-wrap items-center gap-x-3" aria-label="Checks counted">
        {counts.map(([name, count]) => (
          <span key={name} className="flex items-center gap-1">
            <Mark name={name} />
            {figure(count)} <span className="text-quiet">{name}</span>
          </span>
        ))}
      </p>
      <label className="flex items-center gap-1.5 text-quiet">
        <input
          type="checkbox"
          className="accent-next"
          checked={all}
          onChange={({ target }) => onAll(target.checked)}
        />
        All {figure(total)}
      </label>
    </div>
  )
}

/** The constraint matrix as a list: what is kept, broken or unsure, with the place it rests on. */
export const Checks = () => {
  const groups = useProject(checkGroups)
  const { broken, unsure, owed } = useProject(tally)
  const [all, setAll] = useState(true)
  if (groups.length === 0) {
    return (
      <StatusSentence title="Nothing to check yet.">
        Requirements in the brief become checks as soon as there is a plan.
      </StatusSentence>
    )
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Filter all={all} onAll={setAll} />
      <div role="region" aria-label="List of checks" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto">
        {!all && broken + unsure === 0 && (
          <StatusSentence title="Nothing is broken or unsure.">
            {owed > 0
              ? 'What is owed is checked once its section is written and read.'
              : 'Every check that can be made is kept.'}
          </StatusSentence>
        )}
        {groups.map((group) => (
          <Group key={group.section?.id ?? 'work'} group={group} all={all} />
        ))}
      </div>
    </div>
  )
}
