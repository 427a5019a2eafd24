import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WriteFile } from './write-file.ts'

/** What is kept for a user between sessions: one JSON value, null where there is none that can be read. */
export type Settings = {
  readonly read: () => Promise<unknown>
  readonly write: (value: unknown) => Promise<void>
}

/** Settings as a JSON file in a folder that is made at the first write. What cannot be read counts as missing. */
export const settingsFile = (folder: () => string, write: WriteFile): Settings => {
  const path = (): string => join(folder(), 'settings.json')
  return {
    read: async () => {
      try {
        return JSON.parse(await readFile(path(), 'utf8')) as unknown
      } catch {
        return null
      }
    },
    write: async (value) => {
      await mkdir(dirname(path()), { recursive: true, mode: 0o700 })
      await write(path(), new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`), {
        overwrite: true,
      })
    },
  }
}

const turns = new WeakMap<Settings, Promise<void>>()

/** Changes settings, one change after another, so that none writes over what another wrote. */
export const changeSettings = (settings: Settings, change: (before: unknown) => unknown): Promise<void> => {
  const before = turns.get(settings) ?? Promise.resolve()
  const changed = before.catch(() => {}).then(async () => settings.write(change(await settings.read())))
  turns.set(settings, changed)
  return changed
}
