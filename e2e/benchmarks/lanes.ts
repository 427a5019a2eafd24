/**
 * Writes one document of a LongGenBench file (without one: the sample below) with 1, 4, 16 and 52 lanes against a server
 * that speaks at a fixed pace, and holds the time it takes against what `lower-bound.ts` works out from the server's log.
 * Ends with 1 where a run takes over 1.10 of its bound, or over 5 % of the lane-time there was work for stays idle.
 *
 * lanes.ts [--data FILE] [--task ID] [--lanes 1,4,16,52] [--first MS] [--token MS] [--keep FOLDER]
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Task } from '../../electron/host/cli/bench/grading/task.ts'
import { readTasks } from '../../electron/host/cli/bench/read-tasks.ts'
import { writeTask } from '../../electron/host/cli/bench/write-task.ts'

const [mostOver, mostIdle] = [1.1, 0.05]

const sample: Task = {
  id: 'sample',
  type: 'Week',
  number: 52,
  prompt: `Write the weekly diary of a lock-keeper on a canal: 52 weeks, one entry a week, starting from January 1st 2024.
Each entry must have at least 200 words and say something of the weather and of the boats.
The dredger comes in week 7. In week 31 the lower gate is repaired.
From week 18 to week 22 the keeper's nephew helps.
Every 6 weeks, starting from week 4, the water is measured.`,
  checks_once: {},
  checks_range: {},
  checks_periodic: {},
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    task: { type: 'string' },
    lanes: { type: 'string', default: '1,4,16,52' },
    first: { type: 'string', default: '300' },
    token: { type: 'string', default: '8' },
    keep: { type: 'string' },
  },
})

const figures = z.object({
  calls: z.number(),
  work: z.number(),
  chain: z.number(),
  inLanes: z.number(),
  bound: z.number(),
  usable: z.number(),
  idle: z.number(),
})

const script = (name: string): string => join(import.meta.dirname, name)
const quiet = '--disable-warning=ExperimentalWarning'

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'longhand-lanes-'))

type Pace = readonly [firstMs: string, tokenMs: string]

/** Runs `act` against a timed server and ends it, so that its log is whole. */
const withServer = async <Made>(
  log: string,
  pace: Pace,
  act: (url: string) => Promise<Made>,
): Promise<Made> => {
  const args = [quiet, script('timed-server.ts'), ...pace, log, join(folder, 'replies.json')]
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  try {
    const said = await once(server.stdout, 'data')
    return await act(String(said[0]).trim())
  } finally {
    server.stdin.end()
    await ended
  }
}

const boundOf = (log: string, lanes: number) => {
  const said = execFileSync(process.execPath, [quiet, script('lower-bound.ts'), log, String(lanes)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const lines = said.trim().split('\n')
  return { formula: lines.slice(0, -2), ...figures.parse(JSON.parse(lines.at(-1) ?? '')) }
}

const taskAsked = async (): Promise<Task> => {
  if (values.data === undefined) return sample
  const tasks = await readTasks(values.data)
  const found = tasks.find(({ id }) => values.task === undefined || id === values.task)
  if (!found) throw new Error(`${values.data} has no task ${values.task}.`)
  return found
}

const task = await taskAsked()
const written = (lanes: number, log: string, pace: Pace) =>
  withServer(log, pace, (baseUrl) => {
    const model = { id: 'openai-compatible/practice', baseUrl }
    return writeTask(task, { model, lanes, signal: new AbortController().signal })
  })

let isGood = true
try {
  // A rehearsal: code is compiled and replies are known before the clock runs.
  await written(4, join(folder, 'rehearsal.json'), ['0', '0'])
  for (const lanes of values.lanes.split(',').map(Number)) {
    const log = join(folder, `${lanes}-lanes.json`)
    const cpu = process.cpuUsage()
    const { seconds, status, grade } = await written(lanes, log, [values.first, values.token])
    const { user, system } = process.cpuUsage(cpu)
    const { formula, calls, work, chain, inLanes, bound, usable, idle } = boundOf(log, lanes)
    if (isGood && lanes === Number(values.lanes.split(',')[0])) console.log(formula.join('\n'))
    const over = (seconds * 1_000) / bound
    const share = idle / usable
    const holds = over <= mostOver && share <= mostIdle && status === 'done'
    isGood &&= holds
    console.log(
      `${String(lanes).padStart(2)} lanes: ${seconds.toFixed(2)} s, ${over.toFixed(3)} of the bound of ${(bound / 1_000).toFixed(2)} s ` +
        `(chain ${(chain / 1_000).toFixed(2)}, in lanes ${(inLanes / 1_000).toFixed(2)}); idle ${(share * 100).toFixed(1)} %; ` +
        `${calls} calls, ${(work / 1_000).toFixed(1)} s of work, ${grade.units.written} of ${grade.units.asked} units; ` +
        `${((user + system) / 1e6).toFixed(1)} s of processor; load ${loadavg()[0]?.toFixed(1)}${holds ? '' : '  FALLS SHORT'}`,
    )
  }
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true })
}
process.exitCode = isGood ? 0 : 1
