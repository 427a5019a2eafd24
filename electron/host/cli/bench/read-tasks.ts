import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../../../shared/errors.ts'
import { taskSchema, type Task } from './grading/task.ts'

const unreadable = (path: string, why: string, cause?: unknown): AppError =>
  new AppError('file-unreadable', `${path} ${why}.`, 'Give a file of LongGenBench tasks.', cause)

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new AppError('file-missing', `There is no file ${path}.`)
    if (code === 'EISDIR') throw unreadable(path, 'is a folder')
    throw unreadable(path, 'cannot be read', error)
  }
}

const jsonOf = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(path, 'is not JSON', error)
  }
}

/** Reads the tasks of a LongGenBench file. Throws `file-missing`, `file-unreadable` with what is wrong with it. */
export const readTasks = async (path: string): Promise<readonly Task[]> => {
  const read = z
    .array(taskSchema)
    .min(1)
    .safeParse(jsonOf(path, await textOf(path)))
  if (read.success) return read.data
  const place = read.error.issues[0]?.path.join('.')
  throw unreadable(path, `holds no tasks as the benchmark has them${place ? ` (see ${place})` : ''}`)
}
