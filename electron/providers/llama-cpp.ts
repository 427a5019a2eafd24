import { basename } from 'node:path'
import type { ModelChoice } from '../../shared/model.ts'
import { forkEngine } from './llama-cpp/engine-port.ts'
import { describeFile, fileNamed, modelFiles, nameIn } from './llama-cpp/model-file.ts'
import { createEngine } from './llama-cpp/running-engine.ts'
import type { RunningEngine } from './llama-cpp/running-engine.ts'
import { llamaSettings, settingsOf } from './llama-cpp/settings.ts'
import type { Provider, ProviderPlatform } from './provider.ts'

/** Calls answered side by side, where memory allows. */
const lanes = 4

/** Minutes after its last call at which a model is unloaded. */
const usualMinutes = 10

const engines = new WeakMap<ProviderPlatform, Map<string, RunningEngine>>()

/** One engine for all roles and runs that use the same file in the same way. Throws `AppError` where there is no file. */
const engineFor = (choice: ModelChoice, platform: ProviderPlatform): RunningEngine => {
  const { gpu = true, adapter, draft, unloadMinutes = usualMinutes, ...rest } = settingsOf(choice)
  const options = {
    ...rest,
    path: fileNamed(nameIn(choice), platform),
    gpu,
    lanes,
    ...(adapter !== undefined && { adapter: fileNamed(adapter, platform) }),
    ...(draft !== undefined && { draft: fileNamed(draft, platform) }),
  }
  const known = engines.get(platform) ?? new Map<string, RunningEngine>()
  engines.set(platform, known)
  const key = JSON.stringify([options, unloadMinutes])
  const kind = { start: platform.startEngine ?? forkEngine, options, name: basename(options.path, '.gguf') }
  const engine = known.get(key) ?? createEngine(kind, unloadMinutes * 60_000)
  known.set(key, engine)
  return engine
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
  open: (choice, platform) => engineFor(choice, platform).ask,
  describe: async (choice, platform) => {
    const path = fileNamed(nameIn(choice), platform)
    const { name, bytes, contextLength } = (await describeFile(path, choice.id)) ?? { name: basename(path) }
    const facts = engineFor(choice, platform).facts()
    const contextSize = facts?.contextSize ?? contextLength
    return {
      name,
      lanes: facts?.lanes ?? lanes,
      ...(bytes !== undefined && { bytes }),
      ...(contextSize !== undefined && { contextSize }),
      ...(facts && { device: facts.device }),
    }
  },
}
