import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseAst } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { writeGguf } from './gguf/make-gguf.ts'
import { buildTerminal } from '../scripts/terminal-bundle.mjs'
import { ask, cookieFrom, makePage, visit } from './web/visitor.ts'

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'bundle-')))
const folder = join(scratch, 'terminal')
const bundle = join(folder, 'main.mjs')

beforeAll(() => {
  buildTerminal(process.execPath, bundle)
}, 60_000)

afterAll(() => rmSync(scratch, { recursive: true }))

const Literal = z.object({ value: z.string() })
const Import = z.object({
  type: z.enum(['ImportDeclaration', 'ImportExpression', 'ExportNamedDeclaration', 'ExportAllDeclaration']),
  source: Literal,
})
const Require = z.object({
  type: z.literal('CallExpression'),
  callee: z.object({ type: z.literal('Identifier'), name: z.string().regex(/^(__)?require/) }),
  arguments: z.tuple([Literal]),
})

/** What a syntax tree imports or requires by a literal name, wherever that stands. */
function importsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const within = Object.values(node).flatMap(importsOf)
  if (!('source' in node || 'callee' in node)) return within
  const imported = Import.safeParse(node).data?.source ?? Require.safeParse(node).data?.arguments[0]
  return imported === undefined ? within : [...within, imported.value]
}

test.each([
  ['the terminal program', 'main.mjs', []],
  ['the process for GGUF files beside it', 'llama-engine.mjs', ['node-llama-cpp']],
])('%s (%s) is one file, and imports besides what Node brings %j', (_, file, strangers) => {
  expect(readdirSync(folder).toSorted()).toEqual(['llama-engine.mjs', 'main.mjs'])
  const imports = new Set(importsOf(parseAst(readFileSync(join(folder, file), 'utf8'))))
  expect([...imports].filter((name) => !isBuiltin(name))).toEqual(strangers)
})

const canFind = (name: string) => {
  try {
    return createRequire(bundle).resolve(name) !== ''
  } catch {
    return false
  }
}

const env = { PATH: process.env['PATH'] ?? '', LONGHAND_HOME: scratch }

test('it runs where neither electron nor any package can be found', () => {
  expect(['electron', 'zod', 'commander', 'hono', 'ws'].filter(canFind)).toEqual([])
  const help = execFileSync(process.execPath, [bundle, '--help'], { cwd: scratch, env, encoding: 'utf8' })
  const commands = ['write', 'resume', 'check', 'export', 'models', 'serve']
  expect(commands.filter((command) => !help.includes(command))).toEqual([])
})

test('a model in a GGUF file is refused there in a sentence, and the project is kept', () => {
  writeGguf(join(scratch, 'tiny.gguf'), { kind: 'random' })
  writeFileSync(join(scratch, 'brief.md'), 'A report on the tides of a small harbour, in two chapters.')
  const args = [bundle, 'write', 'brief.md', '--model', `llama-cpp/${join(scratch, 'tiny.gguf')}`]
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    cwd: scratch,
    env,
    encoding: 'utf8',
  })
  expect(status).toBe(3)
  expect(stdout + stderr).toContain('What runs GGUF files (node-llama-cpp) is not installed.')
  expect(readdirSync(scratch).filter((name) => name.endsWith('.longhand'))).toHaveLength(1)
})

test('there it also serves the page beside it, and answers its socket', async () => {
  makePage(join(scratch, 'web'))
  const child = spawn(process.execPath, [bundle, 'serve', '--port', '0'], { cwd: scratch, env })
  const ended = once(child, 'exit')
  const [line] = await once(createInterface(child.stdout), 'line')
  const address = String(line)
  const cookie = await cookieFrom(address)
  expect((await ask(address, '/', { cookie })).status).toBe(200)
  const { client, socket } = await visit(address, cookie)
  expect((await client.models.list({})).map(({ id }) => id)).toContain('practice')
  socket.terminate()
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})
