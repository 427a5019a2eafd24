import { tryEngine, type EngineTrial } from '../../providers/llama-cpp/try-engine.ts'
import type { Platform } from '../platform.ts'
import { processor } from './fitting.ts'

const known = new WeakMap<Platform, string>()

/** Finds out whether GGUF files can be run here, and what computes them, which is kept in mind. Takes seconds; never rejects. */
export const tryDevice = async (platform: Platform): Promise<EngineTrial> => {
  const trial = await tryEngine(platform.startEngine)
  if ('device' in trial) known.set(platform, trial.device)
  return trial
}

/** What computes models here: the processor, where nothing else is known. With `look` it is found out where it is not. */
export const deviceOf = async (platform: Platform, look: boolean): Promise<string> => {
  if (look && !known.has(platform)) await tryDevice(platform)
  return known.get(platform) ?? processor
}
