import type { Estimate } from '../../../shared/estimate.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { openOrders } from '../../../shared/questions/orders.ts'
import { progress, runStatus, tally, wordsWritten } from '../../../shared/questions/progress.ts'
import { nextStep } from '../../stores/next-step.ts'
import { brief, counted, figure, inWords, roughly, span } from '../../ui/figures.ts'
import { workLeft } from './work-left.ts'

const working = (state: ProjectState, left: number | null): string => {
  const all = progress(state)
  if (state.plan.size === 0) {
    return all.length > 0 ? `Planning, ${counted(all.length, 'section')} so far` : 'Planning'
  }
  const settled = all.filter(({ phase }) => phase === 'settled' || phase === 'failed').length
  const time = left === null ? '' : `, ${roughly(left)} left`
  return `${figure(settled)} of ${figure(all.length)} sections settled${time}`
}

/** What a run is likely to cost, behind what comes before it; nothing as long as that is not known. */
const about = (rest: Estimate | null): string => {
  const drafts = rest?.phases.find(({ verb }) => verb === 'draft')?.calls ?? 0
  if (!rest || drafts === 0) return ''
  return `: about ${brief(rest.total.input + rest.total.output)} tokens for ${counted(drafts, 'section')}`
}

/** Sections that a run which is done has not written: those on hold, and those that come after them. */
const unwritten = (state: ProjectState): string => {
  const open = progress(state).filter(
    ({ section, phase }) => phase !== 'failed' && !desk(state, section.id).current,
  )
  const held = open.filter(({ section }) => section.hold === true).length
  const waiting = open.length - held
  if (held === 0) return ''
  return ` but for ${counted(held, 'section')} on hold${waiting > 0 ? ` and ${figure(waiting)} after ${held === 1 ? 'it' : 'them'}` : ''}`
}

const done = (state: ProjectState): string => {
  const { broken, unsure, owed } = tally(state)
  const left = [
    { count: broken + unsure, noun: 'check' },
    { count: openOrders(state).length, noun: 'order' },
  ].flatMap(({ count, noun }) => (count > 0 ? [counted(count, noun)] : []))
  const rest = [
    ...(left.length > 0 ? [`${left.join(' and ')} to look at`] : []),
    ...(owed > 0 ? [`${counted(owed, 'check')} not made yet`] : []),
  ]
  const told = rest.length > 0 ? rest.join(', ') : 'every check kept'
  return `Done${unwritten(state)}: ${inWords(wordsWritten(state))}, ${told}`
}

const stopped = (state: ProjectState, rest: Estimate | null): string => {
  switch (nextStep(state)) {
    case 'brief':
      return 'Say what you want written'
    case 'plan':
      return `Ready to plan${about(rest)}`
    case 'draft':
      return `The plan is approved${about(rest)}`
    case 'resume':
      return lastRun(state)?.status === 'stopped'
        ? 'Stopped. Everything so far is kept'
        : `Left to do: ${workLeft(state)}`
    case 'approve':
      return `The plan waits for your yes${about(rest)}`
    case 'proposals':
    case 'orders':
    case 'export':
    case null:
      return done(state)
  }
}

/**
 * How the run stands, as one sentence; `now` and what is `left` of it in ms, and what the `rest` of the work is likely to
 * cost, null where there is no telling.
 */
export const runSentence = (
  state: ProjectState,
  now: number,
  left: number | null,
  rest: Estimate | null,
): string => {
  const run = lastRun(state)
  switch (runStatus(state)) {
    case 'working':
      return working(state, left)
    case 'awaits-time':
      return `Going on in ${span((run?.until ?? now) - now)}`
    case 'blocked':
      return 'The run waits for you'
    case 'awaits-writer':
    case 'stopped':
      return stopped(state, rest)
    case 'done':
      return done(state)
  }
}
