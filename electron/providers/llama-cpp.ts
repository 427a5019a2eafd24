import { totalmem } from 'node:os'
import { basename } from 'node:path'
import type { ModelChoice } from '../../shared/model.ts'
import { createEngines } from './llama-cpp/engines.ts'
import type { Engines, EngineWish } from './llama-cpp/engines.ts'
import { forkEngine } from './llama-cpp/engine-port.ts'
import { describeFile, fileNamed, modelFiles, nameIn } from './llama-cpp/model-file.ts'
import { llamaSettings, settingsOf } from './llama-cpp/settings.ts'
import type { Provider, ProviderPlatform } from './provider.ts'

/** Calls answered side by side, where memory allows. */
const lanes = 4

/** Minutes after its last call at which a model is unloaded. */
const usualMinutes = 10

const engines = new WeakMap<ProviderPlatform, Engines>()

const enginesOf = (platform: ProviderPlatform): Engines => {
  const known = engines.get(platform) ?? createEngines(totalmem())
  engines.set(platform, known)
  return known
}

/** The engine for a choice: the same for all roles and runs that use the same file in the same way. Throws `AppError` where there is no file. */
const wishFor = (choice: ModelChoice, platform: ProviderPlatform): EngineWish => {
  const { gpu = true, adapter, draft, unloadMinutes = usualMinutes, ...rest } = settingsOf(choice)
  const options = {
    ...rest,
    path: fileNamed(nameIn(choice), platform),
    gpu,
    lanes,
    ...(adapter !== undefined && { adapter: fileNamed(adapter, platform) }),
    ...(draft !== undefined && { draft: fileNamed(draft, platform) }),
  }
  const kind = { start: platform.startEngine ?? forkEngine, options, name: basename(options.path, '.gguf') }
  return { kind, idleMs: unloadMinutes * 60_000 }
}

/** The most tokens of context for one call; none where nobody says. */
const contextOf = (
  trained = Infinity,
  set = Infinity,
  most = Infinity,
): { readonly contextSize?: number } => {
  const contextSize = Math.min(trained, set, most)
  return contextSize === Infinity ? {} : { contextSize }
}

/** GGUF files, run on this computer by llama.cpp in a process of their own. */
export const llamaCpp: Provider = {
  id: 'llama-cpp',
  name: 'GGUF file on this computer',
  about:
    'A model in a file of yours. It runs here, needs no server and no network, and nothing leaves this computer.',
  lanes,
  settings: llamaSettings,
  list: async (choice, platform) => (await modelFiles(choice, platform)).map(({ id }) => id),
  open: (choice, platform) => enginesOf(platform).attempt(wishFor(choice, platform)),
  describe: async (choice, platform) => {
    const path = fileNamed(nameIn(choice), platform)
    const { name, bytes, contextLength } = (await describeFile(path, choice.id)) ?? { name: basename(path) }
    const wish = wishFor(choice, platform)
    const facts = enginesOf(platform).facts(wish)
    return {
      name,
      lanes: facts?.lanes ?? lanes,
      ...(bytes !== undefined && { bytes }),
      ...contextOf(contextLength, wish.kind.options.contextSize, facts?.most),
      ...(facts && { device: facts.device }),
    }
  },
}
