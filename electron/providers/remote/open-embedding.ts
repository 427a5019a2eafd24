import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { AppError } from '../../../shared/errors.ts'
import type { Embed, ProviderPlatform } from '../provider.ts'
import { thrownFailure } from './failures.ts'
import { guardedFetch } from './guarded-fetch.ts'
import type { Server } from './server.ts'

/** Milliseconds in which one batch of texts has to become vectors. */
const patienceMs = 60_000

/** A batch of vectors of some thousand numbers each, as JSON on one line. */
const limits = { lineBytes: 67_108_864, bodyBytes: 67_108_864 }

/** Opens a model that turns texts into vectors at a server with OpenAI's protocol for them. It never retries. */
export const openEmbedding =
  (server: Server, model: string, platform: ProviderPlatform): Embed =>
  async (texts, stop) => {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)])
    const vendor = createOpenAICompatible({
      name: 'embedding',
      baseURL: server.base,
      ...(server.key && { apiKey: server.key }),
      fetch: guardedFetch({ fetch: platform.fetch, server, signal, limits, onBytes: () => undefined }),
    })
    try {
      const { embeddings } = await vendor
        .embeddingModel(model)
        .doEmbed({ values: [...texts], abortSignal: signal })
      return embeddings.map((numbers) => Float32Array.from(numbers))
    } catch (error) {
      const { code, sentence } = thrownFailure({ server, model, now: platform.now }, error, false)
      throw new AppError(code, sentence)
    }
  }
