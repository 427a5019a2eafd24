import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { missingPackages } from '../scripts/install.mjs'
import { lockHoles } from '../scripts/lockcheck.mjs'
import { runCheck } from '../scripts/run-check.mjs'
import { unsuitable } from '../scripts/runtime.mjs'
import { tallyOf } from '../scripts/tally.mjs'
import { newestChange } from '../scripts/terminal-bundle.mjs'

const group = (child: ChildProcess) => process.kill(-Number(child.pid), 'SIGINT')

const root = join(import.meta.dirname, '..')
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'setup-')))
afterAll(() => rmSync(scratch, { recursive: true }))

test.each([
  ['v18.20.4', 'linux', 'x64', 'Longhand needs Node 20 or newer, and this is Node 18.20.4: '],
  ['v20.0.0', 'linux', 'x64', undefined],
  ['v24.0.0', 'linux', 'x64', undefined],
  [
    'v22.18.0',
    'linux',
    'arm64',
    'Longhand needs Node 24 or newer on linux arm64, and this is Node 22.18.0: ',
  ],
  [
    'v22.18.0',
    'darwin',
    'arm64',
    'Longhand needs Node 24 or newer on darwin arm64, and this is Node 22.18.0: ',
  ],
  ['v24.0.0', 'win32', 'x64', undefined],
  ['v100.1.0', 'darwin', 'x64', undefined],
])('Node %s on %s %s: %s', (version, platform, arch, sentence) => {
  const advice = 'install Node 24 from https://nodejs.org and run the same command again.'
  expect(unsuitable({ version, platform, arch })).toBe(sentence && sentence + advice)
})

const lock = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/a/node_modules/b': { version: '2.0.0' },
  'node_modules/c-darwin': { version: '3.0.0', optional: true },
}
const { '': _, ...whole } = lock
const { 'node_modules/a': a, ...withoutA } = whole
const { 'node_modules/c-darwin': __, ...withoutC } = whole

test.each([
  ['nothing is installed', undefined, ['node_modules/a', 'node_modules/a/node_modules/b']],
  ['all is installed', whole, []],
  ['a package for another platform is left out', withoutC, []],
  ['a package is missing', withoutA, ['node_modules/a']],
  ['a version differs', { ...whole, 'node_modules/a': { ...a, version: '1.0.1' } }, ['node_modules/a']],
  [
    'the same version is another file',
    { ...whole, 'node_modules/a': { ...a, integrity: 'x' } },
    ['node_modules/a'],
  ],
  [
    'an optional one is old',
    { ...whole, 'node_modules/c-darwin': { version: '2.0.0' } },
    ['node_modules/c-darwin'],
  ],
  ['something extra is installed', { ...whole, 'node_modules/d': { version: '1.0.0' } }, []],
])('what has to be installed when %s', (_name, present, expected) => {
  expect(missingPackages(lock, present)).toEqual(expected)
})

test.each([
  ['beside', { '': { optionalDependencies: { x: '1' } }, 'node_modules/x': {} }, []],
  ['missing', { '': { optionalDependencies: { x: '1' } } }, ['x 1, wanted by package.json']],
  [
    'within',
    { 'node_modules/a': { optionalDependencies: { x: '1' } }, 'node_modules/a/node_modules/x': {} },
    [],
  ],
  [
    'further up',
    { 'node_modules/a/node_modules/b': { optionalDependencies: { x: '1' } }, 'node_modules/x': {} },
    [],
  ],
  [
    'within another',
    { 'node_modules/a': { optionalDependencies: { x: '1' } }, 'node_modules/b/node_modules/x': {} },
    ['x 1, wanted by node_modules/a'],
  ],
  [
    'with a scope',
    { 'node_modules/@s/a': { optionalDependencies: { '@s/x': '1' } }, 'node_modules/@s/x': {} },
    [],
  ],
])('an optional package in the lock file: %s', (_name, packages, holes) => {
  expect(lockHoles(packages)).toEqual(holes)
})

test('the newest change counts folders and files, not tests', () => {
  const at = (file: string, seconds: number) => utimesSync(join(scratch, file), seconds, seconds)
  mkdirSync(join(scratch, 'src/deep'), { recursive: true })
  for (const file of ['src/deep/a.ts', 'src/deep/a.test.ts']) writeFileSync(join(scratch, file), '')
  at('src/deep/a.ts', 2000)
  at('src/deep/a.test.ts', 9000)
  at('src/deep', 3000)
  at('src', 1000)
  expect(newestChange([join(scratch, 'src')])).toBe(3_000_000)
  at('src/deep/a.ts', 4000)
  expect(newestChange([join(scratch, 'src'), join(scratch, 'nowhere')])).toBe(4_000_000)
})

const vitest = (passed: number, failed: number, pending: number) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
  })

