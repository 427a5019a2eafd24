import { AppError } from '../../shared/errors.ts'
import type { JsonSchema, ModelChoice, ModelRequest } from '../../shared/model.ts'
import type { Attempt, AttemptEvent } from './attempt.ts'
import { contextFor } from './ollama/context-for.ts'
import { factsOf } from './ollama/model-facts.ts'
import { ollamaLanes as lanes, ollamaModels } from './ollama/models-at.ts'
import { oneChat } from './ollama/one-chat.ts'
import { promptChecks } from './ollama/prompt-check.ts'
import { ollamaAt, usualAddress } from './ollama/server.ts'
import { ollamaSettings } from './ollama/settings.ts'
import type { ModelDescription, Provider, ProviderPlatform } from './provider.ts'
import { hideKey } from './remote/hide-key.ts'
import { openEmbedding } from './remote/open-embedding.ts'
import { settingsOf } from './remote/settings-of.ts'
import { nameOf } from './remote/vendor.ts'
import { timings } from './remote/watchdog.ts'
import type { Timings } from './remote/watchdog.ts'
import { withoutSchema } from './without-schema.ts'

const id = 'ollama'

/** Ollama says nothing at all before the first token: not while it loads a model, not while it reads a prompt. */
const patience: Timings = { ...timings, firstByteMs: 600_000 }

/** The context that the writer asked for, in tokens. */
const askedOf = (choice: ModelChoice): number | undefined =>
  settingsOf(ollamaSettings, choice).contextSize ?? choice.context

const isRefusal = (event: AttemptEvent): boolean =>
  event.type === 'failed' &&
  event.failure.code === 'model-refused-request' &&
  event.failure.scope === 'attempt'

/** Where a schema is refused, the same call asks once more without it, and that schema is not sent again. */
const withoutRefusedSchemas = (ask: Attempt): Attempt => {
  const refused = new WeakSet<JsonSchema>()
  return async function* (request, signal) {
    const { json, ...plain } = request
    let isSent = json !== undefined && !refused.has(json)
    if (json && isSent) {
      for await (const event of ask(request, signal)) {
        if (isRefusal(event)) isSent = false
        else yield event
      }
      if (!isSent) refused.add(json)
    }
    if (isSent) return
    for await (const event of ask(plain, signal)) yield json ? withoutSchema(event) : event
  }
}

type Known = { readonly context: number; readonly thinks: boolean }

/** Opens a model at Ollama. Throws `AppError` where the choice has no name, or a setting that cannot be. */
export const openOllama = (
  choice: ModelChoice,
  platform: ProviderPlatform,
  waits: Timings = patience,
): Attempt => {
  const server = ollamaAt(choice)
  const model = nameOf({ id }, choice)
  const settings = settingsOf(ollamaSettings, choice)
  const checks = promptChecks()
  let known: Known | null = null
  const know = async (signal: AbortSignal): Promise<Known> => {
    // Where the model cannot be looked at, the call itself says why.
    const facts = await factsOf({ server, platform, ms: waits.listMs }, model, signal).catch(() => null)
    const context = contextFor({ asked: askedOf(choice) }, server, facts ?? {})
    const found = { context, thinks: facts?.thinks ?? false }
    if (facts) known = found
    return found
  }
  async function* ask(request: ModelRequest, signal: AbortSignal): AsyncGenerator<AttemptEvent> {
    if (signal.aborted) return
    const { context, thinks } = known ?? (await know(signal))
    const prompt = request.messages.map(({ text }) => text).join('\n\n')
    const manner = { model, context, thinks, settings }
    const check = checks(prompt, context)
    yield* oneChat({ server, platform, timings: waits, manner, check, request }, signal)
  }
  return withoutRefusedSchemas(ask)
}

/** What Ollama says of a model, with the context that a call would ask for. Throws `AppError`. */
export const describeOllama = async (
  choice: ModelChoice,
  platform: ProviderPlatform,
  ms: number = timings.listMs,
): Promise<ModelDescription> => {
  const server = ollamaAt(choice)
  const name = nameOf({ id }, choice)
  try {
    const facts = await factsOf({ server, platform, ms }, name)
    const { bytes } = facts
    return {
      name,
      lanes,
      contextSize: contextFor({ asked: askedOf(choice) }, server, facts),
      ...(bytes !== undefined && { bytes }),
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'model-not-found') throw error
    const next = `Get it with: ollama pull ${name}`
    throw new AppError('model-not-found', `Ollama at ${server.host} has no model “${name}”.`, next, error)
  }
}

/** Models that Ollama runs, on this computer or another. */
export const ollama: Provider = {
  id,
  name: 'Ollama',
  about:
    'Models that Ollama runs, on this computer or another. It needs Ollama and a model that was pulled; here nothing leaves this computer. It answers one call at a time unless it was told otherwise: set the lanes to its OLLAMA_NUM_PARALLEL.',
  lanes,
  servers: ['Ollama'],
  address: usualAddress,
  settings: ollamaSettings,
  list: async (choice, platform) => {
    const server = ollamaAt(choice)
    const models = await ollamaModels({ server, platform, ms: timings.listMs })
    return models.map(({ name }) => `${id}/${hideKey(name, server.key)}`)
  },
  open: (choice, platform) => openOllama(choice, platform),
  describe: (choice, platform) => describeOllama(choice, platform),
  embed: (choice, platform) => {
    const server = ollamaAt(choice)
    return openEmbedding({ ...server, base: `${server.base}/v1` }, nameOf({ id }, choice), platform)
  },
  endpoint: (choice) => ollamaAt(choice).origin,
}
