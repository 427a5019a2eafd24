import { resolve } from 'node:path'
import { readBrief } from '../../../../shared/brief.ts'
import { dutiesByUnit } from '../duties-by-unit.ts'
import { figure } from '../figures.ts'
import { jsonLine } from '../report.ts'
import { say, type Session } from '../session.ts'
import { documentLines, percent, placementLines } from './bench-lines.ts'
import { benchReport, fallsShort, type PlacedTask } from './bench-report.ts'
import { exitAfter, writeEach, writingOf, type WritingFlags } from './each-document.ts'
import { gradePlacement } from './grading/grade-placement.ts'
import { share } from './grading/rates.ts'
import type { Task } from './grading/task.ts'
import { readTasks } from './read-tasks.ts'
import { writeTask, type WrittenTask } from './write-task.ts'

/** The flags of `bench longgenbench`. */
export type BenchFlags = WritingFlags & { readonly placeOnly?: boolean }

/** Lets Ctrl-C be heard between two tasks. */
const breathe = (): Promise<void> => new Promise((done) => setImmediate(done))

const placeAll = async (tasks: readonly Task[], { stopping }: Session): Promise<readonly PlacedTask[]> => {
  const placed: PlacedTask[] = []
  for (const task of tasks) {
    if (stopping.aborted) break
    placed.push({ task, grade: gradePlacement(task, dutiesByUnit(readBrief(task.prompt, task.id))) })
    await breathe()
  }
  return placed
}

const progressLine = ({ task, grade, calls, seconds }: WrittenTask): string => {
  const { units, checks } = grade
  const held = checks.filter(({ isHeld }) => isHeld).length
  return `${task.id}: ${figure(units.written)} of ${figure(units.asked)} units, ${percent(share(held, checks.length))} of ${figure(checks.length)} checks, ${figure(calls)} calls, ${seconds.toFixed(1)} s`
}

/**
 * `longhand bench longgenbench`: reads every prompt of a file just as it is and grades where its requirements were
 * placed; then writes the documents and grades them. Ctrl-C ends it with what was done until then.
 */
export const bench = async (session: Session, file: string, flags: BenchFlags): Promise<number> => {
  const { client, folder, json, print, now, started } = session
  const all = await readTasks(resolve(folder, file))
  const tasks = all.slice(0, flags.limit)
  const writing = writingOf(session, flags)
  if (!flags.placeOnly) await client.models.check(writing.model)
  const placed = await placeAll(tasks, session)
  const seconds = (): number => (now() - started) / 1_000
  say(session, ...placementLines(benchReport(tasks.length, placed, null, seconds())))
  const write = (task: Task) => writeTask(task, writing)
  const written = flags.placeOnly ? null : await writeEach(tasks, session, write, progressLine)
  const report = benchReport(tasks.length, placed, written, seconds())
  if (report.documents) say(session, ...documentLines(report.documents, report.tasks.written))
  if (json) print(jsonLine(report))
  return exitAfter(session, written ?? [], fallsShort(report))
}
