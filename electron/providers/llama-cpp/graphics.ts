import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { engineProgram } from './engine-port.ts'

/** A kind of graphics processor that llama.cpp can compute on. */
export type Graphics = 'Metal' | 'CUDA' | 'Vulkan'

const kinds = [
  ['-metal', 'Metal'],
  ['-cuda', 'CUDA'],
  ['-vulkan', 'Vulkan'],
] as const satisfies readonly (readonly [string, Graphics])[]

const systems: Readonly<Record<string, string>> = { darwin: 'mac', win32: 'win' }

/** Where packages of the engine's program may lie: beside it, above it, or, packed with Electron, beside the archive. */
const packageFolders = (): readonly string[] => {
  const resources: unknown = Reflect.get(process, 'resourcesPath')
  const packed = typeof resources === 'string' ? [join(resources, 'engine', 'node_modules')] : []
  return [...packed, ...(createRequire(engineProgram).resolve.paths('node-llama-cpp') ?? [])]
}

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(join(folder, '@node-llama-cpp'))
  } catch {
    return []
  }
}

/** The kinds of graphics processor for which this build has what is needed, on this system; packages leave most out for their size. */
export const graphicsOf = (
  folders = packageFolders(),
  { platform, arch }: { readonly platform: string; readonly arch: string } = process,
): readonly Graphics[] => {
  const names = folders.map(namesIn).find((each) => each.length > 0) ?? []
  const system = `${systems[platform] ?? platform}-${arch}`
  return kinds.filter(([ending]) => names.includes(system + ending)).map(([, kind]) => kind)
}

const anyOf = new Intl.ListFormat('en', { type: 'disjunction' })

/** What this build computes on, for the writer. */
export const graphicsWords = (graphics = graphicsOf()): string =>
  graphics.length === 0
    ? 'This build computes on the processor: what graphics processors need (CUDA, Vulkan) is left out of it.'
    : `This build computes on a graphics processor where there is one for ${anyOf.format(graphics)}, unless that is switched off.`

/** What computes, for the writer: `device` as an engine tells it. */
export const deviceWords = (device: string, graphics = graphicsOf()): string => {
  const kind = kinds.find(([ending]) => ending === `-${device}`)?.[1]
  if (kind) return `on the graphics processor (${kind}).`
  if (graphics.length === 0) return `on the processor. ${graphicsWords(graphics)}`
  return `on the processor: no graphics processor was found that can be used by ${anyOf.format(graphics)}.`
}
