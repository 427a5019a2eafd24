import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')

const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) })

const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => `export const line${n} = ${n}`).join('\n')

const branches = (count: number) =>
  Array.from({ length: count }, (_, n) => `if (n === ${n}) return ${n + 1}`).join('\n')

/** Each file, what it says, and the rules that it breaks. */
const plants: readonly (readonly [file: string, text: string, broken: readonly string[]])[] = [
  ['short.ts', lines(300), []],
  ['long.ts', lines(301), ['eslint(max-lines)']],
  [
    'long-function.ts',
    `export const f = () => {${'\n  void 0'.repeat(60)}\n}`,
    ['eslint(max-lines-per-function)'],
  ],
  ['long.test.ts', `export const f = () => {${'\n  void 0'.repeat(60)}\n}`, []],
  ['tangled.ts', `export function f(n: number) {${branches(16)}\nreturn n }`, ['eslint(complexity)']],
  ['default.ts', 'export default 1', ['import(no-default-export)']],
  ['any.ts', 'export type Loose = any', ['typescript(no-explicit-any)']],
  [
    'parsed.ts',
    `export const f = () => { const a = JSON.parse('1'); return a }`,
    ['typescript(no-unsafe-assignment)', 'typescript(no-unsafe-return)'],
  ],
  ['floating.ts', 'export const f = () => { Promise.resolve(1) }', ['typescript(no-floating-promises)']],
  [
    'open-switch.ts',
    `export const f = (a: 'x' | 'y') => { switch (a) { case 'x': return 1 } return 2 }`,
    ['typescript(switch-exhaustiveness-check)'],
  ],
  [
    'value-import.ts',
    `import { T } from './any.ts'\nexport type U = T`,
    ['typescript(consistent-type-imports)'],
  ],
  // The one way of importing that dependency-cruiser does not see.
  ['type-query.ts', `export type U = import('./any.ts').T`, ['typescript(consistent-type-imports)']],
  ['unused.ts', 'const unused = 1\nexport const used = 2', ['eslint(no-unused-vars)']],
  ['equal.ts', 'export const f = (a: number) => a == 1', ['eslint(eqeqeq)']],
  ['loud.ts', `export const f = () => console.log('x')`, ['eslint(no-console)']],
  ['sure.ts', 'export const f = (a: number | null): number => a!', ['typescript(no-non-null-assertion)']],
  ['ignore.ts', '// @ts-ignore\nexport const a: number = 1', ['typescript(ban-ts-comment)']],
  ['camelCase.ts', 'export const a = 1', ['unicorn(filename-case)']],
  ['idle.test.ts', `import { test } from 'vitest'\ntest('nothing', () => {})`, ['vitest(expect-expect)']],
  [
    'skipped.test.ts',
    `import { expect, test } from 'vitest'\ntest.skip('a', () => expect(1).toBe(1))`,
    ['vitest(no-disabled-tests)'],
  ],
]

const scratch = mkdtempSync(join(tmpdir(), 'lint-'))
const broken = new Map<string, Set<string>>()

beforeAll(async () => {
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'), 'junction')
  writeFileSync(
    join(scratch, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2024',
        module: 'esnext',
        moduleResolution: 'bundler',
        types: [],
      },
    }),
  )
  for (const [file, text] of plants) writeFileSync(join(scratch, file), `${text}\n`)
  const paths = plants.map(([file]) => join(scratch, file))
  const args = [join(root, 'node_modules/oxlint/bin/oxlint'), '-c', 'oxlint.json', '--format=json', ...paths]
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 2 ** 26, timeout: 20_000 }, (_, stdout) =>
      done(stdout),
    )
  })
  for (const { code, filename } of Report.parse(JSON.parse(output)).diagnostics) {
    const file = basename(filename)
    broken.set(file, (broken.get(file) ?? new Set()).add(code))
  }
})

afterAll(() => rmSync(scratch, { recursive: true }))

test.each(plants)('%s', (file, _, expected) => {
  expect([...(broken.get(file) ?? [])].toSorted()).toEqual(expected)
})
