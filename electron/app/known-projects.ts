import { z } from 'zod'
import { readBrief } from '../../shared/brief.ts'
import { AppError } from '../../shared/errors.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import type { Platform } from './platform.ts'
import { changeSettings } from './settings-file.ts'

/** How many projects are kept in mind. */
const mostRecent = 20

const recentSchema = z.object({ path: z.string(), title: z.string(), openedAt: z.number() })
type Recent = z.infer<typeof recentSchema>

const settingsSchema = z.looseObject({ recent: z.array(recentSchema).catch([]) }).catch({ recent: [] })

/** What the first screen shows. */
export type Known = {
  readonly folder: string
  readonly recent: readonly (Recent & { readonly isThere: boolean })[]
  readonly samples: readonly {
    readonly name: string
    readonly title: string
    readonly form: string
    readonly source: string
  }[]
}

/** The projects that were opened lately, kept in the settings. */
export type KnownProjects = {
  /** Puts a project at the front. That the settings cannot be written is no reason to fail. */
  readonly note: (path: string, state: ProjectState) => Promise<void>
  readonly list: () => Promise<Known>
}

const titleOf = (state: ProjectState): string => {
  const [brief] = state.brief.values()
  const [project] = state.project.values()
  return brief?.title ?? project?.title ?? ''
}

type Sample = Awaited<ReturnType<Platform['samples']>>[number]

const sampleOf = ({ name, source }: Sample): Known['samples'] => {
  const stem = name.replace(/\.md$/u, '')
  try {
    const { title, form } = readBrief(source, stem).brief
    return [{ name: stem, title, form, source }]
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

/** The known projects of a platform. Notes are written one after another. */
export const createKnownProjects = (platform: Platform): KnownProjects => {
  const { settings, files, now } = platform
  let writing = Promise.resolve()
  const read = async () => settingsSchema.parse(await settings.read())
  const write = (path: string, title: string): Promise<void> =>
    changeSettings(settings, (kept) => {
      const before = settingsSchema.parse(kept)
      const others = before.recent.filter((each) => each.path !== path)
      const recent = [{ path, title, openedAt: now() }, ...others].slice(0, mostRecent)
      return { ...before, recent }
    })
  return {
    note: (path, state) => {
      writing = writing.then(() => write(path, titleOf(state))).catch(() => {})
      return writing
    },
    list: async () => {
      await writing
      const [folder, { recent }, samples] = await Promise.all([
        platform.projectsFolder(),
        read(),
        platform.samples(),
      ])
      const there = await Promise.all(recent.map(({ path }) => files.isThere(path)))
      return {
        folder,
        recent: recent.map((each, i) => ({ ...each, isThere: there[i] ?? false })),
        samples: samples.flatMap(sampleOf),
      }
    },
  }
}
