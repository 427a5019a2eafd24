import { mkdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The folder where Longhand keeps what belongs to this user, by the custom of the system. LONGHAND_HOME names another,
 * which then holds new projects too.
 */
export const userFolder = (
  env: Environment,
  system: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string => {
  if (env['LONGHAND_HOME']) return resolve(env['LONGHAND_HOME'])
  switch (system) {
    case 'win32':
      return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Longhand')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Longhand')
    default:
      return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'longhand')
  }
}

/** The folder of the user's own GGUF files. It is not made before something is put there. */
export const modelsFolder = (env: Environment): string => join(userFolder(env), 'models')

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** The folder for new projects, made if need be: in the user's documents, or else at home. Throws `file-unwritable`. */
export const projectsFolder = async (env: Environment, home: string = homedir()): Promise<string> => {
  const documents = join(home, 'Documents')
  const above = env['LONGHAND_HOME'] ? resolve(env['LONGHAND_HOME']) : documents
  const folder = join(above === documents && !(await isFolder(documents)) ? home : above, 'Longhand')
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    const sentence = `The folder ${folder} for new projects could not be made.`
    throw new AppError('file-unwritable', sentence, 'Free that name, or make the folder yourself.', error)
  }
  return folder
}
