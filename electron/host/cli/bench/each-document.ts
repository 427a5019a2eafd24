import { choosing } from '../choices.ts'
import { reachOf, type RunFlags } from '../flags.ts'
import { exitOf, exits } from '../outcome.ts'
import type { Session } from '../session.ts'
import type { WrittenDocument, Writing } from './write-document.ts'

/** The flags that every benchmark of written documents has. */
export type WritingFlags = Pick<RunFlags, 'model' | 'baseUrl' | 'apiKeyEnv' | 'lanes'> & {
  readonly limit?: number
  readonly json?: boolean
}

/** How the flags want documents to be written. */
export const writingOf = ({ env, stopping }: Session, flags: WritingFlags): Writing => {
  const model = flags.model ?? 'practice'
  return {
    model: choosing(model, reachOf(flags, env))(model),
    ...(flags.lanes !== undefined && { lanes: flags.lanes }),
    signal: stopping,
  }
}

type Ended = Pick<WrittenDocument, 'status' | 'fault'>

/** Writes documents one after the other, telling of each, until Ctrl-C, or until the model cannot be reached. */
export const writeEach = async <Asked, Written extends Ended>(
  all: readonly Asked[],
  { complain, stopping }: Session,
  write: (asked: Asked) => Promise<Written>,
  tell: (written: Written) => string,
): Promise<readonly Written[]> => {
  const written: Written[] = []
  for (const asked of all) {
    if (stopping.aborted) break
    const one = await write(asked)
    written.push(one)
    complain(`${written.length}/${all.length} ${tell(one)}${one.status === 'done' ? '' : `, ${one.status}`}`)
    // A model that cannot be reached for one document cannot be reached for the next.
    if (one.status === 'blocked') break
  }
  return written
}

/** How a benchmark ends: as the model that blocked it says, stopped, or by whether anything falls short. */
export const exitAfter = (
  { complain, stopping }: Session,
  written: readonly Ended[],
  isShort: boolean,
): number => {
  const blocked = written.find(({ status }) => status === 'blocked')
  if (blocked) {
    complain(blocked.fault?.sentence ?? 'The model could not go on.')
    return exitOf(blocked.fault?.code ?? 'model-unreachable')
  }
  if (stopping.aborted) return exits.stopped
  return isShort ? exits.flawed : exits.done
}
