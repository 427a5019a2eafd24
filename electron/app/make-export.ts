import { AppError } from '../../shared/errors.ts'
import type { ProjectState } from '../../shared/project-state.ts'
import { manuscript } from '../../shared/questions/manuscript.ts'
import { exportFormats } from '../documents/exports/index.ts'
import { safeName } from '../documents/safe-name.ts'
import { exportOptions } from './export-options.ts'

/** A manuscript in one form, to be handed over by name. */
export type MadeExport = { readonly name: string; readonly type: string; readonly base64: string }

const types: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The manuscript as it reads now, in the form that `id` names. Throws `usage` for a form there is none of. */
export const makeExport = async (
  state: ProjectState,
  id: string,
  citations?: string,
): Promise<MadeExport> => {
  const format = exportFormats.find((each) => each.id === id)
  if (!format) {
    const known = exportFormats.map((each) => each.id).join(', ')
    throw new AppError('usage', `There is no form called “${id}”.`, `Use one of ${known}.`)
  }
  const whole = manuscript(state)
  const bytes = await format.write(whole, exportOptions(citations))
  return {
    name: `${safeName(whole.title)}.${format.extension}`,
    type: types[format.extension] ?? 'application/octet-stream',
    base64: Buffer.from(bytes).toString('base64'),
  }
}
