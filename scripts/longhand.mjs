// `npm run -s longhand -- …`: runs what was built last without looking whether it is up to date; builds only if
// nothing was built yet.
import { existsSync } from 'node:fs'
import { runProgram } from './run-program.mjs'
import { modernNode } from './runtime.mjs'
import { terminalBundle } from './terminal-bundle.mjs'

const node = modernNode()
if (node !== undefined && existsSync(terminalBundle)) runProgram(node, terminalBundle, process.argv.slice(2))
else await import('./start.mjs')
