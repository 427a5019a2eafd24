// `npm run package -- …`: builds Longhand and packs it for this system into out/release; further arguments go to
// electron-builder. It fetches Electron's runtime and the tools of each format.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installMissing } from './install.mjs'
import { give, root } from './runtime.mjs'
import { stageApp } from './stage-app.mjs'

const node = installMissing()
try {
  stageApp(node, join(root, 'out/app'))
} catch (error) {
  give(error instanceof Error ? error.message : String(error), 1)
}
const builder = join(root, 'node_modules/electron-builder/cli.js')
const args = [builder, '--publish', 'never', ...process.argv.slice(2)]
process.exitCode = spawnSync(node, args, { cwd: root, stdio: 'inherit' }).status ?? 1
