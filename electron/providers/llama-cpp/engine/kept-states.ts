import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LlamaContextSequence, Token } from 'node-llama-cpp'
import { overlap } from './prompt.ts'

/** The state of a sequence after these tokens, in a file of this name; `ready` says whether it came to be. */
export type KeptState = {
  readonly tokens: readonly Token[]
  readonly name: string
  readonly ready: Promise<boolean>
}

/** States of sequences for other sequences to go on from. */
export type KeptStates = {
  /** The longest beginning of `tokens` there is, or will be. */
  readonly longest: (tokens: readonly Token[]) => KeptState | undefined
  /** Notes at once that a state is being made, so that whoever comes next waits for it. `make` writes it to a file. */
  readonly keep: (tokens: readonly Token[], make: (path: string) => Promise<void>) => KeptState
  /** Gives a state to a sequence in place of its own. False where it did not come to be. */
  readonly load: (state: KeptState, sequence: LlamaContextSequence) => Promise<boolean>
}

/** States that are kept at once: each is as large as its part of the context. */
const mostKept = 2

const folderName = 'longhand-engine-'

/** Whether a process is there; one that may not be asked is. */
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Takes away what engines that were killed have left: it holds what was written. */
const sweep = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(folderName) ? name.slice(folderName.length).split('-')[0] : NaN)
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

const privateFolder = (): string => {
  sweep()
  const folder = mkdtempSync(join(tmpdir(), `${folderName}${process.pid}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Keeps states in a folder of this process, which goes when the process does. */
export const createKeptStates = (): KeptStates => {
  let folder: string | null = null
  let kept: readonly KeptState[] = []
  let count = 0

  const place = (name: string): string => join((folder ??= privateFolder()), name)
  const forget = (gone: KeptState): void => {
    kept = kept.filter((each) => each !== gone)
    void gone.ready.then((isMade) => isMade && rmSync(place(gone.name), { force: true }))
  }
  const keep: KeptStates['keep'] = (tokens, make) => {
    const name = `${(count += 1)}.state`
    const made = async (): Promise<void> => make(place(name))
    const ready = made().then(
      () => true,
      () => false,
    )
    const entry: KeptState = { tokens, name, ready }
    const [oldest] = kept
    if (oldest && kept.length >= mostKept) forget(oldest)
    kept = [...kept, entry]
    void ready.then((isMade) => isMade || forget(entry))
    return entry
  }
  const longest: KeptStates['longest'] = (tokens) =>
    kept
      .filter((each) => overlap(each.tokens, tokens) === each.tokens.length)
      .toSorted((a, b) => b.tokens.length - a.tokens.length)[0]
  const load: KeptStates['load'] = async (entry, sequence) => {
    if (!(await entry.ready)) return false
    try {
      await sequence.loadStateFromFile(place(entry.name), { acceptRisk: true })
      return true
    } catch {
      forget(entry)
      return false
    }
  }
  return { longest, keep, load }
}
