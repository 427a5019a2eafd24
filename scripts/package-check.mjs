// The package check of `npm test`: packs the app around a stand-in for Electron's runtime and reads what came out.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { makeFakeElectron } from './fake-electron.mjs'
import { faultsOfArchive, faultsOfConfig, faultsOfEngine, faultsOfFuses } from './inspect-package.mjs'
import { root } from './runtime.mjs'
import { engineFile } from './server-parts.mjs'
import { stageApp } from './stage-app.mjs'
import { faultsOfRunning } from './try-engine.mjs'

/** Packs the app for Linux, whatever the system; throws what electron-builder said when that fails. */
function pack(/** @type {string} */ scratch) {
  const places = {
    electronDist: 'electron',
    'directories.app': 'app',
    'directories.output': 'packed',
    'extraResources.from': 'resources',
  }
  const set = Object.entries(places).map(([key, folder]) => `-c.${key}=${join(scratch, folder)}`)
  const cli = join(root, 'node_modules/electron-builder/cli.js')
  const args = [cli, '--linux', 'dir', '--x64', '--publish', 'never', ...set]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}${stderr}`)
  return join(scratch, 'packed/linux-unpacked')
}

const scratch = mkdtempSync(join(tmpdir(), 'longhand-package-'))
try {
  const { packages } = stageApp(process.execPath, join(scratch, 'app'))
  await makeFakeElectron(join(scratch, 'electron'))
  const packed = pack(scratch)
  const engine = join(packed, 'resources/engine')
  const faults = [
    ...faultsOfConfig(parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))),
    ...faultsOfFuses(join(packed, 'longhand')),
    ...faultsOfArchive(join(packed, 'resources/app.asar'), packages),
    ...faultsOfEngine(engine),
    ...(await faultsOfRunning(join(engine, engineFile))),
  ]
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  if (faults.length > 0) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
