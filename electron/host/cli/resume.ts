import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { ProjectState } from '../../../shared/project-state.ts'
import { lastRun } from '../../../shared/questions/phase.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import { stateNow } from '../follow.ts'
import { withReport } from './with-report.ts'
import { finish } from './finish.ts'
import type { RunFlags } from './flags.ts'
import { checkExports, wasExported, writeExports } from './outputs.ts'
import { runSettings } from './run-settings.ts'
import type { Session } from './session.ts'
import { addSources, readSources } from './sources.ts'
import { work } from './work.ts'
import { checkCanAsk } from './write.ts'

/** The flags of `resume`; what is not given is as in the last run. */
export type ResumeFlags = RunFlags & {
  readonly reference?: readonly string[]
  readonly export?: readonly string[]
  readonly json?: boolean
}

const isApproved = ({ plan }: ProjectState): boolean => [...plan.values()][0]?.status === 'approved'

/**
 * `longhand resume`: goes on where a run ended, was stopped or died. Exports again, under new names, unless nothing
 * was left to do and they were written before.
 */
export const resume = async (session: Session, file: string, flags: ResumeFlags): Promise<number> => {
  const { client, folder, json } = session
  const sources = await readSources(session, flags.reference)
  const { project } = await client.projects.open({ path: resolve(folder, file) })
  return withReport(session, project, async () => {
    const before = await stateNow(client, project)
    const settings = runSettings(flags, session.env, lastRun(before))
    if (!isApproved(before)) checkCanAsk(settings.approve, json)
    await client.models.check(settings.model)
    await addSources(session, project, sources)
    const asked = await checkExports(session, flags.export ?? [])
    const state = await work(session, project, settings)
    if (runStatus(state) !== 'done')
      return finish(session, state, { project, exports: [], fresh: true, reach: flags })
    const isAsBefore = isDeepStrictEqual([state.step, state.review], [before.step, before.review])
    const idle = isAsBefore && asked.length === 0 && wasExported(project)
    const exports = idle ? [] : await writeExports(session, project, asked)
    return finish(session, state, { project, exports, fresh: !idle, reach: flags })
  })
}
