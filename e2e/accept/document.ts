import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import {
  gradeDocument,
  unitTexts,
  type DocumentGrade,
} from '../../electron/host/cli/bench/grading/grade-document.ts'
import type { Task } from '../../electron/host/cli/bench/grading/task.ts'

const program = join(import.meta.dirname, '../../out/terminal/main.mjs')

const count = z.int().nonnegative()
/** What `write --json` prints, as far as it is judged. */
const toldSchema = z.object({
  sections: count,
  words: count,
  constraints: z.object({ total: count, kept: count, broken: count, unsure: count }),
  calls: count,
  status: z.string(),
})
export type Told = z.infer<typeof toldSchema>

const findingsSchema = z.object({
  findings: z.array(z.object({ section: z.string().nullable(), owes: z.string() })),
})

/** One document written by the program from a raw prompt, graded by what it exported. */
export type Written = {
  readonly task: Task
  readonly code: number | null
  readonly seconds: number
  readonly told: Told
  readonly grade: DocumentGrade
  /** The headings of the units, in order. */
  readonly headings: readonly string[]
  /** What `check` says falls short: the place where nothing may be hidden. */
  readonly flagged: z.infer<typeof findingsSchema>['findings']
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

const objectIn = ({ stdout, stderr, code }: Ended): unknown => {
  try {
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  } catch {
    throw new Error(`The program ended with ${code} and no JSON. ${stderr}`)
  }
}

/** Writes one task's document with the program as a person would, then grades the Markdown it exported. */
export const writeDocument = async (task: Task, flags: readonly string[]): Promise<Written> => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-accept-'))
  try {
    writeFileSync(join(folder, 'brief.md'), task.prompt)
    const started = performance.now()
    const fixed = ['-o', 'work.longhand', '--export', 'work.md', '--seed', '11', '--json']
    const ended = await runProgram(['write', 'brief.md', ...fixed, ...flags], folder)
    const seconds = (performance.now() - started) / 1_000
    const told = toldSchema.parse(objectIn(ended))
    const check = objectIn(await runProgram(['check', 'work.longhand', '--json'], folder))
    const markdown = readFileSync(join(folder, 'work.md'), 'utf8')
    return {
      task,
      code: ended.code,
      seconds,
      told,
      grade: gradeDocument(task, markdown),
      headings: unitTexts(markdown).map(({ heading }) => heading),
      flagged: findingsSchema.parse(check).findings,
      stderr: ended.stderr,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
