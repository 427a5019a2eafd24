// A registry may lack the files of an optional package for one platform. `npm install` then leaves that package
// out of package-lock.json without a word, and `npm ci` fails later. This finds such holes before they are met.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** @typedef {Record<string, { optionalDependencies?: Record<string, string> }>} Packages */

/**
 * Whether a package that stands at `place` finds `name` in its own node_modules or in one further up.
 * @param {Packages} packages
 * @param {string} place
 * @param {string} name
 * @returns {boolean}
 */
function finds(packages, place, name) {
  if (`${place === '' ? '' : `${place}/`}node_modules/${name}` in packages) return true
  if (place === '') return false
  const outer = place.lastIndexOf('/node_modules/')
  return finds(packages, outer < 0 ? '' : place.slice(0, outer), name)
}

/**
 * The optional packages that something in a lock file wants and the lock file lacks.
 * @param {Packages} packages `packages` of package-lock.json
 */
export function lockHoles(packages) {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !finds(packages, place, name))
      .map(([name, range]) => `${name} ${range}, wanted by ${place === '' ? 'package.json' : place}`),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const holes = lockHoles(JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8')).packages)
  for (const hole of holes) process.stderr.write(`package-lock.json lacks ${hole}\n`)
  process.exitCode = holes.length > 0 ? 1 : 0
}
