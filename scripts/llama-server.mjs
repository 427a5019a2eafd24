// `node scripts/llama-server.mjs [--jobs N]`: builds llama.cpp's own server from the source that comes with node-llama-cpp,
// once, and runs the tests of OpenAI-compatible servers against it. It needs git, cmake and a C++ compiler, and minutes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installMissing } from './install.mjs'
import { give, root } from './runtime.mjs'

const folder = process.env['LLAMA_SERVER_FOLDER'] ?? join(tmpdir(), 'longhand-llama-server')
const source = join(folder, 'source')
const build = join(folder, 'build')
const server = join(build, 'bin', process.platform === 'win32' ? 'llama-server.exe' : 'llama-server')
const bundle = join(root, 'node_modules/node-llama-cpp/llama/gitRelease.bundle')

/** Everything beside the server itself is left out. */
const off = [
  'LLAMA_OPENSSL',
  'LLAMA_BUILD_TESTS',
  'LLAMA_BUILD_EXAMPLES',
  'LLAMA_BUILD_UI',
  'LLAMA_USE_PREBUILT_UI',
  'GGML_OPENMP',
  'BUILD_SHARED_LIBS',
]

const run = (/** @type {string} */ program, /** @type {readonly string[]} */ args) => {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 2, 2] })
  if (error) give(`${program} is missing: install it and run this again.`)
  if (status !== 0) give(`The server could not be built: ${program} failed.`)
}

/** The commit that the source comes as. */
const head = () => {
  const { stdout } = spawnSync('git', ['bundle', 'list-heads', bundle], { encoding: 'utf8' })
  return stdout?.split(' ')[0] ?? give('git is missing: install it and run this again.')
}

/** Builds the server where that has not been done. */
function buildServer(/** @type {string} */ jobs) {
  if (existsSync(server)) return
  mkdirSync(folder, { recursive: true })
  if (!existsSync(source)) run('git', ['clone', '--quiet', '--no-checkout', bundle, source])
  run('git', ['-C', source, 'checkout', '--quiet', head()])
  const without = off.map((name) => `-D${name}=OFF`)
  run('cmake', ['-S', source, '-B', build, '-DCMAKE_BUILD_TYPE=Release', ...without])
  run('cmake', ['--build', build, '--target', 'llama-server', '-j', jobs])
}

const { values } = parseArgs({
  options: { jobs: { type: 'string', default: String(availableParallelism()) } },
})
const node = installMissing()
buildServer(values.jobs)
const suite = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'e2e/gguf/llama-server.test.ts']
const env = { ...process.env, LLAMA_SERVER: server }
process.exitCode = spawnSync(node, suite, { cwd: root, stdio: 'inherit', env }).status ?? 1
