import type { ErrorCode } from '../../../shared/errors.ts'
import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { progress, runStatus, tally } from '../../../shared/questions/progress.ts'
import { freshReview } from '../../../shared/questions/verdicts.ts'
import type { Finding } from '../../../shared/records.ts'

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

/** Faults that the reviews of the texts as they stand have found, besides the duties. */
const faultsOf = (state: ProjectState): readonly Finding[] =>
  leaves(state).flatMap(({ id }) => {
    const { current } = desk(state, id)
    const findings = current ? (freshReview(state, current)?.findings ?? []) : []
    return findings.filter(({ constraint, verdict }) => !constraint && verdict === 'broken')
  })

/** Whether anything is known to fall short: duties not kept, sections that failed or were flagged, faults found. */
export const isFlawed = (state: ProjectState): boolean => {
  const { broken, unsure } = tally(state)
  const failed = progress(state).some(({ phase }) => phase === 'failed')
  const flagged = leaves(state).some(({ id }) => desk(state, id).current?.fault)
  return broken + unsure > 0 || failed || flagged || faultsOf(state).length > 0
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
