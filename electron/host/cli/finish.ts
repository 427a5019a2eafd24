import type { ProjectState } from '../../../shared/project-state.ts'
import { openOrders } from '../../../shared/questions/orders.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import type { Run } from '../../../shared/records.ts'
import { progress, runStatus, tally, wordsWritten, wordsWanted } from '../../../shared/questions/progress.ts'
import { commandLine, word } from './command-line.ts'
import { exitOfRun, exits, type Exit } from './outcome.ts'
import { shown } from './outputs.ts'
import { jsonLine, report } from './report.ts'
import { figure, verdictSpans } from './figures.ts'
import { carriesPlace } from './choices.ts'
import type { RunFlags } from './flags.ts'
import { say, type Session } from './session.ts'
import type { Line } from './spans.ts'

/** The flags that say which models there are and where, as they were given. */
type Reach = Omit<RunFlags, 'lanes' | 'approve' | 'maxTokens' | 'maxMoney' | 'maxMinutes'>

/** A command line that goes on with a project. */
const lineFor = (command: string, project: string, { env, folder }: Session): string =>
  commandLine(env, command, shown(project, folder))

const doubledCaps = ({ maxTokens, maxMoney, maxMinutes }: Run): readonly string[] => [
  maxTokens === undefined ? '' : ` --max-tokens ${maxTokens * 2}`,
  maxMoney === undefined ? '' : ` --max-money ${maxMoney * 2}`,
  maxMinutes === undefined ? '' : ` --max-minutes ${maxMinutes * 2}`,
]

const flag = (name: string, ...values: readonly (string | undefined)[]): readonly string[] =>
  values.flatMap((value) => (value === undefined ? [] : ` --${name} ${word(value)}`))

/** The models as they were named; none where no place was named with any, since the project knows their ids. */
const modelFlags = ({ model, planner, reviewer, fallback = [] }: Reach): readonly string[] =>
  [model, planner, reviewer, ...fallback].some((id) => id !== undefined && carriesPlace(id))
    ? [
        ...flag('model', model),
        ...flag('planner', planner),
        ...flag('reviewer', reviewer),
        ...flag('fallback', ...fallback),
      ]
    : []

/** The flags without which a run cannot go on as before: what no project holds, and a higher cap where one was reached. */
const neededFlags = (state: ProjectState, reach: Reach): string => {
  const run = lastRun(state)
  return [
    ...modelFlags(reach),
    ...flag('base-url', reach.baseUrl),
    ...flag('api-key-env', reach.apiKeyEnv),
    ...flag('embedding', reach.embedding),
    ...flag('set', ...(reach.set ?? [])),
    ...(run?.reason?.code === 'cap-reached' ? doubledCaps(run) : []),
  ].join('')
}

/** Names in a row: "a, b and c". */
const inRow = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The whole in a sentence: sections, words, duties by verdict. */
export const totals = (state: ProjectState): Line => {
  const { length } = progress(state)
  const counts = tally(state)
  return [
    `${figure(length)} ${length === 1 ? 'section' : 'sections'}, `,
    `${figure(wordsWritten(state))} of ${figure(wordsWanted(state))} words; `,
    `${figure(counts.total)} ${counts.total === 1 ? 'duty' : 'duties'}: `,
    ...verdictSpans(counts),
    '.',
  ]
}

const unfinished = (state: ProjectState, again: string): string => {
  const run = lastRun(state)
  switch (runStatus(state)) {
    case 'awaits-writer':
      return `The plan is kept and nothing was drafted. Go on with: ${again}`
    case 'blocked':
      return `${run?.reason?.sentence ?? 'The run could not go on.'} What is written is kept. Go on with: ${again}`
    case 'done':
    case 'working':
    case 'awaits-time':
    case 'stopped':
      return `Stopped. Go on with: ${again}`
  }
}

/** Ends `write` and `resume`: says what came of the run and what was written, and gives the exit code. */
export const finish = (
  session: Session,
  state: ProjectState,
  {
    project,
    exports,
    fresh,
    reach = {},
  }: {
    readonly project: string
    readonly exports: readonly string[]
    readonly fresh: boolean
    readonly reach?: Reach
  },
): Exit => {
  const exit = exitOfRun(state)
  const { folder, started, now } = session
  if (runStatus(state) === 'done') {
    const names = inRow([project, ...exports].map((path) => shown(path, folder)))
    say(session, totals(state))
    const orders = openOrders(state).length
    const waits =
      orders > 0 ? [`${figure(orders)} work ${orders === 1 ? 'order waits' : 'orders wait'} for you. `] : []
    if (exit === exits.flawed || orders > 0)
      say(session, [...waits, `See what falls short with: ${lineFor('check', project, session)}`])
    say(session, [fresh ? `Wrote ${names}.` : `${names} is finished; nothing was left to do.`])
  } else session.complain(unfinished(state, lineFor('resume', project, session) + neededFlags(state, reach)))
  if (session.json) session.print(jsonLine(report(state, { started, now: now(), project, exports })))
  return exit
}
