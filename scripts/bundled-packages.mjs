import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from './runtime.mjs'

const list = /^packages-\w+\.json$/u
const folder = /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/u
const imported = /@import\s+(?:url\(\s*)?['"]((?:@[^/'"]+\/)?[^./'":]+)/gu

/** The folder of the package that a file belongs to, within the repository; none for a file of ours. */
function packageOf(/** @type {string} */ file) {
  const [path = ''] = relative(root, file.replace(/^\0/u, '')).split('?')
  return folder.exec(path.split(sep).join('/'))?.[0]
}

/**
 * A Vite plugin that writes down beside a build which packages it really holds: those of the modules that were
 * kept, of the style sheets that were taken in, and of the files that were copied.
 * @returns {import('vite').Plugin}
 */
export function bundledPackages() {
  /** @type {string[]} */
  const styles = []
  return {
    name: 'bundled-packages',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.css($|\?)/u.test(id)) return
      for (const [, name] of code.matchAll(imported)) styles.push(`node_modules/${name}`)
    },
    generateBundle(_options, bundle) {
      const { name, config } = this.environment
      const files = Object.values(bundle).flatMap((file) =>
        file.type === 'asset'
          ? file.originalFileNames.map((original) => join(config.root, original))
          : Object.keys(file.modules).filter((id) => (file.modules[id]?.renderedLength ?? 0) > 0),
      )
      const found = new Set([...files.map(packageOf), ...styles])
      const source = JSON.stringify([...found].filter((each) => each !== undefined).toSorted(), null, 2)
      this.emitFile({ type: 'asset', fileName: `packages-${name}.json`, source })
    },
  }
}

/**
 * The folders of the packages that builds hold, within the repository, as the plugin wrote them down.
 * @param {readonly string[]} builds the folders of the builds
 * @returns {readonly string[]}
 */
export function packagesIn(builds) {
  /** @type {string[]} */
  const found = builds.flatMap((build) => {
    const lists = readdirSync(build).filter((name) => list.test(name))
    if (lists.length === 0) throw new Error(`${build} has no list of the packages in it.`)
    return lists.flatMap((name) => JSON.parse(readFileSync(join(build, name), 'utf8')))
  })
  return [...new Set(found)].toSorted()
}
