import { basename, dirname, extname, join } from 'node:path'
import type { OpenProject } from '../project/project.ts'
import { underFreeName } from './new-project.ts'

/** Saves a copy beside an open project, under the first free name: `Name copy`, `Name copy 2` and so on. */
export const copyProject = ({ path, copyTo }: Pick<OpenProject, 'path' | 'copyTo'>): string => {
  const stem = join(dirname(path), `${basename(path, extname(path))} copy`)
  return underFreeName(stem, (free) => {
    copyTo(free)
    return free
  })
}
