import { createPackage } from '@electron/asar'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFakeElectron } from '../scripts/fake-electron.mjs'
import {
  faultsOfArchive,
  faultsOfConfig,
  faultsOfEngine,
  faultsOfFuses,
} from '../scripts/inspect-package.mjs'
import { enginePackages } from '../scripts/stage-engine.mjs'
import { isPermitted, thirdParty } from '../scripts/third-party.mjs'

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'package-')))
afterAll(() => rmSync(scratch, { recursive: true }))

type Files = Readonly<Record<string, string>>

const lay = (folder: string, files: Files) => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(scratch, folder, name, '..'), { recursive: true })
    writeFileSync(join(scratch, folder, name), content)
  }
  return join(scratch, folder)
}

test.each([
  ['MIT', true],
  ['Apache-2.0', true],
  ['(MIT OR GPL-3.0)', true],
  ['(MIT AND Zlib)', false],
  ['GPL-3.0-only', false],
  [undefined, false],
])('the licence %s is permitted: %s', (expression, expected) => {
  expect(isPermitted(expression)).toBe(expected)
})

test('the notice holds the licence of all that is bundled and all that it depends on', () => {
  const place = (name: string) => `node_modules/${name}/package.json`
  const base = lay('bundle', {
    [place('a')]: '{"name":"a","version":"1.0.0","license":"MIT","dependencies":{"b":"2","c":"1"}}',
    'node_modules/a/LICENSE': 'Text of a.',
    [place('b')]: '{"name":"b","version":"1.0.0","license":"GPL-3.0"}',
    [place('a/node_modules/b')]: '{"name":"b","version":"2.0.0","license":"ISC","author":"Ann <a@b.c>"}',
    [place('c')]: '{"name":"c","version":"1.0.0","license":"ISC","author":{"name":"Ann"}}',
    'node_modules/c/license.md': 'Text of c.',
    'node_modules/c/license.js': 'export {}',
    [place('d')]: '{"name":"d","version":"1.0.0"}',
  })
  const line = '-'.repeat(78)
  expect(thirdParty(base, ['node_modules/a'])).toEqual({
    notice: `Longhand holds these packages, or parts of them, with what they depend on.

${line}
a 1.0.0 (MIT)

Text of a.

${line}
b 2.0.0 (ISC)

Text of c.

${line}
c 1.0.0 (ISC)

Text of c.
`,
    faults: [],
    names: ['a', 'b', 'c'],
  })
  expect(thirdParty(base, ['node_modules/b', 'node_modules/d']).faults).toEqual([
    'b is under GPL-3.0, which is not permitted.',
    'b brings no licence text, nor does a package by the same hand.',
    'd is under no licence, which is not permitted.',
    'd brings no licence text, nor does a package by the same hand.',
  ])
})

const keys = [
  'author',
  'description',
  'desktopName',
  'license',
  'main',
  'name',
  'private',
  'productName',
  'type',
]
const sound: Files = {
  'package.json': JSON.stringify(Object.fromEntries([...keys, 'version'].map((key) => [key, '']))),
  'desktop/main.mjs': '// node_modules/a/index.js',
  'desktop/preload.cjs': '',
  'desktop/page/index.html': '<!doctype html>',
  'desktop/page/assets/index-BLD1i2ew.js': '',
  'licences/longhand.txt': 'MIT',
  'licences/third-party.txt': '---\na 1.0.0 (MIT)\n',
}
const { 'desktop/preload.cjs': _, ...withoutPreload } = sound

