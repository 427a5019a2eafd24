import { execFile } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const config = join(root, '.dependency-cruiser.cjs')
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')

const Cruise = z.object({
  modules: z.array(
    z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) }),
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})
type Cruise = z.infer<typeof Cruise>

async function cruise(cwd: string): Promise<Cruise> {
  const args = [depcruise, '--config', config, '--output-type', 'json', '.']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 2 ** 28 })
  return Cruise.parse(JSON.parse(stdout))
}

describe('the tree as it is', () => {
  let real: Cruise
  beforeAll(async () => {
    real = await cruise(root)
  })

  test('breaks no rule', () => {
    const broken = real.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
    expect(broken).toEqual([])
  })

  test('is seen whole: every file, and the imports between them', () => {
    const files = globSync('{shared,electron,renderer,e2e}/**/*.{ts,tsx}', { cwd: root })
    const seen = new Set(real.modules.map(({ source }) => source))
    expect(files.filter((file) => !seen.has(file))).toEqual([])
    const thisOne = real.modules.find(({ source }) => source === 'e2e/layers.test.ts')
    expect(thisOne?.dependencies.map(({ resolved }) => resolved)).toContain('fs')
    const reached = real.modules.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved))
    expect(reached.filter((path) => path.startsWith('shared/')).length).toBeGreaterThan(10)
  })
})

/** The layer table of the design, one line a folder: what stands behind the colon may be imported. */
const table = `
  electron/shell: electron/app shared
  electron/host: electron/app shared
  electron/app: electron/agent electron/documents electron/providers electron/project shared
  electron/agent: electron/prompts electron/providers electron/project shared
  electron/documents: shared
  electron/prompts: shared
  electron/providers: shared
  electron/project: shared
  renderer: shared
  shared:`

const layers = table
  .trim()
  .split('\n')
  .map((line) => {
    const [folder = '', below = ''] = line.trim().split(':')
    return { folder, below: below.split(' ').filter(Boolean) }
  })

type Plant = readonly [file: string, text: string, broken: readonly string[]]

const short = (folder: string) => folder.replace('electron/', '')

const upTo = (folder: string) => '../'.repeat(folder.split('/').length)

const targets = layers.map(({ folder }): Plant => [`${folder}/target.ts`, 'export const target = 1', []])

const layerPlants = layers.flatMap(({ folder, below }) =>
  layers
    .filter((other) => other.folder !== folder)
    .map(({ folder: other }): Plant => {
      const text = `export { target } from '${upTo(folder)}${other}/target.ts'`
      return [
        `${folder}/to-${short(other)}.ts`,
        text,
        below.includes(other) ? [] : [`layer-${short(folder)}`],
      ]
    }),
)

