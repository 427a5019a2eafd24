import { readFile, stat, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { CatalogueEntry } from './catalogue.ts'
import { isWhole } from './check-file.ts'
import { namesOf } from './partial-file.ts'

/** What was found when a file's checksum was made: it holds as long as the file has this size and this date. */
const fileMark = z.object({
  sha256: z.string(),
  isRight: z.boolean(),
  bytes: z.number(),
  mtimeMs: z.number(),
})
type FileMark = z.infer<typeof fileMark>

/** Marks made since the start, by path, for folders that may only be read. */
const made = new Map<string, FileMark>()

const written = async (path: string): Promise<FileMark | null> => {
  try {
    return fileMark.parse(JSON.parse(await readFile(namesOf(path).checked, 'utf8')))
  } catch {
    return null
  }
}

/** Notes beside a file whether it has a checksum, as it stands (or stood) by its size and date. */
export const markFile = async (
  path: string,
  sha256: string,
  isRight: boolean,
  stood?: { readonly size: number; readonly mtimeMs: number },
): Promise<void> => {
  const { size: bytes, mtimeMs } = stood ?? (await stat(path))
  const mark = { sha256, isRight, bytes, mtimeMs }
  made.set(path, mark)
  await writeFile(namesOf(path).checked, JSON.stringify(mark)).catch(() => {})
}

type Wanted = Pick<CatalogueEntry, 'bytes' | 'sha256'>

/**
 * What stands at the path of an entry's file: nothing, something of another size (or no file), or what has its size and is
 * known by its checksum to be it, to be damaged, or not known since it has that date.
 */
type Standing = 'none' | 'other' | 'whole' | 'damaged' | 'unchecked'

/** What stands at the path of an entry's file, by what was found before. Reads none of it. */
export const standingAt = async (path: string, { bytes, sha256 }: Wanted): Promise<Standing> => {
  const file = await stat(path).catch(() => null)
  if (!file) return 'none'
  if (!file.isFile() || file.size !== bytes) return 'other'
  const known = [made.get(path), await written(path)].find(
    (mark) => mark?.sha256 === sha256 && mark.bytes === bytes && mark.mtimeMs === file.mtimeMs,
  )
  if (!known) return 'unchecked'
  return known.isRight ? 'whole' : 'damaged'
}

/** Makes the checksum of an entry's file and notes it; whether it is right. Reads all of it. */
export const checkStanding = async (
  path: string,
  { sha256 }: Wanted,
  signal: AbortSignal,
): Promise<boolean> => {
  const stood = await stat(path)
  const isRight = await isWhole(path, sha256, signal)
  await markFile(path, sha256, isRight, stood)
  return isRight
}
