import { basename, join } from 'node:path'
import { globSync, statSync } from 'node:fs'
import { readTasks } from '../../electron/host/cli/bench/read-tasks.ts'
import type { Task } from '../../electron/host/cli/bench/grading/task.ts'

const given = process.env['LONGHAND_DATA'] ?? ''

/** The benchmark files that `LONGHAND_DATA` names: a file, or a folder of them; none where it is not set. */
export const dataFiles: readonly string[] =
  given === ''
    ? []
    : statSync(given).isDirectory()
      ? globSync(join(given, 'longgenbench-*.json')).toSorted()
      : [given]

/** Every task of these files. */
export const allTasks = async (): Promise<readonly Task[]> =>
  (await Promise.all(dataFiles.map(readTasks))).flat()

/** The development files, for which the faults of the labels are listed. */
export const developmentTasks = async (): Promise<readonly Task[]> =>
  (await Promise.all(dataFiles.filter((file) => basename(file).endsWith('-dev.json')).map(readTasks))).flat()

/** Says that tests were left out, where nobody could miss it. */
export const sayWhatIsMissing = (what: string): void => {
  process.stderr.write(`\n*** LONGHAND_DATA is not set: ${what} was NOT tested. ***\n\n`)
}
