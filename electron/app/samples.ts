import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How far above this file, or above the bundle made of it, `assets` may stand. */
const mostLevels = 5

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted()
  } catch {
    return []
  }
}

/** The briefs in the nearest `assets/samples` at or above a folder; none where there is no such folder. */
export const readSamples = async (
  from: string = dirname(fileURLToPath(import.meta.url)),
): Promise<readonly { readonly name: string; readonly source: string }[]> => {
  let at = from
  for (let level = 0; level < mostLevels; level += 1) {
    const folder = join(at, 'assets', 'samples')
    const names = await namesIn(folder)
    if (names.length > 0) {
      return Promise.all(
        names.map(async (name) => ({ name, source: await readFile(join(folder, name), 'utf8') })),
      )
    }
    at = dirname(at)
  }
  return []
}
