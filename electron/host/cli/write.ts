import { dirname, extname, resolve } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { runStatus } from '../../../shared/questions/progress.ts'
import { briefSource } from './brief-source.ts'
import { isRefused } from './conflicts.ts'
import { finish } from './finish.ts'
import type { RunFlags } from './flags.ts'
import { exits } from './outcome.ts'
import { checkExports, writeExports } from './outputs.ts'
import { runSettings } from './run-settings.ts'
import { canAsk, type Session } from './session.ts'
import { addSources, readSources } from './sources.ts'
import { stateNow } from '../follow.ts'
import { withReport } from './with-report.ts'
import { work } from './work.ts'

/** The flags of `write`. */
export type WriteFlags = RunFlags & {
  readonly out?: string
  readonly seed?: number
  readonly reference?: readonly string[]
  readonly export?: readonly string[]
  readonly json?: boolean
}

/** Refuses to ask where nobody could answer. */
export const checkCanAsk = (approve: 'auto' | 'ask', json: boolean, briefFromInput = false): void => {
  if (approve === 'auto' || (canAsk(json) && !briefFromInput)) return
  throw new AppError('usage', 'There is no terminal on which to ask for approval.', 'Give --approve auto.')
}

const projectPath = (out: string, folder: string): string => {
  const path = resolve(folder, out)
  if (extname(path).toLowerCase() === '.longhand') return path
  throw new AppError('usage', `${out} is no name for a project.`, 'It must end in .longhand.')
}

/** `longhand write`: from a brief to a finished manuscript. Everything that can be refused is refused before it starts. */
export const write = async (session: Session, brief: string, flags: WriteFlags): Promise<number> => {
  const { client, folder, env, json, stopping } = session
  const { out, seed } = flags
  const settings = runSettings(flags, env)
  checkCanAsk(settings.approve, json, brief === '-')
  const path = out === undefined ? undefined : projectPath(out, folder)
  await client.models.check(settings.model)
  const asked = await checkExports(session, flags.export ?? [])
  const sources = await readSources(session, flags.reference)
  const source = await briefSource(brief, folder, stopping)
  stopping.throwIfAborted()
  if (isRefused(session, (await client.briefs.read(source)).conflicts)) return exits.usage
  const { project } = await client.projects.create({
    ...source,
    folder: path === undefined ? folder : dirname(path),
    ...(path !== undefined && { path }),
    ...(seed !== undefined && { seed }),
  })
  return withReport(session, project, async () => {
    await addSources(session, project, sources)
    const state = await work(session, project, settings)
    const exports = runStatus(state) === 'done' ? await writeExports(session, project, asked) : []
    return finish(session, await stateNow(client, project), { project, exports, fresh: true, reach: flags })
  })
}
