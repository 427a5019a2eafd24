// `npm run -s longhand -- …`: runs what was built last without looking whether it is up to date; builds only if
// nothing was built yet.
import { existsSync } from 'node:fs'
import { runProgram } from './run-program.mjs'
import { modernNode } from './runtime.mjs'
import { terminalBundle } from './terminal-bundle.mjs'
import { webPage } from './web-page.mjs'

const node = modernNode()
const args = process.argv.slice(2)
const isBuilt = existsSync(terminalBundle) && (args[0] !== 'serve' || existsSync(webPage))
if (node !== undefined && isBuilt) runProgram(node, terminalBundle, args)
else await import('./start.mjs')
