import { statSync } from 'node:fs'
import { extname, isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Files that one start may open. */
const most = 8

/** Some desktops name a file by its address. Only one of this machine counts. */
const pathOf = (given: string): string | null => {
  if (!given.startsWith('file:///')) return given
  try {
    return fileURLToPath(given)
  } catch {
    return null
  }
}

const isProject = (path: string): boolean => {
  if (!isAbsolute(path) || path.includes('\0') || extname(path).toLowerCase() !== '.longhand') return false
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Of all that a start, a second start or the system names: the existing project files, by absolute path. No flag is heard. */
export const projectsIn = (given: readonly unknown[]): readonly string[] => {
  const paths = given.flatMap((each) => (typeof each === 'string' ? (pathOf(each) ?? []) : []))
  return [...new Set(paths.filter(isProject))].slice(0, most)
}
