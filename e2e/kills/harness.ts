import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openProject } from '../../electron/project/project.ts'
import { manuscript } from '../../shared/questions/manuscript.ts'
import { runStatus } from '../../shared/questions/progress.ts'

const child = join(import.meta.dirname, 'child.ts')
const brief = join(import.meta.dirname, 'brief.md')

/** How a process is ended: around its Nth commit, or after so many milliseconds. */
export type Fate =
  { readonly at: 'before' | 'after'; readonly commit: number } | { readonly at: 'time'; readonly ms: number }

/** One process, run to its end or to its fate; resolves when it is gone. */
const runChild = async (path: string, log: string, fate?: Fate): Promise<void> => {
  const told = fate && fate.at !== 'time' ? [`${fate.at}:${fate.commit}`] : []
  const started = spawn(process.execPath, [child, path, brief, log, ...told], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  started.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()))
  const timer = fate?.at === 'time' ? setTimeout(() => started.kill('SIGKILL'), fate.ms) : undefined
  const code = await new Promise<number | null>((resolve) => started.on('exit', resolve))
  clearTimeout(timer)
  if (code !== 0 && code !== null) throw new Error(`The child ended with ${code}: ${complaint}`)
}

type Entry = {
  readonly sent?: string
  readonly call?: string
  readonly committed?: string
  readonly commits?: number
}

const entriesOf = (log: string): readonly Entry[] =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line): Entry => JSON.parse(line))
    : []

/** What a run left behind: its manuscript, how it stands, how long it took, and how often it committed. */
export type Outcome = {
  readonly text: string
  readonly status: string
  readonly ms: number
  readonly commits: number
  /** Requests that were sent a second time, and those of them whose end had been committed before. */
  readonly repeated: number
  readonly repeatedCommitted: number
}

const read = (path: string): Pick<Outcome, 'text' | 'status'> => {
  const project = openProject(path, { now: Date.now })
  const state = project.state()
  project.close()
  const text = manuscript(state).parts.map(({ title, text: body }) => `## ${title}\n\n${body}`)
  return { text: text.join('\n\n'), status: runStatus(state) }
}

const repeats = (log: string): Pick<Outcome, 'repeated' | 'repeatedCommitted' | 'commits'> => {
  const sent = new Map<string, string>()
  const committed = new Set<string>()
  let [repeated, repeatedCommitted] = [0, 0]
  for (const entry of entriesOf(log)) {
    if (entry.committed) committed.add(entry.committed)
    if (!entry.sent || !entry.call) continue
    const before = sent.get(entry.sent)
    if (before !== undefined) {
      repeated += 1
      if (committed.has(before)) repeatedCommitted += 1
    }
    sent.set(entry.sent, entry.call)
  }
  return { repeated, repeatedCommitted, commits: entriesOf(log).at(-1)?.commits ?? 0 }
}

/** Runs one project, killed once by `fate` and then resumed, or left in peace. */
export const outcomeOf = async (fate?: Fate): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-kill-'))
  const [path, log] = [join(folder, 'work.longhand'), join(folder, 'log')]
  try {
    const started = performance.now()
    await runChild(path, log, fate)
    const ms = performance.now() - started
    if (fate) await runChild(path, log)
    return { ...read(path), ...repeats(log), ms }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** `count` fates: two thirds at commits, evenly spread over the run and on both sides, the rest at random moments. */
export const fates = (count: number, commits: number, ms: number, random: () => number): readonly Fate[] => {
  const atCommits = Math.ceil((count * 2) / 3)
  return [
    ...Array.from({ length: atCommits }, (_, i): Fate => ({
      at: i % 2 === 0 ? 'before' : 'after',
      commit: 1 + Math.floor((i * commits) / atCommits),
    })),
    ...Array.from({ length: count - atCommits }, (): Fate => ({ at: 'time', ms: Math.round(random() * ms) })),
  ]
}
