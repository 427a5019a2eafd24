import { basename, resolve } from 'node:path'
import { bytesOf } from './bytes-of.ts'
import { say, type Session } from './session.ts'

/** A file of sources, read but not yet added. */
export type SourceFile = { readonly name: string; readonly base64: string }

/** Reads files of sources, so that one which is missing is told of before anything begins. Throws `AppError`. */
export const readSources = (
  { folder }: Session,
  files: readonly string[] = [],
): Promise<readonly SourceFile[]> =>
  Promise.all(
    files.map(async (file) => {
      const bytes = await bytesOf(resolve(folder, file), 'a source')
      return { name: basename(file), base64: Buffer.from(bytes).toString('base64') }
    }),
  )

/** Adds sources to a project and says what they are cited as. Throws `file-unreadable` for one that cannot be read. */
export const addSources = async (
  session: Session,
  project: string,
  files: readonly SourceFile[],
): Promise<void> => {
  for (const file of files) {
    const { references, notices } = await session.client.references.add({ project, ...file })
    const keys = references.map(({ key }) => `[@${key}]`)
    const rest = keys.length > 5 ? ` and ${keys.length - 5} more` : ''
    say(session, [`${file.name} is cited as ${keys.slice(0, 5).join(', ')}${rest}.`])
    for (const text of notices) say(session, [{ text, style: 'warn' }])
  }
}
