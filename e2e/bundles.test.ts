import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseAst } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
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

test('the terminal program is one file that imports nothing but what Node brings', () => {
  expect(readdirSync(folder)).toEqual(['main.mjs'])
  const imports = new Set(importsOf(parseAst(readFileSync(bundle, 'utf8'))))
  expect([...imports].filter((name) => !isBuiltin(name))).toEqual([])
  expect([...imports]).toContain('node:sqlite')
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
