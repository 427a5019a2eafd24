import { resolve } from 'node:path'
import type { ProjectState } from '../../../shared/project-state.ts'
import { desk } from '../../../shared/questions/drafts.ts'
import { leaves } from '../../../shared/questions/outline.ts'
import { stateNow } from '../follow.ts'
import { checkExports, shown } from './outputs.ts'
import { exits } from './outcome.ts'
import { jsonLine, report } from './report.ts'
import { say, type Session } from './session.ts'

/** Says when sections are still without text, so that nobody takes a part for the whole. */
const unwritten = (state: ProjectState): string => {
  const all = leaves(state)
  const written = all.filter(({ id }) => desk(state, id).current).length
  return written === all.length ? '' : `: ${written} of ${all.length} sections are written`
}

/** `longhand export`: the manuscript as it reads now, in one more form. */
export const exportProject = async (session: Session, file: string, out: string): Promise<number> => {
  const { client, folder, json, print, started, now } = session
  const [path = ''] = await checkExports(session, [out])
  const { project } = await client.projects.open({ path: resolve(folder, file) })
  await client.exports.write({ project, path })
  const state = await stateNow(client, project)
  say(session, [`Wrote ${shown(path, folder)}${unwritten(state)}.`])
  if (json) print(jsonLine(report(state, { started, now: now(), project, exports: [path] })))
  return exits.done
}
