import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/** What is written beside a file that has not arrived yet: which it is to be, and the server's mark of its version. */
const mark = z.object({ sha256: z.string(), etag: z.string().optional() })

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0

/** The names that belong to a file on its way, and to one that has come. */
export const namesOf = (path: string) => ({
  part: `${path}.part`,
  mark: `${path}.part.json`,
  lock: `${path}.part.lock`,
  /** One that came whole and is not what it should be. */
  wrong: `${path}.wrong`,
  /** What was found when the checksum of the whole file was made. */
  checked: `${path}.checked.json`,
  /** One that stood there and is not what it should be, or not any more. */
  damaged: `${path}.damaged`,
  /** One that the writer took away since the start. */
  removed: `${path}.removed`,
})

/** Bytes that have arrived of a file. */
export const arrived = (path: string): Promise<number> => sizeOf(namesOf(path).part)

/** The bytes that have arrived of the file with this checksum, and the mark of their version; none where it is another. */
export const begun = async (
  path: string,
  sha256: string,
): Promise<{ readonly from: number; readonly etag?: string }> => {
  const names = namesOf(path)
  const kept = await readFile(names.mark, 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(() => null)
  const read = mark.safeParse(kept)
  if (!read.success || read.data.sha256 !== sha256) return { from: 0 }
  const { etag } = read.data
  return { from: await sizeOf(names.part), ...(etag !== undefined && { etag }) }
}

/** Notes which file the bytes that arrive are of. */
export const note = (path: string, sha256: string, etag: string | null): Promise<void> =>
  writeFile(namesOf(path).mark, JSON.stringify({ sha256, ...(etag !== null && { etag }) }))

/** Takes away what has arrived. */
export const discard = async (path: string): Promise<void> => {
  const names = namesOf(path)
  await Promise.all([names.part, names.mark].map((each) => rm(each, { force: true })))
}

/** Puts a whole file where models stand, on the disk for certain. */
export const settle = async (path: string): Promise<void> => {
  const names = namesOf(path)
  const file = await open(names.part, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(names.part, path)
  await rm(names.mark, { force: true })
}

/** Sets a file aside that is not what it should be. */
export const setAside = async (path: string): Promise<void> => {
  const names = namesOf(path)
  await rename(names.part, names.wrong)
  await rm(names.mark, { force: true })
}
