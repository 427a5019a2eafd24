import { join } from 'node:path'
import { readBrief } from '../../shared/brief.ts'
import { AppError } from '../../shared/errors.ts'
import type { Project } from '../../shared/records.ts'
import { safeName } from '../documents/safe-name.ts'
import type { OpenedProjects } from './opened.ts'
import type { Platform } from './platform.ts'

/** What a new project is made of: the brief's source, and where its file goes. */
export type NewProject = {
  readonly source: string
  readonly name?: string
  readonly path?: string
  readonly folder: string
  readonly seed?: number
}

const seeds = 2 ** 32

/** Makes a file under the first name that nothing has: `Name.longhand`, then `Name 2.longhand` and so on. */
export const underFreeName = <Made>(stem: string, make: (path: string) => Made): Made => {
  for (let number = 1; ; number += 1) {
    try {
      return make(`${stem}${number > 1 ? ` ${number}` : ''}.longhand`)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'file-exists')) throw error
    }
  }
}

/** The record of a project that begins now. */
export const projectRecord = (
  { now, random }: Pick<Platform, 'now' | 'random'>,
  title: string,
  seed?: number,
): Project => ({
  id: 'project:self',
  title,
  seed: seed ?? Math.floor(random() * seeds),
  createdAt: now(),
})

/** Makes a project of a brief, opens it and gives its path. Throws `brief-…` and `file-…`, and then writes nothing. */
export const newProject = (
  projects: OpenedProjects,
  platform: Pick<Platform, 'now' | 'random'>,
  { source, name, path, folder, seed }: NewProject,
): string => {
  const { brief, constraints } = readBrief(source, name)
  const records = [projectRecord(platform, brief.title, seed), brief, ...constraints]
  if (path !== undefined) return projects.create(path, records)
  const stem = join(folder, safeName(name ?? brief.title))
  return underFreeName(stem, (free) => projects.create(free, records))
}
