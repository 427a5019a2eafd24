import { join } from 'node:path'
import { readBrief } from '../../shared/brief.ts'
import { AppError } from '../../shared/errors.ts'
import type { AnyRecord, Project } from '../../shared/records.ts'
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

/** The first name in the folder that nothing has: `Name.longhand`, then `Name 2.longhand` and so on. */
const createNumbered = (projects: OpenedProjects, stem: string, records: readonly AnyRecord[]): string => {
  for (let number = 1; ; number += 1) {
    try {
      return projects.create(`${stem}${number > 1 ? ` ${number}` : ''}.longhand`, records)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'file-exists')) throw error
    }
  }
}

/** Makes a project of a brief, opens it and gives its path. Throws `brief-…` and `file-…`, and then writes nothing. */
export const newProject = (
  projects: OpenedProjects,
  { now, random }: Pick<Platform, 'now' | 'random'>,
  { source, name, path, folder, seed }: NewProject,
): string => {
  const { brief, constraints } = readBrief(source, name)
  const project: Project = {
    id: 'project:self',
    title: brief.title,
    seed: seed ?? Math.floor(random() * seeds),
    createdAt: now(),
  }
  const records = [project, brief, ...constraints]
  if (path !== undefined) return projects.create(path, records)
  return createNumbered(projects, join(folder, safeName(name ?? brief.title)), records)
}
