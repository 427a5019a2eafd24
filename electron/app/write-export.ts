import { extname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { manuscript } from '../../shared/questions/manuscript.ts'
import { exportFormats } from '../documents/exports/index.ts'
import type { OpenProject } from '../project/project.ts'
import { exportOptions } from './export-options.ts'
import type { Platform } from './platform.ts'

/** Writes the manuscript as it reads now, in the form the path's extension names; gives the bytes written. */
export const writeExport = async (
  { state }: Pick<OpenProject, 'state'>,
  { files }: Pick<Platform, 'files'>,
  path: string,
  { overwrite, citations }: { readonly overwrite: boolean; readonly citations?: string | undefined },
): Promise<number> => {
  const extension = extname(path).slice(1).toLowerCase()
  const format = exportFormats.find((each) => each.extension === extension)
  if (!format) {
    const known = exportFormats.map((each) => `.${each.extension}`).join(', ')
    throw new AppError('usage', `${path} names no form that can be written.`, `Use one of ${known}.`)
  }
  const bytes = await format.write(manuscript(state()), exportOptions(citations))
  await files.write(path, bytes, { overwrite })
  return bytes.length
}
