import type { ProjectState } from '../../../shared/project-state.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { progress, runStatus, tally, wordsWritten } from '../../../shared/questions/progress.ts'
import { nextStep } from '../../stores/next-step.ts'
import { brief, counted, figure, inWords, span } from '../../ui/figures.ts'
import { estimate, timeLeft } from './progress-made.ts'

const working = (state: ProjectState, now: number): string => {
  const all = progress(state)
  if (state.plan.size === 0) {
    return all.length > 0 ? `Planning, ${counted(all.length, 'section')} so far` : 'Planning'
  }
  const settled = all.filter(({ phase }) => phase === 'settled' || phase === 'failed').length
  const left = timeLeft(state, now)
  const time = left === null ? '' : `, about ${span(left)} left`
  return `${figure(settled)} of ${figure(all.length)} sections settled${time}`
}

const about = (state: ProjectState): string => {
  const { sections, tokens } = estimate(state)
  return `about ${brief(tokens)} tokens for ${counted(sections, 'section')}`
}

const done = (state: ProjectState): string => {
  const { broken, unsure } = tally(state)
  const left = broken + unsure
  const rest = left > 0 ? `, ${counted(left, 'check')} to look at` : ', every check kept'
  return `Done: ${inWords(wordsWritten(state))}${rest}`
}

const stopped = (state: ProjectState): string => {
  switch (nextStep(state)) {
    case 'brief':
      return 'Say what you want written'
    case 'plan':
      return `Ready to plan: ${about(state)} in all`
    case 'draft':
      return `The plan is approved: ${about(state)}`
    case 'resume':
      return state.run.size > 0 ? 'Stopped. Everything so far is kept' : 'Ready to go on'
    case 'approve':
      return `The plan waits for your yes: ${about(state)}`
    case 'proposals':
    case 'export':
    case null:
      return done(state)
  }
}

/** How the run stands, as one sentence; `now` in ms. */
export const runSentence = (state: ProjectState, now: number): string => {
  const run = lastRun(state)
  switch (runStatus(state)) {
    case 'working':
      return working(state, now)
    case 'awaits-time':
      return `Going on in ${span((run?.until ?? now) - now)}`
    case 'blocked':
      return 'The run waits for you'
    case 'awaits-writer':
    case 'stopped':
      return stopped(state)
    case 'done':
      return done(state)
  }
}
