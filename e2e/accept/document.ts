import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { briefOf, type Task } from './brief-of.ts'
import { grade, type Grade } from './grade.ts'

const program = join(import.meta.dirname, '../../out/terminal/main.mjs')

/** What the terminal prints with `--json`. */
export type Told = {
  readonly sections: number
  readonly words: number
  readonly constraints: {
    readonly total: number
    readonly kept: number
    readonly broken: number
    readonly unsure: number
  }
  readonly calls: number
  readonly status: string
  readonly seconds: number
}

/** One document written by the program and graded by what it exported. */
export type Written = {
  readonly task: Task
  readonly code: number | null
  readonly seconds: number
  readonly told: Told
  readonly grade: Grade
  /** What `check` printed: the place where nothing may be hidden. */
  readonly flagged: string
  readonly stderr: string
}

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

const runProgram = (args: readonly string[], cwd: string): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LONGHAND_HOME: cwd },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })

const toldBy = ({ stdout, stderr, code }: Ended): Told => {
  const last = stdout.trim().split('\n').at(-1) ?? ''
  try {
    return JSON.parse(last) as Told
  } catch {
    throw new Error(`The program ended with ${code} and no JSON. ${stderr}`)
  }
}

/** Writes one task's document with the program as a person would, then grades the Markdown it exported. */
export const writeDocument = async (task: Task, flags: readonly string[]): Promise<Written> => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-accept-'))
  try {
    writeFileSync(join(folder, 'brief.md'), briefOf(task))
    const started = performance.now()
    const args = [
      'write',
      'brief.md',
      '-o',
      'work.longhand',
      '--export',
      'work.md',
      '--seed',
      '11',
      '--json',
      ...flags,
    ]
    const ended = await runProgram(args, folder)
    const seconds = (performance.now() - started) / 1_000
    const told = toldBy(ended)
    const check = await runProgram(['check', 'work.longhand'], folder)
    return {
      task,
      code: ended.code,
      seconds,
      told,
      grade: grade(readFileSync(join(folder, 'work.md'), 'utf8'), task),
      flagged: check.stdout,
      stderr: ended.stderr,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
