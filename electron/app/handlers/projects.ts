import { copyProject } from '../copy-project.ts'
import { importProject } from '../import-project.ts'
import type { KnownProjects } from '../known-projects.ts'
import { newProject } from '../new-project.ts'
import type { Opened, OpenedProjects } from '../opened.ts'
import type { Platform } from '../platform.ts'
import type { Procedures } from '../procedures.ts'
import { createWatcher, type Watcher } from '../watch.ts'

type Given = {
  readonly projects: OpenedProjects
  readonly platform: Platform
  readonly known: KnownProjects
}

const createWatch = () => {
  const watchers = new Map<string, Watcher>()
  let number = 0
  const follow = async function* (opened: Opened, signal: AbortSignal | undefined) {
    number += 1
    const watcher = createWatcher(opened.project, `watcher:${number}`, signal)
    watchers.set(watcher.id, watcher)
    opened.watchers.add(watcher)
    try {
      return yield* watcher.items
    } finally {
      watchers.delete(watcher.id)
      opened.watchers.delete(watcher)
    }
  }
  return { follow, seen: (id: string, items: number) => watchers.get(id)?.seen(items) }
}

/** What is done with projects as a whole. */
export const projectHandlers = (os: Procedures, { projects, platform, known }: Given) => {
  const watch = createWatch()
  const noted = async <Made extends { readonly project: string }>(made: Made): Promise<Made> => {
    await known.note(made.project, projects.get(made.project).project.state())
    return made
  }
  return {
    known: os.projects.known.handler(() => known.list()),
    import: os.projects.import.handler(({ input }) => noted(importProject(projects, platform, input))),
    copy: os.projects.copy.handler(({ input }) => ({
      path: copyProject(projects.get(input.project).project),
    })),
    create: os.projects.create.handler(({ input }) =>
      noted({ project: newProject(projects, platform, input) }),
    ),
    open: os.projects.open.handler(({ input }) => noted({ project: projects.open(input.path) })),
    close: os.projects.close.handler(({ input }) => projects.close(input.project)),
    watch: os.projects.watch.handler(({ input, signal }) =>
      watch.follow(projects.get(input.project), signal),
    ),
    seen: os.projects.seen.handler(({ input }) => watch.seen(input.watcher, input.items)),
  }
}
