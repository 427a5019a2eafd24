import { rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { memory, size } from '../../shared/byte-words.ts'
import { AppError, explain } from '../../shared/errors.ts'
import { findServers } from '../providers/discovery/find-servers.ts'
import type { FoundServer } from '../providers/discovery/find-servers.ts'
import { providers } from '../providers/index.ts'
import { llamaCpp } from '../providers/llama-cpp.ts'
import { deviceWords } from '../providers/llama-cpp/graphics.ts'
import type { EngineTrial } from '../providers/llama-cpp/try-engine.ts'
import type { Provider } from '../providers/provider.ts'
import { originOf } from './keys.ts'
import { catalogue } from './models/catalogue.ts'
import { tryDevice } from './models/device.ts'
import { better, processor, suggested } from './models/fitting.ts'
import { thisMachine } from './models/machine.ts'
import { namedServers, sharedModels, type NamedServers } from './named-servers.ts'
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
  /** The id in the catalogue of the model to begin with, where one can be run here. */
  readonly suggested?: string
}

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
    const says = `${size(free)} free on the disk of new projects.`
    return free >= leastDisk
      ? { about: 'disk', state: 'good', says }
      : { about: 'disk', state: 'bad', says, next: 'Free some space: projects and models need it.' }
  } catch {
    return { about: 'disk', state: 'note', says: 'How much disk is free cannot be told.' }
  }
}

const checkMemory = (platform: Platform, device: string): Check => {
  const total = (platform.machine ?? thisMachine).memory()
  const entries = platform.catalogue ?? catalogue
  const says = `${memory(total)} of memory.`
  const best = suggested(entries, total, device)
  if (!best) {
    const little = `${says} That is little for a model on this computer.`
    return { about: 'memory', state: 'note', says: little, next: 'Use a server.' }
  }
  const more = better(entries, total, device)
  const also = more ? ` ${more.name} (${size(more.bytes)}) fits too: it writes better, and slower.` : ''
  return {
    about: 'memory',
    state: 'good',
    says: `${says} ${best.name} (${size(best.bytes)}) fits: begin with that.${also}`,
  }
}

const modelCount = (count: number): string => (count === 1 ? '1 model' : `${count} models`)

const checkServers = (servers: readonly FoundServer[]): readonly Check[] => {
  if (servers.length === 0) {
    const all: readonly Provider[] = providers
    const kinds = all.flatMap((provider) => provider.servers ?? [])
    const says = `No model server runs on this computer (${kinds.join(', ')}).`
    return [{ about: 'servers', state: 'note', says }]
  }
  return servers.map(({ name, baseUrl, models, trouble }) => ({
    about: 'servers',
    state: models.length > 0 ? 'good' : 'note',
    says: `${name} at ${baseUrl} has ${models.length === 0 ? 'no models' : modelCount(models.length)}.`,
    ...(trouble && { next: trouble }),
  }))
}

const mostNamed = 5

const checkNamed = ({ name, baseUrl, models, trouble }: FoundServer): Check => {
  if (models.length === 0) {
    const says = `${name} at ${baseUrl} gives no models.`
    return { about: 'servers', state: 'bad', says, ...(trouble && { next: trouble }) }
  }
  const names = models.slice(0, mostNamed).map(({ id }) => id)
  const rest = models.length > mostNamed ? ` and ${models.length - mostNamed} more` : ''
  const says = `${name} at ${baseUrl} has ${modelCount(models.length)}: ${names.join(', ')}${rest}.`
  return { about: 'servers', state: 'good', says }
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

const checkEngine = (trial: EngineTrial): Check => {
  if ('device' in trial) {
    return {
      about: 'engine',
      state: 'good',
      says: `GGUF files can be run here, ${deviceWords(trial.device)}`,
    }
  }
  return {
    about: 'engine',
    state: 'bad',
    says: `GGUF files cannot be run here: ${trial.trouble}`,
    next: 'Install Longhand again, or use a server.',
  }
}

const suggestionFor = (platform: Platform, trial: EngineTrial): Pick<Examination, 'suggested'> => {
  if (!('device' in trial)) return {}
  const total = (platform.machine ?? thisMachine).memory()
  const entry = suggested(platform.catalogue ?? catalogue, total, trial.device)
  return entry ? { suggested: entry.id } : {}
}

/**
 * Looks at this machine, and at the servers that are named, and says in words what is there, what is missing and what to
 * do. Asks no model; sends no key but to the server that is named with it, or that it was given for.
 */
export const examine = async (
  platform: Platform,
  named: NamedServers = {},
  version = process.versions.node,
): Promise<Examination> => {
  const [folder, disk, own, found, files, trial] = await Promise.all([
    checkFolder(platform),
    checkDisk(platform),
    namedServers(platform, named),
    findServers(platform),
    llamaCpp.list({ id: llamaCpp.id }, platform),
    tryDevice(platform),
  ])
  const isNamed = (url: string): boolean => own.some(({ baseUrl }) => originOf(baseUrl) === originOf(url))
  const servers = found.filter(({ baseUrl }) => !isNamed(baseUrl))
  const ready = [
    ...sharedModels(own).slice(0, 1),
    ...servers.flatMap(({ baseUrl, models }) => models.slice(0, 1).map(({ id }) => ({ model: id, baseUrl }))),
    ...('device' in trial ? files.slice(0, 1).map((model) => ({ model })) : []),
    ...platform.keys.list().flatMap(({ provider }) => (provider ? [{ model: `${provider}/NAME` }] : [])),
  ]
  return {
    checks: [
      checkNode(version),
      folder,
      disk,
      checkMemory(platform, 'device' in trial ? trial.device : processor),
      ...own.map(checkNamed),
      ...(own.length > 0 && servers.length === 0 ? [] : checkServers(servers)),
      ...checkKeys(platform),
      checkFiles(files, platform.modelsFolder()),
      checkEngine(trial),
    ],
    ready,
    ...suggestionFor(platform, trial),
  }
}
