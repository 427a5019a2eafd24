import { rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { AppError, explain } from '../../shared/errors.ts'
import { findServers } from '../providers/discovery/find-servers.ts'
import type { FoundServer } from '../providers/discovery/find-servers.ts'
import { llamaCpp } from '../providers/llama-cpp.ts'
import { tryEngine } from '../providers/llama-cpp/try-engine.ts'
import { catalogue } from './models/catalogue.ts'
import { suggested } from './models/fitting.ts'
import { thisMachine } from './models/machine.ts'
import type { Platform } from './platform.ts'

/** What was looked at, how it is, and what to do where it could be better. */
export type Check = {
  readonly about: 'node' | 'folder' | 'disk' | 'memory' | 'servers' | 'keys' | 'files' | 'engine'
  readonly state: 'good' | 'note' | 'bad'
  readonly says: string
  readonly next?: string
}

/** How this machine stands, and the ids of models that could write now (none was asked). */
export type Examination = {
  readonly checks: readonly Check[]
  readonly ready: readonly { readonly model: string; readonly baseUrl?: string }[]
  /** What to do next. */
  readonly next: string
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const gigabytes = (bytes: number): string => `${number.format(bytes / 2 ** 30)} GB`

const leastNode = 24
const leastDisk = 2 ** 30

const checkNode = (version: string): Check => {
  const major = Number(version.split('.')[0])
  return major >= leastNode
    ? { about: 'node', state: 'good', says: `Node ${version}.` }
    : {
        about: 'node',
        state: 'bad',
        says: `Node ${version} is too old.`,
        next: `Install Node ${leastNode} or newer.`,
      }
}

const checkFolder = async (platform: Platform): Promise<Check> => {
  try {
    const folder = await platform.projectsFolder()
    const probe = join(folder, `.${randomUUID()}`)
    await writeFile(probe, '', { flag: 'wx' })
    await rm(probe)
    return { about: 'folder', state: 'good', says: `New projects go to ${folder}, which can be written.` }
  } catch (error) {
    const says = error instanceof AppError ? explain(error) : 'The folder for new projects cannot be written.'
    return { about: 'folder', state: 'bad', says, next: 'Set LONGHAND_HOME to a folder of your own.' }
  }
}

const checkDisk = async (platform: Platform): Promise<Check> => {
  const { freeBytes } = platform.machine ?? thisMachine
  try {
    const free = await freeBytes(await platform.projectsFolder())
    const says = `${gigabytes(free)} free on the disk of new projects.`
    return free >= leastDisk
      ? { about: 'disk', state: 'good', says }
      : { about: 'disk', state: 'bad', says, next: 'Free some space: projects and models need it.' }
  } catch {
    return { about: 'disk', state: 'note', says: 'How much disk is free cannot be told.' }
  }
}

const checkMemory = (platform: Platform): Check => {
  const total = (platform.machine ?? thisMachine).memory()
  const best = suggested(platform.catalogue ?? catalogue, total)
  const says = `${gigabytes(total)} of memory.`
  return best
    ? {
        about: 'memory',
        state: 'good',
        says: `${says} A model like ${best.name} (${gigabytes(best.bytes)}) runs well here.`,
      }
    : {
        about: 'memory',
        state: 'note',
        says: `${says} That is little for a model on this computer.`,
        next: 'Use a server.',
      }
}

const modelCount = (count: number): string => (count === 1 ? '1 model' : `${count} models`)

const checkServers = (servers: readonly FoundServer[]): readonly Check[] => {
  if (servers.length === 0) {
    const says =
      'No model server runs on this computer (Ollama, LM Studio, llama.cpp, vLLM, SGLang, Jan, LiteLLM).'
    return [{ about: 'servers', state: 'note', says }]
  }
  return servers.map(({ name, baseUrl, models, trouble }) => ({
    about: 'servers',
    state: models.length > 0 ? 'good' : 'note',
    says: `${name} at ${baseUrl} has ${models.length === 0 ? 'no models' : modelCount(models.length)}.`,
    ...(trouble && { next: trouble }),
  }))
}

const checkKeys = ({ keys }: Platform): readonly Check[] => {
  const known = keys.list()
  if (known.length === 0)
    return [{ about: 'keys', state: 'note', says: 'There is no key for a vendor of models.' }]
  return known.map(({ origin, provider, variable }) => ({
    about: 'keys',
    state: 'good',
    says: `There is a key for ${provider ?? origin}${variable ? `, in ${variable}` : ''}. It was not tried.`,
  }))
}

const checkFiles = (files: readonly string[], folder: string): Check =>
  files.length > 0
    ? { about: 'files', state: 'good', says: `${modelCount(files.length)} as GGUF in ${folder}.` }
    : { about: 'files', state: 'note', says: `No GGUF file in ${folder}.` }

const checkEngine = async ({ startEngine }: Platform): Promise<Check> => {
  const trial = await tryEngine(startEngine)
  if ('device' in trial) {
    return { about: 'engine', state: 'good', says: `GGUF files can be run here, on ${trial.device}.` }
  }
  return {
    about: 'engine',
    state: 'bad',
    says: `GGUF files cannot be run here: ${trial.trouble}`,
    next: 'Install Longhand again, or use a server.',
  }
}

const nothingReady =
  'Nothing that writes for real is ready. Get a GGUF model in Longhand under Models, or start Ollama and pull a model, or set the key of a vendor in an environment variable such as OPENAI_API_KEY. The practice model works at once, with placeholder prose.'

const nextFor = ([first]: Examination['ready']): string => {
  if (!first) return nothingReady
  const at = first.baseUrl ? ` --base-url ${first.baseUrl}` : ''
  return `Ready to write: longhand write brief.md --model ${first.model}${at}`
}

/** Looks at this machine and says in words what is there, what is missing and what to do. Asks no model, sends no key. */
export const examine = async (platform: Platform, version = process.versions.node): Promise<Examination> => {
  const [folder, disk, servers, files, engine] = await Promise.all([
    checkFolder(platform),
    checkDisk(platform),
    findServers(platform),
    llamaCpp.list({ id: llamaCpp.id }, platform),
    checkEngine(platform),
  ])
  const ready = [
    ...servers.flatMap(({ baseUrl, models }) => models.slice(0, 1).map(({ id }) => ({ model: id, baseUrl }))),
    ...(engine.state === 'good' ? files.slice(0, 1).map((model) => ({ model })) : []),
    ...platform.keys.list().flatMap(({ provider }) => (provider ? [{ model: `${provider}/NAME` }] : [])),
  ]
  return {
    checks: [
      checkNode(version),
      folder,
      disk,
      checkMemory(platform),
      ...checkServers(servers),
      ...checkKeys(platform),
      checkFiles(files, platform.modelsFolder()),
      engine,
    ],
    ready,
    next: nextFor(ready),
  }
}
