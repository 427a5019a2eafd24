import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Watched } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import {
  applyEvent,
  emptyState,
  stateOf,
  type ProjectEvent,
  type ProjectState,
} from '../../shared/project-state.ts'
import { client, connection, type Link } from './connection.ts'

/** The open project as this page knows it. `opening` until its state has arrived. */
export type ProjectView = {
  readonly state: ProjectState
  readonly link: Link
  /** The path of the open project: its name in every call; null on the first screen. */
  readonly project: string | null
  readonly opening: boolean
  /** Rises each time the state was read anew (a loss, or falling behind): whoever holds unsaved text looks again. */
  readonly opened: number
  /** Why the project could not be opened, or opened again. */
  readonly trouble: unknown
}

/** Fed only by events. */
export const projectStore = createStore<ProjectView>(() => ({
  state: emptyState(),
  link: connection.link(),
  project: null,
  opening: false,
  opened: 0,
  trouble: null,
}))

/** How many items are read before the app is told so; well below what it sends ahead. */
const tellEvery = 16

const noticeListeners = new Set<(notice: Extract<ProjectEvent, { type: 'notice' }>) => void>()

/** Hears of every notice of the app. */
export const onNotice = (listener: (notice: Extract<ProjectEvent, { type: 'notice' }>) => void) => {
  noticeListeners.add(listener)
  return () => noticeListeners.delete(listener)
}

let following = new AbortController()

const take = (item: Watched): void => {
  if (item.type === 'open') {
    projectStore.setState(({ opened }) => ({
      state: stateOf(item.records, item.live, item.seq),
      opening: false,
      opened: opened + 1,
      trouble: null,
    }))
  } else if (item.type === 'notice') for (const listener of noticeListeners) listener(item)
  else projectStore.setState(({ state }) => ({ state: applyEvent(state, item) }))
}

const watchOnce = async (project: string, signal: AbortSignal): Promise<'behind' | 'closed'> => {
  const items = await client.projects.watch({ project }, { signal })
  let watcher = ''
  for (let read = 1; ; read += 1) {
    const { done, value } = await items.next()
    if (signal.aborted) return 'closed'
    if (done) return value
    if (value.type === 'open') watcher = value.watcher
    take(value)
    if (read % tellEvery === 0) client.projects.seen({ watcher, items: read }).catch(() => {})
  }
}

const follow = async (path: string, signal: AbortSignal): Promise<void> => {
  try {
    const { project } = await client.projects.open({ path })
    if (signal.aborted) return
    projectStore.setState({ project })
    while ((await watchOnce(project, signal)) === 'behind');
    if (!signal.aborted) closeProject()
  } catch (error) {
    if (signal.aborted) return
    // A lost connection is shown by the link, and followed up as soon as it stands again.
    if (connection.link() !== 'open' && error instanceof AppError && error.code === 'stopped') return
    projectStore.setState({ trouble: error, opening: false })
  }
}

const addressOf = (project: string | null): string =>
  project === null ? '/' : `/#/project?path=${encodeURIComponent(project)}`

/** The project that the page's address names, so that reloading leads back to it; null where it names none. */
export const projectInAddress = (): string | null => {
  const [route, query = ''] = location.hash.slice(1).split('?', 2)
  return route === '/project' ? new URLSearchParams(query).get('path') : null
}

/** Opens a project, or joins it where it is open already, in place of the one that is shown. */
export const openProject = (path: string): void => {
  following.abort()
  following = new AbortController()
  projectStore.setState({ project: path, state: emptyState(), opening: true, trouble: null })
  history.replaceState(null, '', addressOf(path))
  void follow(path, following.signal)
}

/** Leads back to the first screen. The app goes on with what it does. */
export const closeProject = (): void => {
  following.abort()
  projectStore.setState({ project: null, state: emptyState(), opening: false, trouble: null })
  history.replaceState(null, '', addressOf(null))
}

connection.onLink((link) => {
  projectStore.setState({ link })
  const { project } = projectStore.getState()
  if (link !== 'open' || project === null) return
  following.abort()
  following = new AbortController()
  void follow(project, following.signal)
})

/** The answer to a question about the open project; asked again at every event, so it must be a memoised one. */
export const useProject = <Answer>(question: (state: ProjectState) => Answer): Answer =>
  useStore(projectStore, ({ state }) => question(state))

/** What the page knows of the project beside its state. */
export const useProjectView = <Answer>(select: (view: ProjectView) => Answer): Answer =>
  useStore(projectStore, select)

/** The open project's name for calls. Throws `not-found` on the first screen. */
export const openPath = (): string => {
  const { project } = projectStore.getState()
  if (project === null) throw new AppError('not-found', 'No project is open.', 'Open one first.')
  return project
}
