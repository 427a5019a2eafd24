import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import { isPlanStale, staleReviews } from '../../../shared/questions/stale.ts'
import { perform, startRun } from '../../stores/actions.ts'
import { client } from '../../stores/connection.ts'
import { openPath, projectStore, useProject } from '../../stores/project-store.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/figures.ts'

const redoAll = () =>
  perform(async () => {
    const { state } = projectStore.getState()
    for (const { id } of leaves(state).filter((section) => desk(state, section.id).current)) {
      await client.sections.redo({
        project: openPath(),
        section: id,
        note: 'The brief has changed; keep to it as it is now.',
      })
    }
    await startRun()
  })

/** Says what was made from an earlier brief, and offers to do something about it. */
export const StaleNotice = () => {
  const isStale = useProject(isPlanStale)
  const unchecked = useProject(staleReviews)
  const status = useProject(runStatus)
  const hasText = useProject(hasDrafts)
  if (!isStale || status === 'working' || status === 'awaits-time') return null
  return (
    <div role="status" aria-label="Stale" className="flex flex-col gap-2 border-l-2 border-unsure py-1 pl-3">
      <p>
        The brief has changed since the plan was made.{' '}
        {unchecked.length > 0
          ? `${counted(unchecked.length, 'section')} ${unchecked.length === 1 ? 'was' : 'were'} checked against the earlier one.`
          : ''}{' '}
        <span className="text-quiet">Nothing is redone by itself.</span>
      </p>
      {hasText && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => void startRun()}>Check the drafts again</Button>
          <Button onClick={() => void redoAll()}>Draft every section again</Button>
        </div>
      )}
    </div>
  )
}

const hasDrafts = (state: ReturnType<typeof projectStore.getState>['state']): boolean =>
  leaves(state).some(({ id }) => desk(state, id).current !== undefined)
