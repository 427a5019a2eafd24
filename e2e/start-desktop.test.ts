import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { windowless } from '../scripts/electron-runtime.mjs'
import { describeEnd } from '../scripts/open-window.mjs'
import { screenRequest } from '../scripts/start-screen.mjs'

const root = join(import.meta.dirname, '..')
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'start-')))
afterAll(() => rmSync(scratch, { recursive: true }))

test.each([
  ['', { browser: false, insist: false }],
  ['a.longhand', { browser: false, insist: false, file: 'a.longhand' }],
  ['--browser', { browser: true, insist: false }],
  ['--browser a.longhand', { browser: true, insist: false, file: 'a.longhand' }],
  ['a.longhand --window', { browser: false, insist: true, file: 'a.longhand' }],
  ['serve', undefined],
  ['serve a.longhand', undefined],
  ['write brief.md', undefined],
  ['a.longhand b.longhand', undefined],
  ['--help', undefined],
])('npm start -- %s', (line, request) => {
  expect(screenRequest(line.split(' ').filter(Boolean))).toEqual(request)
})

const asRoot = "the window's sandbox does not work for the user root and is never switched off"
test.each([
  ['linux', {}, 1000, 'there is no display'],
  ['linux', { DISPLAY: '' }, 1000, 'there is no display'],
  ['linux', { DISPLAY: ':0' }, 1000, undefined],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, undefined],
  ['linux', { DISPLAY: ':0' }, 0, asRoot],
  ['darwin', {}, 0, undefined],
  ['win32', {}, undefined, undefined],
])('a window on %s with %o for user %s: %s', (platform, env, uid, reason) => {
  expect(windowless({ platform, env, uid })).toBe(reason)
})

test.each([
  ['', { code: 3, signal: null }, 'code 3'],
  ['', { code: null, signal: 'SIGTRAP' }, 'signal SIGTRAP'],
  [
    '[1:FATAL:a.cc(1)] One.\n[2:0522/1.1:ERROR:b.cc] Two lib.so: cannot open.\n\n',
    { code: 127, signal: null },
    'code 127: Two lib.so: cannot open',
  ],
  [
    'Error: no page\n    at main.mjs:1\n\nNode.js v24.1.0\n',
    { code: 1, signal: null },
    'code 1: Error: no page',
  ],
  ['', { code: null, signal: null, error: 'spawn x ENOENT' }, 'spawn x ENOENT'],
] as const)('an end with %j, %o: %s', (said, end, words) => {
  expect(describeEnd(said, end)).toBe(words)
})

