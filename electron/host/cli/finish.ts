import type { ProjectState } from '../../../shared/project-state.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { progress, runStatus, tally, wordsWritten } from '../../../shared/questions/progress.ts'
import { shape } from '../../../shared/questions/shape.ts'
import { exitOfRun, exits, type Exit } from './outcome.ts'
import { shown } from './outputs.ts'
import { jsonLine, report } from './report.ts'
import { figure, verdictSpans } from './figures.ts'
import { say, type Session } from './session.ts'
import type { Line } from './spans.ts'

const callers: Readonly<Record<string, string>> = {
  start: 'npm start --',
  longhand: 'npm run -s longhand --',
}

/** A command line that goes on with a project, as the user would type it here. */
const commandLine = (command: string, project: string, { env, folder }: Session): string => {
  const path = shown(project, folder)
  const word = /^[\w./@%+=:,-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
  return `${callers[env['npm_lifecycle_event'] ?? ''] ?? 'longhand'} ${command} ${word}`
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
    `${figure(wordsWritten(state))} of ${figure(shape(state).words)} words; `,
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
  }: { readonly project: string; readonly exports: readonly string[]; readonly fresh: boolean },
): Exit => {
  const exit = exitOfRun(state)
  const { folder, started, now } = session
  if (runStatus(state) === 'done') {
    const names = inRow([project, ...exports].map((path) => shown(path, folder)))
    say(session, totals(state))
    if (exit === exits.flawed)
      say(session, [`See what falls short with: ${commandLine('check', project, session)}`])
    say(session, [fresh ? `Wrote ${names}.` : `Nothing was left to do: ${names}.`])
  } else session.complain(unfinished(state, commandLine('resume', project, session)))
  if (session.json) session.print(jsonLine(report(state, { started, now: now(), project, exports })))
  return exit
}
