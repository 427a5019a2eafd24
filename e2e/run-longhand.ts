import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, expect } from 'vitest'

const program = fileURLToPath(new URL('../electron/host/cli/main.ts', import.meta.url))
const quiet = '--disable-warning=ExperimentalWarning'
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))

/** What came of one call of the terminal program. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** What a call is given besides its arguments; `begun` is handed the process. */
export type Given = {
  readonly input?: string
  readonly env?: NodeJS.ProcessEnv
  readonly begun?: (child: ChildProcess) => void
}

/** Runs the terminal program from its source, as a user would who stands in `folder`. */
export const longhand = async (
  folder: string,
  args: readonly string[],
  given: Given = {},
): Promise<Ended> => {
  const { npm_lifecycle_event: _, ...env } = process.env
  const child = spawn(process.execPath, [quiet, program, ...args], {
    cwd: folder,
    env: { NODE_COMPILE_CACHE: compiled, ...env, ...given.env },
  })
  child.stdin.end(given.input ?? '')
  given.begun?.(child)
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, out, err }
}

/** Makes folders with files in them, for the tests of one file; they go when those have ended. */
export const folders = (): ((files?: Readonly<Record<string, string>>) => string) => {
  const made: string[] = []
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true })
  })
  return (files = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'longhand-terminal-'))
    made.push(folder)
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return folder
  }
}

/** The object that a command printed last; fails where anything else stands on stdout. */
export const objectIn = (out: string): Readonly<Record<string, unknown>> => {
  expect(out.trim().split('\n')).toHaveLength(1)
  const value: unknown = JSON.parse(out)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
