import { statSync } from 'node:fs'
import { extname, isAbsolute } from 'node:path'

/** Files that one start may open. */
const most = 8

const isProject = (path: string): boolean => {
  if (!isAbsolute(path) || path.includes('\0') || extname(path) !== '.longhand') return false
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Of all that a start, a second start or the system names: the existing project files, by absolute path. No flag is heard. */
export const projectsIn = (given: readonly unknown[]): readonly string[] =>
  [...new Set(given.filter((each): each is string => typeof each === 'string' && isProject(each)))].slice(
    0,
    most,
  )