/** Each file, what it says, and the rules it breaks; a file that breaks none shows that a rule spares what it should. */
const plants: readonly Plant[] = [
  ['shared/by-type.ts', `import type { T } from '../renderer/target.ts'`, ['layer-shared']],
  ['shared/by-inline-type.ts', `import { type T } from '../renderer/target.ts'`, ['layer-shared']],
  ['shared/by-call.ts', `await import('../renderer/target.ts')`, ['layer-shared']],
  ['shared/by-effect.ts', `import '../renderer/target.ts'`, ['layer-shared']],
  ['shared/by-star.ts', `export * from '../renderer/target.ts'`, ['layer-shared']],
  ['renderer/view.tsx', `import '../electron/app/target.ts'; const b = <b>1</b>`, ['layer-renderer']],
  ['electron/prompts/a.test.ts', `import '../providers/target.ts'`, ['layer-prompts']],

  ['shared/node.ts', `import 'node:path'`, ['no-node-in-shared']],
  ['shared/old-node.ts', `import fs from 'fs'`, ['no-node-in-shared']],
  ['shared/node.test.ts', `import 'node:path'`, []],
  ['renderer/node.ts', `import type { Stats } from 'node:fs'`, ['no-node-in-renderer']],
  ['electron/agent/node.ts', `import 'node:crypto'`, ['no-node-in-agent']],
  ['electron/prompts/node.ts', `import 'node:fs/promises'`, ['no-node-in-prompts']],
  ['electron/providers/node.ts', `import 'node:crypto'`, []],

  ['shared/zod.ts', `import 'zod'`, []],
  ['shared/docx.ts', `import 'docx'`, ['packages-of-shared']],
  ['electron/documents/docx.ts', `import 'docx'`, []],

  ['electron/shell/window.ts', `import 'electron'`, []],
  ['electron/app/window.ts', `import { app } from 'electron'`, ['electron-only-in-shell']],
  ['electron/host/window.ts', `import type { App } from 'electron/main'`, ['electron-only-in-shell']],

  ['electron/project/database.ts', `import 'node:sqlite'`, []],
  [
    'electron/project/rows.ts',
    `import type { DatabaseSync } from 'node:sqlite'`,
    ['sqlite-only-in-database'],
  ],
  ['electron/app/rows.ts', `import 'better-sqlite3'`, ['sqlite-only-in-database']],

  ['e2e/server.ts', `import '../shared/target.ts'`, []],
  ['scripts/server.mjs', `import '../e2e/server.ts'`, ['nothing-imports-e2e']],

  ['shared/a.test.ts', `import './target.ts'`, []],
  ['shared/testing/builders.ts', `import 'fast-check'`, []],
  ['shared/b.test.ts', `import './testing/builders.ts'`, []],
  ['shared/from-a-test.ts', `import './a.test.ts'`, ['no-test-code-in-product']],
  ['renderer/from-builders.ts', `import '../shared/testing/builders.ts'`, ['no-test-code-in-product']],
  ['shared/test-kit.ts', `import 'fast-check'`, []],
  ['shared/c.test.ts', `import './test-kit.ts'`, []],
  ['shared/from-kit.ts', `import './test-kit.ts'`, ['no-test-code-in-product']],
  ['shared/arbitraries.ts', `import 'fast-check'`, []],
  ['renderer/from-arbitraries.ts', `import '../shared/arbitraries.ts'`, ['no-test-code-in-product']],
  ['shared/constraints/testament.ts', `import '../target.ts'`, []],
  ['shared/will.ts', `import './constraints/testament.ts'`, []],
  ['electron/app/from-vitest.ts', `import 'vitest'`, ['no-test-code-in-product']],

  ['shared/constraints/length.ts', `import '../target.ts'`, []],
  ['shared/brief.ts', `import './constraints/length.ts'`, []],
  [
    'electron/host/cli/bench/grading/grade.ts',
    `import '../../../../../shared/brief.ts'`,
    ['grading-stands-alone'],
  ],
  [
    'electron/host/cli/bench/bench.ts',
    `import '../../../../shared/brief.ts'; import './grading/grade.ts'`,
    [],
  ],

  ['shared/egg.ts', `import type { Hen } from './hen.ts'`, ['no-cycle']],
  ['shared/hen.ts', `import type { Egg } from './egg.ts'`, []], // a cycle is reported once

  ['shared/lonely.ts', `export const lonely = 1`, ['no-orphan']],
  ['shared/lonely.d.ts', `declare const lonely: 1`, []],
  ['shared/lost.ts', `import './nowhere.ts'`, ['no-unresolved']],
  ['electron/app/lost.ts', `import 'no-such-package'`, ['no-unresolved']],

  ['electron/plugins/one.ts', `import 'node:path'`, ['folder-has-a-layer']],
  ['electron/one.ts', `import '../shared/target.ts'`, ['folder-has-a-layer']],

  ['shared/utils.ts', `import './target.ts'`, ['no-banned-name']],
  ['shared/text-helpers.ts', `import './target.ts'`, ['no-banned-name']],
  ['electron/app/services/clock.ts', `export const clock = 1`, []],
  ['electron/app/clock.ts', `import './services/clock.ts'`, ['no-banned-name']],
  ['shared/commonplace.ts', `import './target.ts'`, []],

  ['shared/constraints/index.ts', `import './length.ts'`, []],
  ['electron/providers/index.ts', `import './target.ts'`, []],
  ['shared/index.ts', `import './target.ts'`, ['index-is-a-registry']],
  ['electron/agent/index.ts', `import './target.ts'`, ['index-is-a-registry']],
]

describe('a scratch tree in which every rule is broken', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'layers-'))
  const broken = new Map<string, Set<string>>()

  const write = (file: string, text: string) => {
    mkdirSync(join(scratch, dirname(file)), { recursive: true })
    writeFileSync(join(scratch, file), text)
  }

  beforeAll(async () => {
    const installed = ['zod', 'docx', 'better-sqlite3', 'vitest', 'fast-check']
    for (const name of installed) write(`node_modules/${name}/index.js`, '')
    write(
      'package.json',
      JSON.stringify({ dependencies: Object.fromEntries(installed.map((name) => [name, '1'])) }),
    )
    for (const [file, text] of [...targets, ...layerPlants, ...plants]) write(file, text)
    for (const { from, rule } of (await cruise(scratch)).summary.violations) {
      broken.set(from, (broken.get(from) ?? new Set()).add(rule.name))
    }
  })

  afterAll(() => rmSync(scratch, { recursive: true }))

  const rulesBrokenBy = (file: string) => [...(broken.get(file) ?? [])]

  test('each folder imports what the layer table says and nothing else', () => {
    const found = layerPlants.map(([file]) => [file, rulesBrokenBy(file)])
    expect(found).toEqual(layerPlants.map(([file, , expected]) => [file, expected]))
  })

  test.each(plants)('%s: %s', (file, _, expected) => {
    expect(rulesBrokenBy(file)).toEqual(expected)
  })

  test('there is a planted violation of every rule', () => {
    const Rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) })
    const rules = Rules.parse(createRequire(import.meta.url)(config)).forbidden.map(({ name }) => name)
    const planted = [...layerPlants, ...plants].flatMap(([, , expected]) => expected)
    expect([...new Set(rules)].toSorted()).toEqual([...new Set(planted)].toSorted())
  })
})
