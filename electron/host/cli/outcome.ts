import type { ErrorCode } from '../../../shared/errors.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { flags } from '../../../shared/questions/flags.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { runStatus, tally } from '../../../shared/questions/progress.ts'

/** The program's exit codes. */
export const exits = { done: 0, flawed: 1, usage: 2, model: 3, file: 4, bug: 70, stopped: 130 } as const
export type Exit = (typeof exits)[keyof typeof exits]

/** The exit code of an expected failure. */
export const exitOf = (code: ErrorCode): Exit => {
  if (code === 'usage' || code.startsWith('brief-')) return exits.usage
  if (code === 'stopped') return exits.stopped
  if (
    code === 'cap-reached' ||
    code === 'bounds-reached' ||
    code.startsWith('model-') ||
    code.startsWith('reply-')
  )
    return exits.model
  return exits.file
}

/** Whether anything is known to fall short, or nobody knows: duties not kept, and all that is flagged, whatever failed. */
export const isFlawed = (state: ProjectState): boolean => {
  const { broken, unsure, owed } = tally(state)
  return broken + unsure + owed > 0 || flags(state).length > 0
}

/** The exit code of a project as its last run left it. */
export const exitOfRun = (state: ProjectState): Exit => {
  switch (runStatus(state)) {
    case 'done':
      return isFlawed(state) ? exits.flawed : exits.done
    case 'blocked':
      return exitOf(lastRun(state)?.reason?.code ?? 'model-unreachable')
    case 'stopped':
    case 'working':
    case 'awaits-writer':
    case 'awaits-time':
      return exits.stopped
  }
}
