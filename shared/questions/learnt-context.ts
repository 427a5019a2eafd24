import type { ProjectState } from '../project-state.ts'
import type { Call, Run } from '../records.ts'
import { lastRun } from './phase.ts'
import { question } from './question.ts'

/** How servers name the context that was passed: “maximum context length is 4096 tokens”, “context size (4,096 tokens)”. */
const named = /context.{0,3}(?:length|size|window)[^\d]{0,24}(?<tokens>\d[\d,]*)/iu

/** Whether a call came to nothing because its prompt was longer than its model takes. */
export const wasTooLong = ({ fault }: { readonly fault?: Call['fault'] }): boolean =>
  fault?.code === 'reply-too-long'

/** What one refused call shows: the number that the server names, or else half of what was asked of it. */
const shown = ({ fault, reserved }: Call): number => {
  const told = Number(named.exec(fault?.sentence ?? '')?.groups?.['tokens']?.replaceAll(',', '') ?? 0)
  return told >= 512 && told < reserved ? told : Math.floor(reserved / 2)
}

const refused = question(['call'], (state) => [...state.call.values()].filter(wasTooLong))

/**
 * Tokens that a model seems to take at once, by the calls of a run that were too long for it; null where none was. A new
 * run asks anew: its server may take more.
 */
export const learntContext = (
  state: ProjectState,
  model: string,
  run: Run['id'] | undefined = lastRun(state)?.id,
): number | null => {
  const calls = refused(state).filter((call) => call.model === model && call.run === run)
  return calls.length === 0 ? null : Math.min(...calls.map(shown))
}
