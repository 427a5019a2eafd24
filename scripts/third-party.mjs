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
 * @param {ReadonlySet<string>} [leftOut] names of packages that are not followed
 */
export function withDependencies(base, folders, leftOut = new Set()) {
  /** @type {Map<string, Bundled>} */
  const found = new Map()
  const waiting = [...folders]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue
    const bundled = read(base, folder)
    found.set(folder, bundled)
    for (const name of Object.keys(bundled.manifest.dependencies ?? {})) {
      const isFollowed = !name.startsWith('@types/') && !leftOut.has(name)
      const place = isFollowed ? resolveFrom(base, folder, name) : undefined
      if (place !== undefined) waiting.push(place)
    }
  }
  return [...found.values()].toSorted((a, b) => a.manifest.name.localeCompare(b.manifest.name, 'en'))
}

/** The licence of the Massachusetts Institute of Technology as it is granted by `holder`. */
const mit = (/** @type {string} */ holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** Texts that are not among the files of a package: as their repositories have them. */
const elsewhere = new Map([['simple-git', mit('2025 Steve King')]])

/** What stands in the binaries of node-llama-cpp and has no package of its own. */
const llamaCpp = {
  name: 'llama.cpp',
  version: 'as in node-llama-cpp',
  license: 'MIT',
  texts: [mit('2023-2026 The ggml authors')],
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
  if (bundled.texts.length > 0) return bundled.texts
  const known = elsewhere.get(bundled.manifest.name)
  if (known !== undefined || hand === undefined) return known === undefined ? [] : [known]
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
  const packages = all.map((bundled) => ({ ...bundled.manifest, texts: textsFor(bundled, all) }))
  const hasLlama = packages.some(({ name }) => name === 'node-llama-cpp')
  const entries = hasLlama ? [...packages, llamaCpp] : packages
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
