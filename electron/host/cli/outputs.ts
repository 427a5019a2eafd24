import { existsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { Session } from './session.ts'

/** What a project leaves as when nobody says otherwise. */
const usual = ['.md', '.docx'] as const

/** A path as the user would write it from where they stand. */
export const shown = (path: string, folder: string): string => {
  const near = relative(folder, path)
  return near && !near.startsWith('..') ? near : path
}

const checkFolder = (path: string): void => {
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) return
  throw new AppError('file-unwritable', `${path} could not be written: its folder is not there.`)
}

/**
 * The exports asked for, as absolute paths, checked before anything starts: each names a known form, stands in a
 * folder that exists, and overwrites nothing.
 */
export const checkExports = async (
  { client, folder }: Session,
  given: readonly string[],
): Promise<readonly string[]> => {
  const forms = await client.exports.list({})
  const known = forms.map(({ extension }) => `.${extension}`)
  const paths = given.map((each) => resolve(folder, each))
  for (const path of paths) {
    if (!known.includes(extname(path).toLowerCase())) {
      throw new AppError(
        'usage',
        `${path} names no form that can be written.`,
        `Use one of ${known.join(', ')}.`,
      )
    }
  }
  if (new Set(paths).size < paths.length) throw new AppError('usage', 'The same export was asked for twice.')
  for (const path of paths) {
    checkFolder(path)
    if (existsSync(path))
      throw new AppError('file-exists', `${path} exists already and was not touched.`, 'Choose another name.')
  }
  return paths
}

/**
 * The first name beside the project that is free for all its usual exports: its own, or else `NAME manuscript`, with a
 * number if need be, so that what belongs together is named alike (a `.md` of its own name is often its brief).
 */
const freeStem = (project: string): string => {
  const own = join(dirname(project), basename(project, extname(project)))
  const isFree = (stem: string): boolean => usual.every((extension) => !existsSync(stem + extension))
  if (isFree(own)) return own
  for (let number = 1; ; number += 1) {
    const stem = `${own} manuscript${number > 1 ? ` ${number}` : ''}`
    if (isFree(stem)) return stem
  }
}

/** Whether a project has left its usual exports before: a .docx beside it, since a .md may be its brief. */
export const wasExported = (project: string): boolean => {
  const own = join(dirname(project), basename(project, extname(project)))
  return [own, `${own} manuscript`].some((stem) => existsSync(`${stem}.docx`))
}

/** Writes the exports asked for, or the usual ones beside the project under the first free name; gives their paths. */
export const writeExports = async (
  session: Session,
  project: string,
  asked: readonly string[],
): Promise<readonly string[]> => {
  const written: string[] = []
  if (asked.length === 0) {
    const stem = freeStem(project)
    for (const extension of usual) {
      written.push((await session.client.exports.write({ project, path: stem + extension })).path)
    }
  }
  for (const path of asked) written.push((await session.client.exports.write({ project, path })).path)
  return written
}
