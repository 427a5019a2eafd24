import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'

/** What is written beside a file that has not arrived yet: which it is to be, and the server's mark of its version. */
const mark = z.object({ sha256: z.string(), etag: z.string().optional() })

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** The names that belong to a file on its way. */
export const namesOf = (path: string) => ({
  part: `${path}.part`,
  mark: `${path}.part.json`,
  lock: `${path}.part.lock`,
  /** One that came whole and is not what it should be. */
  wrong: `${path}.wrong`,
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

/**
 * Holds a file so that no other process fetches it too; gives what lets go of it. What a process left behind that is no
 * more is taken over. Throws `file-in-use`.
 */
export const holdFile = async (path: string): Promise<() => Promise<void>> => {
  const { lock } = namesOf(path)
  await mkdir(dirname(path), { recursive: true })
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' })
      return () => rm(lock, { force: true })
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
      const pid = Number(await readFile(lock, 'utf8').catch(() => '0'))
      if (pid > 0 && pid !== process.pid && isAlive(pid)) break
      await rm(lock, { force: true })
    }
  }
  const sentence = `${basename(path)} is being downloaded by another Longhand.`
  throw new AppError('file-in-use', sentence, `Wait for it; if there is none, delete ${lock}.`)
}
