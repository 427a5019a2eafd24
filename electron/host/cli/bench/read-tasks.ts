import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '../../../../shared/errors.ts'
import { taskSchema, type Task } from './grading/task.ts'
import { writingRequest, type WritingRequest } from './grading/writing-request.ts'

const unreadable = (path: string, why: string, wanted: string, cause?: unknown): AppError =>
  new AppError('file-unreadable', `${path} ${why}.`, `Give a file of ${wanted}.`, cause)

const textOf = async (path: string, wanted: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new AppError('file-missing', `There is no file ${path}.`)
    if (code === 'EISDIR') throw unreadable(path, 'is a folder', wanted)
    throw unreadable(path, 'cannot be read', wanted, error)
  }
}

const parsed = <Value>(
  path: string,
  schema: z.ZodType<Value>,
  read: () => unknown,
  { wanted, none }: { readonly wanted: string; readonly none: string },
): Value => {
  let value: unknown
  try {
    value = read()
  } catch (error) {
    throw unreadable(path, 'is not JSON', wanted, error)
  }
  const found = schema.safeParse(value)
  if (found.success) return found.data
  const place = found.error.issues[0]?.path.join('.')
  throw unreadable(path, `${none}${place ? ` (see ${place})` : ''}`, wanted)
}

/** Reads the tasks of a LongGenBench file. Throws `file-missing`, `file-unreadable` with what is wrong with it. */
export const readTasks = async (path: string): Promise<readonly Task[]> => {
  const wanted = 'LongGenBench tasks'
  const text = await textOf(path, wanted)
  const none = 'holds no tasks as the benchmark has them'
  return parsed(path, z.array(taskSchema).min(1), (): unknown => JSON.parse(text), { wanted, none })
}

/** Reads the requests of a LongBench-Write file, one JSON object a line. Throws as `readTasks` does. */
export const readRequests = async (path: string): Promise<readonly WritingRequest[]> => {
  const wanted = 'LongBench-Write requests, one JSON object a line'
  const text = await textOf(path, wanted)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const none = 'holds no requests as the benchmark has them'
  const read = (): unknown => lines.map((line): unknown => JSON.parse(line))
  return parsed(path, z.array(writingRequest).min(1), read, { wanted, none })
}
