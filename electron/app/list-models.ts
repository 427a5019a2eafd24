import { AppError, explain } from '../../shared/errors.ts'
import { providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'
import type { Platform } from './platform.ts'

/** A provider as the writer is offered it. */
export type Offer = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly lanes: number
  readonly models: readonly string[]
  readonly trouble?: string
}

/** Every provider with its models. One that cannot be asked says why; the others are listed all the same. */
export const listModels = (
  platform: Platform,
  reach: { readonly baseUrl?: string; readonly apiKey?: string },
): Promise<readonly Offer[]> => {
  const all: readonly Provider[] = providers
  return Promise.all(
    all.map(async ({ id, name, about, lanes, list }): Promise<Offer> => {
      const offer = { id, name, about, lanes }
      try {
        return { ...offer, models: await list({ id, ...reach }, platform) }
      } catch (error) {
        if (error instanceof AppError) return { ...offer, models: [], trouble: explain(error) }
        throw error
      }
    }),
  )
}
