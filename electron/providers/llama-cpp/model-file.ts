import { statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { ModelChoice } from '../../../shared/model.ts'
import type { ProviderPlatform } from '../provider.ts'
import { ggufHeader } from './gguf-header.ts'
import { bytesOf, isLaterPart } from './gguf-parts.ts'

/** How ids of this provider begin. */
const prefix = 'llama-cpp/'

const isPath = (name: string): boolean => isAbsolute(name) || /^(~|\.{1,2})[\\/]/u.test(name)

const fileAt = (name: string, folder: string | undefined): string | null => {
  if (/^~[\\/]/u.test(name)) return join(homedir(), name.slice(2))
  if (isPath(name)) return resolve(name)
  if (folder === undefined) return null
  return join(folder, /\.gguf$/iu.test(name) ? name : `${name}.gguf`)
}

const missing = (path: string): AppError =>
  new AppError(
    'model-not-found',
    `There is no file ${path}.`,
    'Choose a GGUF file, or put one into the folder of models.',
  )

/** The file that a setting or an id names, absolute. Throws `AppError` where there is none. */
export const fileNamed = (name: string, { modelsFolder }: ProviderPlatform): string => {
  const path = name ? fileAt(name, modelsFolder?.()) : null
  if (!path) {
    const next = `Say which: ${prefix}NAME, or ${prefix} and a path.`
    throw new AppError('usage', 'The model has no name.', next)
  }
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw missing(path)
  return path
}

/** The name or path in a choice; empty where it names no model. */
export const nameIn = ({ id }: ModelChoice): string =>
  id.startsWith(prefix) ? id.slice(prefix.length).trim() : ''

/** A GGUF file that holds a language model. */
export type ModelFile = {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** Tokens of context it was trained for, where it says so. */
  readonly contextLength?: number
}

/** A file under the id of its model; null for one that holds no language model, or cannot be read. */
export const describeFile = async (path: string, id: string): Promise<ModelFile | null> => {
  try {
    const header = await ggufHeader(path)
    if (header?.type !== 'model' || header.architecture === 'clip') return null
    const { name = id.slice(prefix.length), contextLength } = header
    return { id, path, name, bytes: bytesOf(path), ...(contextLength !== undefined && { contextLength }) }
  } catch {
    return null
  }
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}

/**
 * The language models in the folder of models, by name, and the one that a choice names by its path. A folder that is
 * not there holds none.
 */
export const modelFiles = async (
  choice: ModelChoice,
  { modelsFolder }: ProviderPlatform,
): Promise<readonly ModelFile[]> => {
  const folder = modelsFolder?.()
  const names = folder === undefined ? [] : await namesIn(folder)
  const own = names
    .filter((name) => /\.gguf$/iu.test(name) && !isLaterPart(name))
    .toSorted()
    .map((name) => describeFile(join(folder ?? '', name), prefix + name.replace(/\.gguf$/iu, '')))
  const chosen = isPath(nameIn(choice)) ? [describeFile(fileAt(nameIn(choice), folder) ?? '', choice.id)] : []
  const files = await Promise.all([...chosen, ...own])
  return files.filter((file) => file !== null)
}
