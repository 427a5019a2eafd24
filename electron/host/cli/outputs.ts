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

const writeNumbered = async ({ client }: Session, project: string, extension: string): Promise<string> => {
  const stem = join(dirname(project), basename(project, extname(project)))
  for (let number = 1; ; number += 1) {
    try {
      const path = `${stem}${number > 1 ? ` ${number}` : ''}${extension}`
      return (await client.exports.write({ project, path })).path
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'file-exists')) throw error
    }
  }
}

/** Whether a project has left its usual exports before: a .docx beside it, since a .md may be its brief. */
export const wasExported = (project: string): boolean =>
  existsSync(join(dirname(project), `${basename(project, extname(project))}.docx`))

/** Writes the exports asked for, or the usual ones beside the project under the first free name; gives their paths. */
export const writeExports = async (
  session: Session,
  project: string,
  asked: readonly string[],
): Promise<readonly string[]> => {
  const written: string[] = []
  if (asked.length === 0) {
    for (const extension of usual) written.push(await writeNumbered(session, project, extension))
  }
  for (const path of asked) written.push((await session.client.exports.write({ project, path })).path)
  return written
}
