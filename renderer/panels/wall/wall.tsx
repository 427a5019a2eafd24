import { runStatus } from '../../../shared/questions/progress.ts'
import { useProject } from '../../stores/project-store.ts'
import { counted } from '../../ui/figures.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { DraftColumn } from './draft-column.tsx'
import { wallEntries } from './wall-entries.ts'

const Empty = () => {
  const status = useProject(runStatus)
  const hasPlan = useProject((state) => state.plan.size > 0)
  if (status === 'working') {
    return (
      <StatusSentence title={hasPlan ? 'The first drafts are about to begin.' : 'The plan is being made.'}>
        Drafts appear here side by side as they are written.
      </StatusSentence>
    )
  }
  return (
    <StatusSentence title="Nothing is being drafted.">
      {hasPlan
        ? 'Approve the plan and draft the sections: they are written here side by side.'
        : 'Write the brief and make the plan first; the drafts follow.'}
    </StatusSentence>
  )
}

/** The drafts of the last run, side by side, as they are written. */
export const Wall = () => {
  const entries = useProject(wallEntries)
  const writing = entries.filter(({ phase }) => phase === 'drafting').length
  return (
    <section aria-label="Drafts" className="h-full overflow-y-auto bg-paper px-8 py-6">
      <header className="mb-4 flex items-baseline justify-between">
        <h2 className="text-title font-bold">Drafts</h2>
        {entries.length > 0 && (
          <p className="text-quiet">
            {writing > 0
              ? `${counted(writing, 'draft')} being written now`
              : `${counted(entries.length, 'draft')} from the last run`}
          </p>
        )}
      </header>
      {entries.length === 0 ? (
        <div className="-mx-4">
          <Empty />
        </div>
      ) : (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(288px,1fr))] gap-x-8 gap-y-6">
          {entries.map((entry) => (
            <DraftColumn key={entry.section.id} entry={entry} />
          ))}
        </div>
      )}
    </section>
  )
}
