// `npm start -- …`: installs and builds what is missing, then runs Longhand in the terminal. It has no
// dependencies and uses nothing newer than Node 18, so that it can say what is wrong with an older one.
import { installMissing } from './install.mjs'
import { runProgram } from './run-program.mjs'
import { buildWhatIsStale, terminalBundle } from './terminal-bundle.mjs'

const node = installMissing()
buildWhatIsStale(node)
runProgram(node, terminalBundle, process.argv.slice(2))
