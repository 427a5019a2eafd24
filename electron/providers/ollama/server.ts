import type { ModelChoice } from '../../../shared/model.ts'
import { serverOf } from '../remote/server.ts'
import type { Server } from '../remote/server.ts'

/** Where Ollama listens unless it is told otherwise. */
export const usualAddress = 'http://127.0.0.1:11434'

/** The server of a choice; a base URL that ends in /v1 or /api, as other programs want it, means the same server. */
export const ollamaAt = (choice: ModelChoice): Server => {
  const server = serverOf(choice, usualAddress)
  return { ...server, base: server.base.replace(/\/(v1|api)$/, '') }
}
