import { realpathSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import type { AnyRecord } from '../../shared/records.ts'
import { recover } from '../agent/recover.ts'
import { createProject, openProject, type OpenProject } from '../project/project.ts'
import type { Platform } from './platform.ts'
import type { Running } from './running.ts'
import type { Streak } from './save-draft.ts'
import type { Watcher } from './watch.ts'

/** One open project with all that goes on in it. */
export type Opened = {
  readonly project: OpenProject
  readonly watchers: Set<Watcher>
  readonly streaks: Map<string, Streak>
  /** When (ms) each text of the writer's was last kept as it was, or begun. */
  readonly keptAt: Map<string, number>
  running: Running | null
}

/** The open projects by the path they were opened by: one for each file, however often it is opened. */
export type OpenedProjects = {
  /** Gives the path by which the project goes from here on. */
  readonly open: (path: string) => string
  readonly create: (path: string, records: readonly AnyRecord[]) => string
  /** Throws `not-found` for a project that is not open. */
  readonly get: (path: string) => Opened
  readonly close: (path: string) => Promise<void>
  readonly all: () => readonly string[]
}

const realPath = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** No project open yet. */
export const createOpenedProjects = ({ now }: Pick<Platform, 'now'>): OpenedProjects => {
  const opened = new Map<string, Opened & { readonly real: string }>()
  const add = (path: string, project: OpenProject): string => {
    opened.set(path, {
      project,
      watchers: new Set(),
      streaks: new Map(),
      keptAt: new Map(),
      running: null,
      real: realPath(path),
    })
    return path
  }
  const get = (path: string): Opened => {
    const found = opened.get(path)
    if (found) return found
    throw new AppError('not-found', `${path} is not open.`, 'Open it first.')
  }
  const open = (path: string): string => {
    const real = realPath(path)
    const [known] = [...opened].find(([, each]) => each.real === real) ?? []
    if (known !== undefined) return known
    const project = openProject(path, { now })
    try {
      recover(project, now())
    } catch (error) {
      project.close()
      throw error
    }
    return add(path, project)
  }
  const close = async (path: string): Promise<void> => {
    const { project, running, watchers } = get(path)
    running?.stop()
    await running?.ended.catch(() => {})
    if (!opened.delete(path)) return
    for (const watcher of watchers) watcher.close()
    project.close()
  }
  return {
    open,
    create: (path, records) => add(path, createProject(path, records, { now })),
    get,
    close,
    all: () => [...opened.keys()],
  }
}
