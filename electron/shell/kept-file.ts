import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { writeFile } from '../app/write-file.ts'

/** One JSON value that the shell keeps between sessions. */
export type KeptFile<Value> = {
  readonly read: () => Promise<Value>
  /** Writes are made one after another. */
  readonly write: (value: Value) => Promise<void>
}

/** A value in a JSON file; what cannot be read counts as what the schema makes of null. */
export const keptFile = <Value>(path: string, schema: z.ZodType<Value>): KeptFile<Value> => {
  let writing: Promise<void> = Promise.resolve()
  const put = async (value: Value): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`), {
      overwrite: true,
    })
  }
  return {
    read: async () => {
      try {
        return schema.parse(JSON.parse(await readFile(path, 'utf8')))
      } catch {
        return schema.parse(null)
      }
    },
    write: (value) => {
      const written = writing.then(() => put(value))
      writing = written.catch(() => {})
      return written
    },
  }
}
