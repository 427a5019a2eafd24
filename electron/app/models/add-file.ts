import type { Stats } from 'node:fs'
import { mkdir, realpath, stat, symlink } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { ggufHeader, type GgufHeader } from '../../providers/llama-cpp/gguf-header.ts'

const unreadable = (sentence: string, cause?: unknown): AppError =>
  new AppError(
    'file-unreadable',
    sentence,
    'Choose a language model in GGUF; such files end in .gguf.',
    cause,
  )

/** What stands at a path in place of a file, in words; null for a file. */
const otherKind = (there: Stats): string | null => {
  if (there.isFile()) return null
  if (there.isDirectory()) return 'a folder'
  if (there.isFIFO()) return 'a named pipe'
  if (there.isSocket()) return 'a socket'
  return 'a device'
}

const headerOf = async (path: string): Promise<GgufHeader | null> => {
  try {
    const kind = otherKind(await stat(path))
    if (kind !== null) throw unreadable(`${path} is ${kind}, not a file.`)
    return await ggufHeader(path)
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT') {
      throw new AppError('file-missing', `There is no file ${path}.`, 'Choose another.', error)
    }
    throw unreadable(`${path} cannot be read.`, error)
  }
}

/** Whether a file is one of several that make up a model; all of them must stand side by side. */
const isPart = (name: string): boolean => /-\d{5}-of-\d{5}\.gguf$/iu.test(name)

/** Puts a link to a file among the models; gives its name there, or null where that cannot be done. */
const linked = async (path: string, folder: string): Promise<string | null> => {
  const name = basename(path)
  const link = join(folder, name)
  if (!/\.gguf$/iu.test(name) || isPart(name)) return null
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await symlink(path, link)
    return name
  } catch {
    const there = await realpath(link).catch(() => null)
    return there === path ? name : null
  }
}

/**
 * Makes a GGUF file a model, where it stands: by its name with a link among the models where the system allows that, so
 * that it is listed from now on, else by its path. Gives the id. Throws `file-missing` or `file-unreadable`.
 */
export const addFile = async (given: string, folder: string): Promise<string> => {
  const path = resolve(given.trim().replace(/^~(?=[\\/])/u, homedir()))
  const header = await headerOf(path)
  if (!header) throw unreadable(`${path} is not a GGUF file.`)
  if (header.type !== 'model' || header.architecture === 'clip') {
    throw unreadable(`${path} is GGUF, but holds no language model (${header.type}, ${header.architecture}).`)
  }
  const real = await realpath(path)
  const home = await realpath(folder).catch(() => folder)
  const name = dirname(real) === home && !isPart(real) ? basename(real) : await linked(real, folder)
  return `llama-cpp/${name === null ? path : name.replace(/\.gguf$/iu, '')}`
}
