import { AppError } from '../../../shared/errors.ts'
import type { ModelDescription } from '../provider.ts'
import { askServer } from './ask-server.ts'
import type { Asking } from './ask-server.ts'
import { anyServer, serverKinds, tellingKinds } from './server-kinds.ts'
import type { FoundModel, Get, ServerKind } from './server-kinds.ts'

/** A server of a known kind. */
export type Recognised = {
  readonly name: string
  readonly models: readonly FoundModel[]
  /** It would not say everything without a key. */
  readonly wantsKey: boolean
}

/** Asks each path once, however many want to know; what is no good answer is null. */
const asker = (asking: Asking, root: string, refused: () => void): Get => {
  const answers = new Map<string, Promise<unknown>>()
  return (path) => {
    const answer =
      answers.get(path) ??
      askServer(asking, root + path).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'model-key-refused') refused()
        return null
      })
    answers.set(path, answer)
    return answer
  }
}

/** What stands at `root`, by what it says of itself; null where that is no server of `kinds`. Never throws. */
export const recognise = async (
  asking: Asking,
  root: string,
  kinds: readonly ServerKind[] = [...serverKinds, anyServer],
): Promise<Recognised | null> => {
  let wantsKey = false
  const get = asker(asking, root, () => (wantsKey = true))
  const all = await Promise.all(kinds.map(async ({ name, models }) => ({ name, models: await models(get) })))
  for (const { name, models } of all) if (models) return { name, models, wantsKey }
  return null
}

/** What a server says of one of its models beyond what `/v1/models` holds; null where it says nothing. Never throws. */
export const describeAt = async (
  asking: Asking,
  model: string,
): Promise<Pick<ModelDescription, 'contextSize' | 'lanes'> | null> => {
  const root = asking.server.base.replace(/\/v1$/, '')
  const recognised = await recognise(asking, root, tellingKinds)
  const found = recognised?.models.find(({ name }) => name === model)
  if (!found) return null
  const { contextSize, lanes } = found
  return { ...(contextSize !== undefined && { contextSize }), ...(lanes !== undefined && { lanes }) }
}