const archives: readonly (readonly [string, Files, readonly string[]])[] = [
  ['as it should be', sound, []],
  ['without a file', withoutPreload, ['desktop/preload.cjs is missing.']],
  ['with a source', { ...sound, 'electron/main.ts': '' }, ['electron/main.ts is not expected.']],
  ['with settings', { ...sound, '.env': '' }, ['.env is not expected.']],
  ['with a package', { ...sound, 'node_modules/a/x.js': '' }, ['node_modules/a/x.js is not expected.']],
  [
    'with a source map',
    { ...sound, 'desktop/page/assets/index-BLD1i2ew.js.map': '' },
    ['desktop/page/assets/index-BLD1i2ew.js.map is not expected.'],
  ],
  [
    'with the name of one',
    { ...sound, 'desktop/preload.cjs': '//# sourceMappingURL=a.map' },
    ['desktop/preload.cjs holds a source map.'],
  ],
  [
    "with this machine's paths",
    { ...sound, 'desktop/main.mjs': `'${join(import.meta.dirname, '..')}/x'` },
    ['desktop/main.mjs holds a path of this machine.'],
  ],
  [
    "with another's paths",
    { ...sound, 'desktop/main.mjs': '"/Users/ann/x.ts"' },
    ['desktop/main.mjs holds a home folder.'],
  ],
  [
    'whose scripts import what is not there',
    {
      ...sound,
      'desktop/main.mjs': 'import { app } from "electron";\nimport "node:fs";\nimport { z } from "zod";\n',
      'desktop/preload.cjs': 'let electron = require("electron");\nlet fs = require("node:fs");\n',
    },
    ['desktop/main.mjs imports zod.', 'desktop/preload.cjs imports node:fs.'],
  ],
  [
    'without a licence',
    { ...sound, 'licences/third-party.txt': '---\nb 1.0.0 (MIT)\n' },
    ['The licence of a is missing.'],
  ],
  [
    'with more said of it than is needed',
    { ...sound, 'package.json': '{"name":"a","scripts":{}}' },
    [`package.json holds name, scripts, and not ${[...keys, 'version'].join(', ')}.`],
  ],
  [
    'too large',
    { ...sound, 'desktop/preload.cjs': ' '.repeat(15 * 1024 * 1024) },
    [expect.stringMatching(/^The archive has \d+ bytes, and the limit is 15728640\.$/)],
  ],
]

test.each(archives)('an archive %s', async (name, files, faults) => {
  const archive = join(scratch, `${name}.asar`)
  await createPackage(lay(name, files), archive)
  expect(faultsOfArchive(archive, ['a'])).toEqual(faults)
})

const llama = 'node_modules/node-llama-cpp'
const engine: Files = {
  'llama-engine.mjs': '',
  [`${llama}/dist/index.js`]: '',
  'node_modules/@node-llama-cpp/linux-x64/bins/linux-x64/llama-addon.node': '',
}
const { 'llama-engine.mjs': _program, ...withoutProgram } = engine

const engines: readonly (readonly [string, Files, readonly string[]])[] = [
  ['as it should be', engine, []],
  ['without its program', withoutProgram, ['llama-engine.mjs is missing from the engine.']],
  [
    'with the binaries of a graphics processor',
    { ...engine, 'node_modules/@node-llama-cpp/linux-x64-cuda/bins/llama-addon.node': '' },
    [
      'The engine has 2 binaries, and should have one.',
      'node_modules/@node-llama-cpp/linux-x64-cuda/bins/llama-addon.node is not expected in the engine.',
    ],
  ],
  [
    'with the source of llama.cpp',
    { ...engine, [`${llama}/llama/gitRelease.bundle`]: '' },
    [`${llama}/llama/gitRelease.bundle is not expected in the engine.`],
  ],
  [
    'with what it needs to be built',
    { ...engine, 'node_modules/cmake-js/index.js': '' },
    ['node_modules/cmake-js/index.js is not expected in the engine.'],
  ],
]

test.each(engines)('the process for GGUF files %s', (name, files, faults) => {
  expect(faultsOfEngine(lay(`engine ${name}`, files))).toEqual(faults)
})

test('with it go the packages that it needs to run, those for one system, and the licence of all', () => {
  const folders = enginePackages()
  expect(folders.filter((folder) => folder.includes('@node-llama-cpp/'))).toHaveLength(1)
  expect(folders.filter((folder) => /\/(?:cmake-js|yargs|node-addon-api)$/u.test(folder))).toEqual([])
  const { faults, notice } = thirdParty(join(import.meta.dirname, '..'), folders)
  expect(faults).toEqual([])
  expect(notice).toContain('llama.cpp as in node-llama-cpp (MIT)')
})

test('the fuses of a program are read where they stand', async () => {
  await makeFakeElectron(join(scratch, 'runtime'))
  expect(faultsOfFuses(join(scratch, 'runtime/electron'))).toEqual([
    'The fuse runAsNode is not off.',
    'The fuse enableCookieEncryption is not on.',
    'The fuse enableNodeOptionsEnvironmentVariable is not off.',
    'The fuse enableNodeCliInspectArguments is not off.',
    'The fuse enableEmbeddedAsarIntegrityValidation is not on.',
    'The fuse onlyLoadAppFromAsar is not on.',
    'The fuse grantFileProtocolExtraPrivileges is not off.',
  ])
})

test('a configuration that lacks everything is told so', () => {
  expect(faultsOfConfig({})).toEqual([
    'The app is not packed as an archive.',
    'Files that end in .longhand do not open the app.',
    'The formats are , , .',
    'The AppImage is started with switches.',
    'The runtime is not hardened on macOS.',
  ])
})
