import { reachOf, type RunFlags } from './flags.ts'
import { exits } from './outcome.ts'
import { jsonLine } from './report.ts'
import { say, type Session } from './session.ts'
import type { Line } from './spans.ts'

/** `longhand models`: every provider, and the models that can be asked for by id. */
export const models = async (
  session: Session,
  flags: Pick<RunFlags, 'baseUrl' | 'apiKeyEnv'>,
): Promise<number> => {
  const providers = await session.client.models.list(reachOf(flags, session.env))
  say(
    session,
    ...providers.flatMap(({ id, name, about, models: ids, trouble }): readonly Line[] => [
      [`${name} (${id})`],
      [{ text: `  ${about}`, style: 'dim' }],
      ...ids.map((each): Line => [`  ${each}`]),
      ...(trouble ? [[{ text: `  ${trouble}`, style: 'warn' } as const]] : []),
    ]),
  )
  if (session.json)
    session.print(jsonLine({ models: providers.flatMap(({ models: ids }) => ids), providers }))
  return exits.done
}
