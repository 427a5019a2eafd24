import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ name: string, version: string, license?: string, author?: string | { name?: string },
 *   dependencies?: Record<string, string> }} Manifest
 * @typedef {{ folder: string, manifest: Manifest, texts: readonly string[] }} Bundled
 */

/** Licences under which code may go into an app that is itself MIT; the last one is for fonts. */
const permitted = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'OFL-1.1',
])

const isLegal = /^(licen[sc]e|copying|notice)(?![^.-]*\.[cm]?[jt]s$)/iu

/**
 * Whether an SPDX expression leaves a way that is permitted.
 * @param {string | undefined} expression
 */
export function isPermitted(expression) {
  const ways = (expression ?? '').replace(/[()]/gu, '').split(/\s+OR\s+/u)
  return ways.some((way) => way.split(/\s+AND\s+/u).every((licence) => permitted.has(licence)))
}

/**
 * Where `name` is found from the package in `folder`, as Node looks for it; both within `base`.
 * @param {string} base
 * @param {string} folder
 * @param {string} name
 * @returns {string | undefined}
 */
function resolveFrom(base, folder, name) {
  const place = `${folder}/node_modules/${name}`
  if (existsSync(join(base, place, 'package.json'))) return place
  const outer = folder.lastIndexOf('/node_modules/')
  if (outer >= 0) return resolveFrom(base, folder.slice(0, outer), name)
  return existsSync(join(base, 'node_modules', name, 'package.json')) ? `node_modules/${name}` : undefined
}

/** @returns {Bundled} */
function read(/** @type {string} */ base, /** @type {string} */ folder) {
  const path = join(base, folder)
  const texts = readdirSync(path)
    .filter((name) => isLegal.test(name))
    .toSorted()
    .map((name) => readFileSync(join(path, name), 'utf8').trim())
  return { folder, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')), texts }
}

/**
 * The packages and all that they depend on: some carry what they need inside their own files.
 * @param {string} base
 * @param {readonly string[]} folders
 */
function withDependencies(base, folders) {
  /** @type {Map<string, Bundled>} */
  const found = new Map()
  const waiting = [...folders]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue
    const bundled = read(base, folder)
    found.set(folder, bundled)
    for (const name of Object.keys(bundled.manifest.dependencies ?? {})) {
      const place = name.startsWith('@types/') ? undefined : resolveFrom(base, folder, name)
      if (place !== undefined) waiting.push(place)
    }
  }
  return [...found.values()].toSorted((a, b) => a.manifest.name.localeCompare(b.manifest.name, 'en'))
}

/** Whose work a package is: its scope, else its author's name. */
function handOf(/** @type {Bundled} */ { manifest: { name, author } }) {
  if (name.startsWith('@')) return name.split('/')[0]
  return typeof author === 'string' ? author.replace(/\s*[<(].*$/u, '') : author?.name
}

/**
 * The texts of a package; of one that brings none, those of another by the same hand under the same licence.
 * @param {Bundled} bundled
 * @param {readonly Bundled[]} all
 */
function textsFor(bundled, all) {
  const hand = handOf(bundled)
  if (bundled.texts.length > 0 || hand === undefined) return bundled.texts
  const likes = all.filter((other) => other.manifest.license === bundled.manifest.license)
  return likes.find((other) => other.texts.length > 0 && handOf(other) === hand)?.texts ?? []
}

/**
 * The notice that goes with an app that holds these packages, and one sentence for each that must not go into it.
 * @param {string} base where the folders are, absolute
 * @param {readonly string[]} folders of packages, such as node_modules/x
 */
export function thirdParty(base, folders) {
  const all = withDependencies(base, folders)
  const entries = all.map((bundled) => ({ ...bundled.manifest, texts: textsFor(bundled, all) }))
  const faults = entries.flatMap(({ name, license, texts }) => [
    ...(isPermitted(license) ? [] : [`${name} is under ${license ?? 'no licence'}, which is not permitted.`]),
    ...(texts.length > 0 ? [] : [`${name} brings no licence text, nor does a package by the same hand.`]),
  ])
  const rule = '-'.repeat(78)
  const notice = entries
    .map(({ name, version, license, texts }) =>
      [rule, `${name} ${version} (${license})`, '', ...texts].join('\n'),
    )
    .join('\n\n')
  return {
    notice: `Longhand holds these packages, or parts of them, with what they depend on.\n\n${notice}\n`,
    faults,
    names: entries.map(({ name }) => name),
  }
}
