import { implement } from '@orpc/server'
import { readBrief } from '../../shared/brief.ts'
import { contract } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { DraftId } from '../../shared/records.ts'
import { exportFormats } from '../documents/exports/index.ts'
import { listModels } from './list-models.ts'
import { newProject } from './new-project.ts'
import type { Opened, OpenedProjects } from './opened.ts'
import type { Platform } from './platform.ts'
import { modelOf, startRun, type RunSettings } from './running.ts'
import { saveDraft, type Save, type Saved } from './save-draft.ts'
import { createWatcher, type Watcher } from './watch.ts'
import { writeExport } from './write-export.ts'

const approve = ({ project }: Opened): void => {
  const [plan] = project.state().plan.values()
  if (!plan) throw new AppError('not-found', 'There is no plan yet.', 'Start a run, which makes one.')
  if (plan.status === 'proposed') project.put({ put: [{ ...plan, status: 'approved' }] })
}

const start = (opened: Opened, platform: Platform, settings: RunSettings): number => {
  if (opened.running && !opened.running.isOver()) {
    throw new AppError('stale', 'A run is at work on this project.', 'Stop it first.')
  }
  opened.running = startRun(opened.project, platform, settings)
  return opened.running.number
}

const ended = async ({ project, running }: Opened): Promise<number> => {
  await running?.ended
  return project.state().seq
}

const freshDraft = ({ project }: Opened, { section }: Save, at: number): DraftId => {
  const stem = `draft:${section.slice('section:'.length)}.writer-${at}` as const
  if (!project.shelf(stem)) return stem
  for (let n = 2; ; n += 1) if (!project.shelf(`${stem}-${n}`)) return `${stem}-${n}`
}

const save = (opened: Opened, at: number, text: Save): Saved => {
  const { project, streaks } = opened
  const fresh = freshDraft(opened, text, at)
  const { change, saved, streak } = saveDraft(project.state(), text, streaks, { fresh, at })
  if (change.put.length > 0) project.put(change)
  streaks.set(saved.draft, streak)
  return saved
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

/** The contract's methods over the open projects. An `AppError` crosses as `FAILED`; every other error is a bug. */
export const createRouter = (projects: OpenedProjects, platform: Platform) => {
  const watch = createWatch()
  const os = implement(contract).use(async ({ next, errors }) => {
    try {
      return await next()
    } catch (error) {
      if (!(error instanceof AppError)) {
        platform.bug(error)
        throw error
      }
      const { code, message, next: advice } = error
      throw errors.FAILED({ data: { code, sentence: message, next: advice } })
    }
  })
  return os.router({
    briefs: { read: os.briefs.read.handler(({ input }) => readBrief(input.source, input.name)) },
    projects: {
      create: os.projects.create.handler(({ input }) => ({ project: newProject(projects, platform, input) })),
      open: os.projects.open.handler(({ input }) => ({ project: projects.open(input.path) })),
      close: os.projects.close.handler(({ input }) => projects.close(input.project)),
      watch: os.projects.watch.handler(({ input, signal }) =>
        watch.follow(projects.get(input.project), signal),
      ),
      seen: os.projects.seen.handler(({ input }) => watch.seen(input.watcher, input.items)),
    },
    plans: { approve: os.plans.approve.handler(({ input }) => approve(projects.get(input.project))) },
    runs: {
      start: os.runs.start.handler(({ input }) => ({
        run: start(projects.get(input.project), platform, input),
      })),
      ended: os.runs.ended.handler(async ({ input }) => ({ seq: await ended(projects.get(input.project)) })),
      stop: os.runs.stop.handler(async ({ input }) => {
        const { running } = projects.get(input.project)
        running?.stop()
        await running?.ended
      }),
    },
    drafts: {
      save: os.drafts.save.handler(({ input }) => save(projects.get(input.project), platform.now(), input)),
    },
    exports: {
      write: os.exports.write.handler(async ({ input: { project, path, overwrite = false } }) => ({
        path,
        bytes: await writeExport(projects.get(project).project, platform, path, overwrite),
      })),
      list: os.exports.list.handler(() =>
        exportFormats.map(({ id, extension, name }) => ({ id, extension, name })),
      ),
    },
    models: {
      list: os.models.list.handler(({ input }) => listModels(platform, input)),
      check: os.models.check.handler(({ input }) => ({ lanes: modelOf(platform, input).lanes })),
    },
  })
}
