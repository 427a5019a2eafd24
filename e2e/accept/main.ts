import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { percent } from '../../electron/host/cli/bench/bench-lines.ts'
import { heldRates } from '../../electron/host/cli/bench/grading/rates.ts'
import { checkKinds, type Task } from '../../electron/host/cli/bench/grading/task.ts'
import { readTasks } from '../../electron/host/cli/bench/read-tasks.ts'
import { fates, outcomeOf } from '../kills/harness.ts'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'
import { servedBy } from './careless.ts'
import { writeDocument, type Written } from './document.ts'
import { hiddenFaults, lanes, shortfallsOfPractice } from './judge.ts'

/**
 * The long acceptance: `LONGHAND_DATA` names a LongGenBench file, or a folder of them. The program writes a document
 * from every prompt just as it is, first with the practice model, then with a writer and a reviewer that cannot be
 * trusted; then a run is killed 200 times. Prints what it saw and ends with 1 where anything falls short. Arguments: how
 * many tasks of each file, how many kills.
 */
const careless = { duties: 0.3, verdicts: 0.1 }
const kills = Number(process.argv[3] ?? 200)

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const dataFiles = (path: string): readonly string[] =>
  statSync(path).isDirectory() ? globSync(join(path, 'longgenbench-*.json')).toSorted() : [path]

const heldOf = ({ grade }: Written): string =>
  `${grade.checks.filter(({ isHeld }) => isHeld).length} of ${grade.checks.length} held`

const sum = (all: readonly Written[], pick: (written: Written) => number): number =>
  all.reduce((total, each) => total + pick(each), 0)

/** Whether all documents are complete and each kind of check holds in this share of all checks; says the figures. */
const isEnough = (all: readonly Written[], least: number): boolean => {
  const rates = heldRates(all.flatMap(({ grade }) => grade.checks))
  const [written, asked] = [
    sum(all, ({ grade }) => grade.units.written),
    sum(all, ({ grade }) => grade.units.asked),
  ]
  const kinds = checkKinds.map((kind) => `${kind} ${percent(rates[kind].overAll)}`)
  const calls = sum(all, ({ told }) => told.calls) / sum(all, ({ told }) => told.sections)
  say(
    `${written} of ${asked} units; over all checks ${kinds.join(', ')}, together ${percent(rates.all.overAll)}; ${calls.toFixed(2)} calls a section; longest ${Math.max(...all.map(({ seconds }) => seconds)).toFixed(1)} s`,
  )
  return written === asked && checkKinds.every((kind) => (rates[kind].overAll ?? 1) >= least)
}

const writeAll = async (
  tasks: readonly Task[],
  flags: readonly string[],
  judge: (written: Written) => readonly string[],
): Promise<{ readonly all: readonly Written[]; readonly bad: number }> => {
  let bad = 0
  const all: Written[] = []
  for (const task of tasks) {
    const written = await writeDocument(task, flags)
    const troubles = judge(written)
    if (troubles.length > 0) bad += 1
    all.push(written)
    const { told, grade, seconds } = written
    say(
      `${task.id.padEnd(14)} ${grade.units.written} units, ${told.words} words, ${heldOf(written)}, ${told.constraints.broken} broken told, ${told.calls} calls, ${seconds.toFixed(1)} s ${troubles.length > 0 ? `FALLS SHORT: ${troubles.slice(0, 5).join('; ')}` : ''}`,
    )
  }
  return { all, bad }
}

const killAll = async (): Promise<number> => {
  const peace = await outcomeOf()
  let bad = 0
  for (const fate of fates(kills, peace.commits, peace.ms, Math.random)) {
    const { text, status, repeated, repeatedCommitted } = await outcomeOf(fate)
    const holds = text === peace.text && status === 'done' && repeatedCommitted === 0 && repeated <= lanes
    if (!holds) {
      bad += 1
      say(
        `${JSON.stringify(fate)} ${status}, ${repeated} sent again, ${repeatedCommitted} of them needlessly, text ${text === peace.text ? 'equal' : 'DIFFERS'}`,
      )
    }
  }
  say(`${kills - bad} of ${kills} kills hold (${peace.commits} commits a run)\n`)
  return bad
}

const files = dataFiles(process.env['LONGHAND_DATA'] ?? '')
const limit = Number(process.argv[2] ?? Infinity)
const tasks = (await Promise.all(files.map(readTasks))).flatMap((each) => each.slice(0, limit))

say('The practice model')
const practice = await writeAll(tasks, [], shortfallsOfPractice)
const isRight = isEnough(practice.all, 0.99)
say(`${tasks.length - practice.bad} of ${tasks.length} documents hold\n`)

say('A writer that ignores 30 % of its duties, a reviewer wrong in 10 % of its verdicts')
const server = await startScriptedServer({ reply: servedBy(careless) })
const flags = ['--model', 'openai-compatible/careless', '--base-url', server.url, '--lanes', String(lanes)]
const doubtful = await writeAll(tasks, flags, hiddenFaults)
await server.close()
const isGood = isEnough(doubtful.all, 0.97)
say(`${tasks.length - doubtful.bad} of ${tasks.length} documents hide nothing\n`)

say('Kills')
const unequal = await killAll()

const failed = practice.bad + doubtful.bad + unequal + (isRight ? 0 : 1) + (isGood ? 0 : 1)
say(failed === 0 ? 'All holds.' : `${failed} fall short.`)
process.exitCode = failed === 0 ? 0 : 1
