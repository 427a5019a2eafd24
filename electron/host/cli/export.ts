import { resolve } from 'node:path'
import { stateNow } from '../follow.ts'
import { checkExports, shown } from './outputs.ts'
import { exits } from './outcome.ts'
import { jsonLine, report } from './report.ts'
import { say, type Session } from './session.ts'

/** `longhand export`: the manuscript as it reads now, in one more form. */
export const exportProject = async (session: Session, file: string, out: string): Promise<number> => {
  const { client, folder, json, print, started, now } = session
  const [path = ''] = await checkExports(session, [out])
  const { project } = await client.projects.open({ path: resolve(folder, file) })
  await client.exports.write({ project, path })
  say(session, [`Wrote ${shown(path, folder)}.`])
  if (json)
    print(
      jsonLine(report(await stateNow(client, project), { started, now: now(), project, exports: [path] })),
    )
  return exits.done
}
