import { stateNow } from '../follow.ts'
import { jsonLine, report } from './report.ts'
import type { Session } from './session.ts'

/** Does the work on an open project. Where it fails, `--json` still has its object before the error goes on. */
export const withReport = async (
  session: Session,
  project: string,
  act: () => Promise<number>,
): Promise<number> => {
  try {
    return await act()
  } catch (error) {
    const { client, json, started, now, print } = session
    if (json) {
      const state = await stateNow(client, project)
      print(jsonLine(report(state, { started, now: now(), project, exports: [] })))
    }
    throw error
  }
}
