import type { ProjectState } from '../../../shared/project-state.ts'
import { agenda } from '../../../shared/questions/agenda.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import { nextStep } from '../../stores/next-step.ts'
import { counted } from '../../ui/figures.ts'

/** How it stands where no draft is shown, and what to do. */
export type EmptyWall = { readonly title: string; readonly todo: string }

const sideBySide = 'Drafts appear here side by side as they are written.'

const waiting = (state: ProjectState): number => agenda(state).filter(({ verb }) => verb === 'draft').length

const atWork = (state: ProjectState): EmptyWall => {
  if (state.plan.size === 0)
    return { title: 'The plan is being made.', todo: 'The drafts follow, once you approve it.' }
  return waiting(state) > 0
    ? { title: 'The first draft is about to begin.', todo: sideBySide }
    : { title: 'The texts that stand are being checked.', todo: 'This run has drafted nothing so far.' }
}

const stopped = (state: ProjectState): EmptyWall => {
  if (state.plan.size === 0) {
    return {
      title: 'The planning was stopped.',
      todo: 'Resume, and the plan is finished; the drafts follow.',
    }
  }
  const drafts = waiting(state)
  const kept =
    lastRun(state)?.status === 'stopped' ? ' What was begun is kept in the history of its section.' : ''
  return drafts > 0
    ? {
        title: `${counted(drafts, 'section')} ${drafts === 1 ? 'waits' : 'wait'} for a draft.`,
        todo: `Resume, and ${drafts === 1 ? 'it is' : 'they are'} written here.${kept}`,
      }
    : { title: 'Every section has its draft.', todo: 'Resume, and the checks are finished.' }
}

/** What the wall says when the last run has drafted nothing, by how far the work has come. */
export const emptyWall = (state: ProjectState): EmptyWall => {
  const status = runStatus(state)
  if (status === 'working') return atWork(state)
  if (status === 'awaits-time') return { title: 'The run waits and goes on by itself.', todo: sideBySide }
  switch (nextStep(state)) {
    case 'brief':
      return {
        title: 'Nothing is planned yet.',
        todo: 'Write the brief and make the plan; the drafts follow.',
      }
    case 'plan':
      return {
        title: 'Nothing is planned yet.',
        todo: 'Make the plan; the drafts follow, once you approve it.',
      }
    case 'approve':
      return {
        title: 'The plan waits for your yes.',
        todo: 'Approve it and draft the sections: they are written here side by side.',
      }
    case 'draft':
      return {
        title: 'The plan is approved.',
        todo: 'Draft the sections: they are written here side by side.',
      }
    case 'resume':
      return stopped(state)
    case 'proposals':
    case 'orders':
    case 'export':
    case null:
      return {
        title: 'Nothing is left to draft.',
        todo: 'What you have drafted anew, from the history of a section, is shown here.',
      }
  }
}
