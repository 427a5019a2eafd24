import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesIn } from './bundled-packages.mjs'
import { buildDesktop } from './desktop-bundle.mjs'
import { root } from './runtime.mjs'
import { enginePackages, stageEngine } from './stage-engine.mjs'
import { thirdParty } from './third-party.mjs'
import { buildPage } from './web-page.mjs'

/** What the app's own package.json says: who it is, and where it begins. */
function manifest() {
  const { name, version, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const desktopName = `${name}.desktop`
  const app = {
    name,
    productName: 'Longhand',
    version,
    description,
    license,
    desktopName,
    author: 'Longhand',
  }
  return JSON.stringify({ ...app, private: true, type: 'module', main: 'desktop/main.mjs' }, null, 2)
}

/**
 * Lays out what is to be packed, built afresh: the app, and beside its folder in `resources` the process for GGUF files.
 * Throws one sentence when that fails.
 * @param {string} node path of a Node 24
 * @param {string} folder where the app goes, absolute
 * @returns {{ readonly packages: readonly string[] }} the names of the packages that it holds
 */
export function stageApp(node, folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'licences'), { recursive: true })
  const desktop = join(folder, 'desktop')
  const page = join(desktop, 'page')
  if (!buildDesktop(node, desktop) || !buildPage(node, page)) {
    throw new Error('Longhand could not be built: mend what is named above.')
  }
  const { notice, faults, names } = thirdParty(root, [...packagesIn([desktop, page]), ...enginePackages()])
  if (faults.length > 0) throw new Error(faults.join('\n'))
  stageEngine(desktop, join(folder, '../resources/engine'))
  writeFileSync(join(folder, 'package.json'), manifest())
  writeFileSync(join(folder, 'licences/third-party.txt'), notice)
  cpSync(join(root, 'assets/samples'), join(folder, 'assets/samples'), { recursive: true })
  copyFileSync(join(root, 'LICENSE'), join(folder, 'licences/longhand.txt'))
  return { packages: names }
}