test.each([
  ['check:types', true, '', { passed: 1, failed: 0, skipped: 0 }],
  ['check:types', false, '', { passed: 0, failed: 1, skipped: 0 }],
  ['check:unit', true, vitest(7, 0, 0), { passed: 7, failed: 0, skipped: 0 }],
  ['check:unit', false, vitest(6, 1, 0), { passed: 6, failed: 1, skipped: 0 }],
  ['check:unit', true, vitest(6, 0, 1), { passed: 6, failed: 0, skipped: 1 }],
  ['check:unit', false, vitest(7, 0, 0), { passed: 7, failed: 1, skipped: 0 }],
  ['check:unit', true, vitest(0, 0, 0), { passed: 0, failed: 1, skipped: 0 }],
  ['check:unit', true, '', { passed: 0, failed: 1, skipped: 0 }],
  [
    'check:browser',
    false,
    JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } }),
    { passed: 3, failed: 2, skipped: 0 },
  ],
])('%s that ended well: %s, with the report %s', (check, ok, report, expected) => {
  const file = join(scratch, 'report.json')
  writeFileSync(file, report)
  expect(tallyOf(check, ok, file)).toEqual(expected)
})

test.skipIf(process.platform === 'win32')(
  'a check that runs too long is stopped with all that it started',
  async () => {
    const late = join(scratch, 'late')
    const command = `(sleep 1; echo late > "${late}") & echo begun; wait`
    const { ok, output } = await runCheck(command, process.env, 400)
    expect({ ok, output }).toEqual({ ok: false, output: 'begun\n\nStopped: it ran longer than 0.4 s.\n' })
    await setTimeout(900)
    expect(existsSync(late)).toBe(false)
  },
)

test.each([
  ['', 'Set LONGHAND_DATA to the folder or file with the benchmark data, then run npm run accept again.\n'],
  ['no/such/place', 'LONGHAND_DATA names no/such/place, and there is no such file or folder.\n'],
])('npm run accept with LONGHAND_DATA=%s says what to do', (data, sentence) => {
  const env = { ...process.env, LONGHAND_DATA: data, INIT_CWD: scratch }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/accept.mjs'], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: sentence })
})

describe.skipIf(process.platform === 'win32')('the program, run by the start script', () => {
  const program = join(scratch, 'program.mjs')
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'
    let signals = 0
    process.on('SIGINT', () => {
      signals += 1
      if (signals > 1) return
      setTimeout(() => {
        writeFileSync('stopped', 'yes')
        console.log(signals)
        process.exit(130)
      }, 300)
    })
    console.log([process.cwd(), ...process.argv.slice(2)].join(' '))
    if (process.argv[2] === 'end') process.exit(Number(process.argv[3]))
    if (process.argv[2] === 'die') process.kill(process.pid, 'SIGKILL')
    setTimeout(() => {}, 20_000)`,
  )
  const runner = join(scratch, 'runner.mjs')
  const script = pathToFileURL(join(root, 'scripts/run-program.mjs')).href
  writeFileSync(
    runner,
    `import { runProgram } from '${script}'
    runProgram(process.execPath, ${JSON.stringify(program)}, process.argv.slice(2))`,
  )

  const start = (folder: string, ...args: string[]) => {
    mkdirSync(join(scratch, folder), { recursive: true })
    const env = { ...process.env, INIT_CWD: join(scratch, folder) }
    // A group of its own stands for the terminal's.
    return spawn(process.execPath, [runner, ...args], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  }

  const ended = async (child: ReturnType<typeof start>) => {
    const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
    // As a shell sees it: a second interrupt may find the start script already on its way out, with the same status.
    const { exitCode, signalCode } = child
    return [output, exitCode ?? 128 + (signalCode === null ? 0 : constants.signals[signalCode])]
  }

  test.each([
    ['its arguments, working folder and exit code', ['end', '3', 'a b', '--', '-x'], 3],
    ['a signal that ends it', ['die'], 137],
  ])('passes %s', async (_name, args, code) => {
    expect(await ended(start('there', ...args))).toEqual([
      `${join(scratch, 'there')} ${args.join(' ')}\n`,
      code,
    ])
  })

  test.each([
    ['the start script alone', (child: ChildProcess) => child.kill('SIGINT')],
    [
      'the start script twice, as npm does',
      (child: ChildProcess) => child.kill('SIGINT') && child.kill('SIGINT'),
    ],
    ['the whole group, as a terminal does', group],
    ['the group, and once more by npm', (child: ChildProcess) => group(child) && child.kill('SIGINT')],
  ])('is interrupted once by a SIGINT to %s', async (_name, interrupt) => {
    const child = start('here', 'wait')
    await once(child.stdout, 'readable')
    interrupt(child)
    expect(await ended(child)).toEqual([`${join(scratch, 'here')} wait\n1\n`, 130])
  })

  test('is told to stop when the start script is killed outright', async () => {
    const child = start('orphan', 'wait')
    await once(child.stdout, 'readable')
    child.kill('SIGKILL')
    const stopped = join(scratch, 'orphan/stopped')
    for (let tries = 0; tries < 100 && !existsSync(stopped); tries += 1) await setTimeout(50)
    expect(statSync(stopped).size).toBe(3)
  })
})
