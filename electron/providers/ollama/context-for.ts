import { totalmem } from 'node:os'
import type { Server } from '../remote/server.ts'
import { contextSizeFor } from './context-size.ts'
import type { ModelFacts } from './model-facts.ts'

/** The memory of the machine that a server runs on, where that is this one. */
const memoryAt = ({ origin }: Server): number | undefined =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname) ? totalmem() : undefined

/** The context that calls to a model ask for: every call the same, for another one would load the model anew. */
export const contextFor = (
  { asked }: { readonly asked?: number | undefined },
  server: Server,
  { trained, loaded, bytes, bytesPerToken }: Partial<ModelFacts>,
): number => {
  const memory = memoryAt(server)
  return contextSizeFor({
    ...(asked !== undefined && { asked }),
    ...(trained !== undefined && { trained }),
    ...(loaded !== undefined && { loaded }),
    ...(bytes !== undefined && { bytes }),
    ...(bytesPerToken !== undefined && { bytesPerToken }),
    ...(memory !== undefined && { memory }),
  })
}