const write = (path: string, content: string) => {
  const file = join(scratch, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
  return file
}

const runner = write(
  'runner.mjs',
  `import { startScreen } from '${pathToFileURL(join(root, 'scripts/start-screen.mjs')).href}'
  const [request, means] = process.argv.slice(2).map((each) => JSON.parse(each))
  const machine = { platform: 'linux', env: process.env, uid: 1000 }
  await startScreen(request, { node: process.execPath, machine, build: () => console.log('built'), ...means })`,
)
const terminal = write('terminal.mjs', `console.log('host', ...process.argv.slice(2))`)

/** A runtime whose program is this script; says where it is. */
const runtime = (name: string, script: string) => {
  chmodSync(write(`${name}/electron`, `#!${process.execPath}\n${script}`), 0o755)
  return join(scratch, name)
}

/** Electron's package without a runtime, fetched by this script. */
const packageOf = (name: string, install: string) => {
  write(`${name}/package.json`, '{"version":"45.0.0","type":"commonjs"}')
  write(`${name}/install.js`, install)
  return join(scratch, name)
}
const offline = packageOf(
  'offline',
  `require('node:fs').appendFileSync(__dirname + '/tried', 'x'); process.exit(1)`,
)

const ready = 'console.log(process.env.LONGHAND_READY)'
const works = `${ready}
  setTimeout(() => console.error(...process.argv.slice(2), process.env.ELECTRON_RUN_AS_NODE), 100)`

const begin = (dist: string, request: object = {}, means: object = {}, display = ':0') => {
  const all = { cwd: scratch, electron: offline, app: 'APP', terminal, ...means }
  const asked = { browser: false, insist: false, ...request }
  const ours = { DISPLAY: display, ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_RUN_AS_NODE: '1' }
  return spawn(process.execPath, [runner, JSON.stringify(asked), JSON.stringify(all)], {
    env: { PATH: process.env['PATH'], ...ours },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

const endOf = async (child: ReturnType<typeof begin>) => {
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: Number(code), out, err }
}

const host = (...files: readonly string[]) => `host ${['serve', ...files, '--open'].join(' ')}\n`
const because = (reason: string) => `Longhand is shown in the browser, because ${reason}.\n`

describe.skipIf(process.platform === 'win32')('npm start', () => {
  const missing = join(scratch, 'nowhere')
  const rows: readonly (readonly [
    string,
    Parameters<typeof begin>,
    { out: string; err: string; code: number },
  ])[] = [
    ['is told to use the browser', ['', { browser: true }], { out: host(), err: '', code: 0 }],
    [
      'has no display, and does not look for a runtime',
      ['', { file: '/a.longhand' }, {}, ''],
      { out: host('/a.longhand'), err: because('there is no display'), code: 0 },
    ],
    [
      'has no runtime',
      [missing],
      { out: host(), err: because(`${join(missing, 'electron')} is missing`), code: 0 },
    ],
    [
      'has a runtime that works, and gives it the file',
      [runtime('works', works), { file: '/a b.longhand' }],
      { out: 'built\n', err: 'APP /a b.longhand undefined\n', code: 0 },
    ],
    [
      'has a runtime that works and then fails',
      [runtime('falls', `${ready}\nsetTimeout(() => process.exit(7), 100)`)],
      { out: 'built\n', err: '', code: 7 },
    ],
    [
      'meets an app that is running already',
      [runtime('elsewhere', '')],
      { out: 'built\n', err: '', code: 0 },
    ],
    [
      'has a runtime that fails',
      [runtime('fails', 'console.error("[1:2] Missing libgtk-3.so.0."); process.exitCode = 127')],
      {
        out: `built\n${host()}`,
        err: because('the window failed to open (code 127: Missing libgtk-3.so.0)'),
        code: 0,
      },
    ],
    [
      'has a runtime that dies',
      [runtime('dies', 'process.kill(process.pid, "SIGTRAP")')],
      { out: `built\n${host()}`, err: because('the window failed to open (signal SIGTRAP)'), code: 0 },
    ],
    [
      'has a runtime that never shows a window',
      [runtime('hangs', 'setInterval(() => {}, 1000)'), {}, { limit: 500 }],
      { out: `built\n${host()}`, err: because('the window did not open within 0.5 seconds'), code: 0 },
    ],
  ]
  test.concurrent.each(rows)('%s', async (_, given, expected) => {
    expect(await endOf(begin(...given))).toEqual(expected)
  })

  const fetching =
    "Longhand: fetching Electron's runtime for its window, once (120 MB; at most 3 minutes)...\n"
  const unfetched = because("Electron's runtime could not be fetched (npm start -- --window tries again)")

  test('fetches the runtime, and for a day does not try again unless it is told to', async () => {
    const tries = () => readFileSync(join(offline, 'tried'), 'utf8').length
    const start = async (request: object, err: string, tried: number) => {
      expect([await endOf(begin('', request)), tries()]).toEqual([{ out: host(), err, code: 0 }, tried])
    }
    await start({}, fetching + unfetched, 1)
    await start({}, unfetched, 1)
    await start({ insist: true }, fetching + unfetched, 2)
    const yesterday = Date.now() / 1000 - 25 * 60 * 60
    utimesSync(join(offline, 'not-fetched'), yesterday, yesterday)
    await start({}, fetching + unfetched, 3)
  })

  test('fetches the runtime once', async () => {
    runtime('online/dist', works)
    const electron = packageOf(
      'online',
      `const { writeFileSync } = require('node:fs')
      writeFileSync(__dirname + '/dist/version', '45.0.0')
      writeFileSync(__dirname + '/path.txt', 'electron')`,
    )
    const ran = { out: 'built\n', err: 'APP undefined\n', code: 0 }
    expect(await endOf(begin('', {}, { electron }))).toEqual({ ...ran, err: fetching + ran.err })
    expect(await endOf(begin('', {}, { electron }))).toEqual(ran)
  })

  test.each([
    ['before its window', ''],
    ['with its window', ready],
  ])('is interrupted %s, and opens no browser', async (_name, first) => {
    const waits = `process.on('SIGINT', () => process.exit(130)); setInterval(() => {}, 1000)`
    const up = join(scratch, `up-${first.length}`)
    const told = `require('node:fs').writeFileSync(${JSON.stringify(up)}, '')`
    const child = begin(runtime(`waits-${first.length}`, `${waits}; ${first}\n${told}`))
    const ended = endOf(child)
    while (!existsSync(up)) await setTimeout(20)
    child.kill('SIGINT')
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 130, out: 'built\n', err: '' })
  })
})
