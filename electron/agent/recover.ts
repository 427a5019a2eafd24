import type { AnyRecord, Call, Draft, Run } from '../../shared/records.ts'
import type { OpenProject } from '../project/project.ts'

/**
 * Puts a project in order that a dead process left in the middle of its work: calls under way are abandoned (they
 * count against the bounds), letters that had come are kept on the shelf, and the run counts as stopped.
 */
export const recover = (project: OpenProject, at: number): void => {
  const state = project.state()
  const calls = [...state.call.values()]
    .filter(({ status }) => status === 'started')
    .map((call): Call => ({ ...call, status: 'abandoned', endedAt: at }))
  const runs = [...state.run.values()]
    .filter(({ status }) => status === 'working' || status === 'waiting')
    .map(({ until: _, ...run }): Run => ({ ...run, status: 'stopped' }))
  const streaming = [...state.draft.values()].filter(({ standing }) => standing === 'streaming')
  const partial = streaming.flatMap((draft): readonly Draft[] => {
    const text = state.live.get(draft.id) ?? ''
    return text ? [{ ...draft, id: `${draft.id}.${state.call.size}`, standing: 'partial', text, at }] : []
  })
  const put: readonly AnyRecord[] = [...calls, ...runs]
  if (put.length + streaming.length === 0) return
  project.put({ put, shelve: partial, remove: streaming.map(({ id }) => id) })
}
