import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'
import { fates, outcomeOf } from '../kills/harness.ts'
import type { Task } from './brief-of.ts'
import { servedBy } from './careless.ts'
import { writeDocument, type Written } from './document.ts'

/**
 * The long acceptance: `LONGHAND_DATA` names the benchmark file or the folder that holds it. Every task is written by
 * the program, first with the practice model, then by a writer and a reviewer that cannot be trusted; then a run is
 * killed 200 times. Prints what it saw and ends with 1 where anything falls short.
 */
const secondsAllowed = 20
const kills = Number(process.argv[3] ?? 200)
const lanes = 4
const careless = { duties: 0.3, verdicts: 0.1 }

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const dataFile = (path: string): string => {
  const file =
    existsSync(path) && statSync(path).isDirectory() ? join(path, 'longgenbench-16k-dev.json') : path
  if (existsSync(file)) return file
  process.stderr.write(`There is no benchmark file ${file}.\n`)
  return process.exit(2)
}

const whole = ({
  grade: { units, unitsAsked, offLength, missing },
  seconds,
  code,
}: Written): readonly string[] => [
  ...(units === unitsAsked ? [] : [`${units} of ${unitsAsked} units`]),
  ...offLength.map((each) => `off length ${each}`),
  ...missing.map((each) => `missing ${each}`),
  ...(seconds <= secondsAllowed ? [] : [`${seconds.toFixed(1)} s`]),
  ...(code === 0 ? [] : [`exit ${code}`]),
]

/** The most calls a document may cost: plan batches and joins at 5 each, 9 a section, 8 waits a lane. */
const mostCalls = (sections: number): number =>
  (Math.ceil(sections / 30) + 1 + Math.ceil(sections / 8)) * 5 + sections * 9 + 8 * lanes

const honest = ({
  grade: { offLength, missing, units, unitsAsked },
  told,
  flagged,
  code,
}: Written): readonly string[] => {
  const { broken, unsure } = told.constraints
  const hidden = missing.filter((each) => !flagged.includes(each.slice(each.indexOf(': ') + 2)))
  const wrong = offLength.length + missing.length
  return [
    ...(units === unitsAsked ? [] : [`${units} of ${unitsAsked} units`]),
    ...hidden.map((each) => `hidden ${each}`),
    ...(wrong <= broken + unsure ? [] : [`${wrong} wrong but ${broken} broken and ${unsure} unsure told`]),
    ...(told.calls <= mostCalls(told.sections) ? [] : [`${told.calls} calls`]),
    ...((wrong === 0 && code === 0) || code === 1 ? [] : [`exit ${code}`]),
  ]
}

const writeAll = async (
  tasks: readonly Task[],
  flags: readonly string[],
  judge: (written: Written) => readonly string[],
): Promise<number> => {
  let bad = 0
  const all: Written[] = []
  for (const task of tasks) {
    const written = await writeDocument(task, flags)
    const troubles = judge(written)
    if (troubles.length > 0) bad += 1
    all.push(written)
    const { told, grade } = written
    say(
      `${task.id.padEnd(14)} ${grade.units} units, ${told.words} words, ${grade.checks - grade.missing.length} of ${grade.checks} placed, ${told.constraints.broken} broken told, ${told.calls} calls, ${written.seconds.toFixed(1)} s ${troubles.length > 0 ? `FALLS SHORT: ${troubles.slice(0, 5).join('; ')}` : ''}`,
    )
  }
  const sum = (pick: (written: Written) => number): number =>
    all.reduce((total, each) => total + pick(each), 0)
  const calls = sum(({ told }) => told.calls) / sum(({ told }) => told.sections)
  say(
    `${tasks.length - bad} of ${tasks.length} documents hold; ${sum(({ grade }) => grade.checks - grade.missing.length)} of ${sum(({ grade }) => grade.checks)} placed; ${calls.toFixed(2)} calls a section; longest ${Math.max(...all.map(({ seconds }) => seconds)).toFixed(1)} s\n`,
  )
  return bad
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

const tasks = JSON.parse(
  readFileSync(dataFile(process.env['LONGHAND_DATA'] ?? ''), 'utf8'),
) as readonly Task[]
const limit = Number(process.argv[2] ?? tasks.length)

say('The practice model')
const fallShort = await writeAll(tasks.slice(0, limit), [], whole)

say('A writer that ignores 30 % of its duties, a reviewer wrong in 10 % of its verdicts')
const server = await startScriptedServer({ reply: servedBy(careless) })
const flags = ['--model', 'openai-compatible/careless', '--base-url', server.url, '--lanes', String(lanes)]
const hide = await writeAll(tasks.slice(0, limit), flags, honest)
await server.close()

say('Kills')
const unequal = await killAll()

const failed = fallShort + hide + unequal
say(failed === 0 ? 'All holds.' : `${failed} fall short.`)
process.exitCode = failed === 0 ? 0 : 1
