import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { writeFile } from '../app/write-file.ts'

/** One JSON value that the shell keeps between sessions. */
export type KeptFile<Value> = {
  readonly read: () => Promise<Value>
  readonly write: (value: Value) => Promise<void>
  /**
   * Makes a value of the one that is kept; the same one is not written again. Writes and changes are made one after
   * another, from reading to having written, so that none loses what another wrote.
   */
  readonly change: (make: (value: Value) => Value | Promise<Value>) => Promise<void>
}

/** A value in a JSON file; what cannot be read counts as what the schema makes of null. */
export const keptFile = <Value>(path: string, schema: z.ZodType<Value>): KeptFile<Value> => {
  let last: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  const read = async (): Promise<Value> => {
    try {
      return schema.parse(JSON.parse(await readFile(path, 'utf8')))
    } catch {
      return schema.parse(null)
    }
  }
  const put = async (value: Value): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`), {
      overwrite: true,
    })
  }
  return {
    read,
    write: (value) => inTurn(() => put(value)),
    change: (make) =>
      inTurn(async () => {
        const before = await read()
        const value = await make(before)
        if (value !== before) await put(value)
      }),
  }
}
