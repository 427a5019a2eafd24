import type { Asking } from '../discovery/ask-server.ts'
import { contextFor } from './context-for.ts'
import { factsAmong, loadedContexts, pulledModels } from './model-facts.ts'

/** Ollama does not say how many calls it serves at once; one is what it does wherever memory is short. */
export const ollamaLanes = 1

/** Most models that are looked at one by one. */
const most = 32

/** The models at Ollama that write text, each with the context that a call would have. Throws `AppError` where it cannot be asked. */
export const ollamaModels = async (
  asking: Asking,
): Promise<
  readonly {
    readonly name: string
    readonly lanes: number
    readonly bytes?: number
    readonly contextSize?: number
  }[]
> => {
  const [pulled, loaded] = await Promise.all([pulledModels(asking), loadedContexts(asking)])
  const facts = await Promise.all(
    pulled.map(({ name }, at) =>
      at < most ? factsAmong(asking, name, { pulled, loaded }).catch(() => null) : Promise.resolve(null),
    ),
  )
  return pulled.flatMap((model, at) => {
    const known = facts[at]
    if (known && !known.writes) return []
    const contextSize = known && contextFor({}, asking.server, known)
    return [{ ...model, lanes: ollamaLanes, ...(contextSize && { contextSize }) }]
  })
}
