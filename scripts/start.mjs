// `npm start -- …`: installs and builds what is missing, then runs Longhand in the terminal, or without arguments on
// the screen. It has no dependencies and uses nothing newer than Node 18, so that it can say what is wrong with an
// older one.
import { installMissing } from './install.mjs'
import { runProgram } from './run-program.mjs'
import { buildWhatIsStale, terminalBundle } from './terminal-bundle.mjs'
import { buildPageIfStale } from './web-page.mjs'

const given = process.argv.slice(2)
const args = given.length > 0 ? given : ['serve', '--open']
const node = installMissing()
buildWhatIsStale(node)
if (args[0] === 'serve') buildPageIfStale(node)
if (given.length === 0) {
  process.stderr.write('Longhand opens in the browser; a window of its own comes with a later version.\n')
}
runProgram(node, terminalBundle, args)
