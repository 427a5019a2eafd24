import { desk } from '../../../shared/questions/drafts.ts'
import type { SectionProgress } from '../../../shared/questions/progress.ts'
import { useProject } from '../../stores/project-store.ts'
import { counted } from '../../ui/figures.ts'
import { StatusSentence } from '../../ui/status-sentence.tsx'
import { DraftColumn } from './draft-column.tsx'
import { emptyWall } from './empty-wall.ts'
import { wallEntries } from './wall-entries.ts'

const Empty = () => {
  const title = useProject((state) => emptyWall(state).title)
  const todo = useProject((state) => emptyWall(state).todo)
  return <StatusSentence title={title}>{todo}</StatusSentence>
}

const hasText = ({ section, words }: SectionProgress): boolean => words > 0 && section.hold !== true

/** The drafts of the last run, side by side, as they are written. */
export const Wall = () => {
  const entries = useProject(wallEntries)
  const writing = useProject(
    (state) => entries.filter(({ section }) => desk(state, section.id).streaming).length,
  )
  return (
    <section aria-label="Drafts" className="h-full overflow-y-auto bg-paper px-8 py-6">
      <header className="mb-4 flex items-baseline justify-between">
        <h2 className="text-title font-bold">Drafts</h2>
        {entries.length > 0 && (
          <p className="text-quiet">
            {writing > 0
              ? `${counted(writing, 'draft')} being written now`
              : `${counted(entries.filter(hasText).length, 'draft')} from the last run`}
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
