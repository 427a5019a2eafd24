import type { Client, Watched } from '../../shared/contract.ts'
import { applyEvent, stateOf, type ProjectEvent, type ProjectState } from '../../shared/project-state.ts'

/** How many items are read before the app is told so; well below what it sends ahead. */
const tellEvery = 16

/** Somebody following a project: the state, and the event that led to it (null when it was opened anew). */
export type Follower = (state: ProjectState, event: ProjectEvent | null) => void

const next = (state: ProjectState | null, item: Watched): ProjectState => {
  if (item.type === 'open') return stateOf(item.records, item.live, item.seq)
  if (!state) throw new Error('a watch began without its state')
  return applyEvent(state, item)
}

const watchOnce = async (
  client: Client,
  project: string,
  signal: AbortSignal,
  tell: Follower,
): Promise<'behind' | 'closed'> => {
  const items = await client.projects.watch({ project }, { signal })
  let state: ProjectState | null = null
  let watcher = ''
  for (let read = 1; ; read += 1) {
    const { done, value } = await items.next()
    if (done) return value
    if (value.type === 'open') watcher = value.watcher
    state = next(state, value)
    tell(state, value.type === 'open' ? null : value)
    if (read % tellEvery === 0) await client.projects.seen({ watcher, items: read })
  }
}

/** Follows a project until `signal` aborts or it is closed; opens it anew whenever it falls behind. */
export const follow = async (
  client: Client,
  project: string,
  signal: AbortSignal,
  tell: Follower,
): Promise<void> => {
  try {
    while ((await watchOnce(client, project, signal, tell)) === 'behind');
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** The state of an open project at this moment. */
export const stateNow = async (client: Client, project: string): Promise<ProjectState> => {
  const over = new AbortController()
  return new Promise((resolve, reject) => {
    follow(client, project, over.signal, (state) => {
      resolve(state)
      over.abort()
    }).catch(reject)
  })
}
