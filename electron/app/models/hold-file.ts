import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { namesOf } from './partial-file.ts'

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** Marks of what this process holds: a number like its own in any other is left from a process that is no more. */
const mine = new Set<string>()

const lives = (mark: string): boolean => {
  const pid = Number.parseInt(mark, 10)
  if (pid === process.pid) return mine.has(mark)
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** The marks of a lock and where they stand; none where there is no lock. A file of its name is a mark itself. */
const marksOf = async (lock: string) => {
  try {
    return (await readdir(lock)).map((mark) => ({ mark, at: join(lock, mark) }))
  } catch (error) {
    if (!hasCode(error, 'ENOTDIR')) return []
    return [{ mark: await readFile(lock, 'utf8').catch(() => ''), at: lock }]
  }
}

/** Puts a folder in the place of a lock; false where that one is held. */
const put = async (own: string, lock: string): Promise<boolean> => {
  // Takes away an empty one only: not every system puts a folder in the place of another.
  await rmdir(lock).catch(() => {})
  try {
    await rename(own, lock)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'EPERM', 'EACCES', 'EBUSY')) return false
    throw error
  }
}

/** How often a lock is looked at that others take, or leave, in between. */
const mostTries = 5

const take = async (lock: string, mark: string): Promise<boolean> => {
  const own = `${lock}.${mark}`
  await mkdir(own)
  try {
    await writeFile(join(own, mark), '')
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (await put(own, lock)) return true
      const marks = await marksOf(lock)
      if (marks.some(({ mark: other }) => lives(other))) return false
      // Takes no folder away: another may have put one there by now.
      await Promise.all(marks.map(({ at }) => unlink(at).catch(() => {})))
    }
    return false
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/**
 * Holds a file so that no other process fetches it too; gives what lets go of it. A lock is a folder with the mark of its
 * holder in it, whole before it has its name, and no folder takes the place of one that holds anything: so whoever takes
 * over what a process left that is no more, by taking its mark away, cannot take away that of another who was quicker.
 * Throws `file-in-use`.
 */
export const holdFile = async (path: string): Promise<() => Promise<void>> => {
  const { lock } = namesOf(path)
  const mark = `${process.pid}-${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  const forget = (): void => void mine.delete(mark)
  mine.add(mark)
  const isHeld = await take(lock, mark).catch((error: unknown) => {
    forget()
    throw error
  })
  if (!isHeld) {
    forget()
    const sentence = `${basename(path)} is being downloaded by another Longhand.`
    throw new AppError('file-in-use', sentence, `Wait for it; if there is none, delete ${lock}.`)
  }
  return async () => {
    await rm(join(lock, mark), { force: true })
    await rmdir(lock).catch(() => {})
    forget()
  }
}
