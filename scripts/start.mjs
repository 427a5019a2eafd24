// `npm start -- …`: installs and builds what is missing, then shows Longhand in its window, or in the browser, or runs
// a command in the terminal. It has no dependencies and uses nothing newer than Node 18 before it has said what is
// wrong with an older one.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildDesktopIfStale } from './desktop-bundle.mjs'
import { electronPackage } from './electron-runtime.mjs'
import { installMissing } from './install.mjs'
import { runProgram } from './run-program.mjs'
import { give, root } from './runtime.mjs'
import { screenRequest, startScreen } from './start-screen.mjs'
import { buildWhatIsStale, terminalBundle } from './terminal-bundle.mjs'
import { buildPageIfStale } from './web-page.mjs'

const args = process.argv.slice(2)
const cwd = process.env.INIT_CWD ?? process.cwd()
const node = installMissing()
const request = screenRequest(args)
buildWhatIsStale(node)
if (request !== undefined || args[0] === 'serve') buildPageIfStale(node)
if (request === undefined) runProgram(node, terminalBundle, args)
else {
  const file = request.file === undefined ? undefined : resolve(cwd, request.file)
  if (file !== undefined && !existsSync(file)) give(`There is no file ${file}.`, 4)
  await startScreen(file === undefined ? request : { ...request, file }, {
    node,
    machine: { platform: process.platform, env: process.env, uid: process.getuid?.() },
    cwd,
    electron: electronPackage,
    app: root,
    terminal: terminalBundle,
    build: () => buildDesktopIfStale(node),
  })
}
