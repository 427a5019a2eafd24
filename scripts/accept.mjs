// `npm run accept`: the long acceptance run on benchmark files that are not part of the repository.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installMissing } from './install.mjs'
import { runProgram } from './run-program.mjs'
import { give, root } from './runtime.mjs'
import { buildWhatIsStale } from './terminal-bundle.mjs'

const { LONGHAND_DATA: data, INIT_CWD: here = process.cwd() } = process.env
if (!data)
  give('Set LONGHAND_DATA to the folder or file with the benchmark data, then run npm run accept again.', 2)
if (!existsSync(resolve(here, data)))
  give(`LONGHAND_DATA names ${data}, and there is no such file or folder.`, 2)

const node = installMissing()
buildWhatIsStale(node)
runProgram(node, join(root, 'e2e/accept/main.ts'), process.argv.slice(2))
