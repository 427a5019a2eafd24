import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openProject } from '../electron/project/project.ts'
import { buildTerminal } from '../scripts/terminal-bundle.mjs'
import { desk } from '../shared/questions/drafts.ts'
import { leaves } from '../shared/questions/outline.ts'
import { lastRun } from '../shared/questions/phase.ts'
import { stateOf } from '../shared/project-state.ts'
import { ask, cookieFrom, makePage, visit, type Visitor } from './web/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'longhand-serve-'))
const program = join(folder, 'out/terminal/main.mjs')
const practice = { id: 'practice' } as const

beforeAll(() => {
  makePage(join(folder, 'out/web'))
  buildTerminal(process.execPath, program)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

type Serving = { readonly child: ChildProcess; readonly address: string; readonly err: Promise<string> }

const begin = (args: readonly string[]) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'serve', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], LONGHAND_HOME: folder },
  })

const serve = async (...args: readonly string[]): Promise<Serving> => {
  const child = begin(args)
  const err = text(child.stderr)
  const [address] = await once(createInterface(child.stdout), 'line')
  return { child, address: String(address), err }
}

const endOf = async ({ child, err }: Serving, signal: NodeJS.Signals) => {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = await ended
  return { code, err: await err }
}

const brief = (words: number) =>
  `---\ntitle: Tides\nunits: { label: Part, count: 2, words: { min: ${words}, max: ${words * 2} } }\n---\nTides.\n`

const enter = async (serving: Serving): Promise<Visitor> =>
  visit(serving.address, await cookieFrom(serving.address))

const create = async ({ client }: Visitor, name: string, words = 40): Promise<string> =>
  (
    await client.projects.create({
      source: brief(words),
      folder,
      path: join(folder, `${name}.longhand`),
      seed: 7,
    })
  ).project

describe('serve', () => {
  test('prints its address, and Ctrl-C ends the run, keeps it, and is no failure', async () => {
    const serving = await serve('--port', '0')
    expect(serving.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const visitor = await enter(serving)
    const project = await create(visitor, 'stopped', 2000)
    await visitor.client.runs.start({ project, model: practice, approve: 'auto' })
    const items = await visitor.client.projects.watch({ project })
    for await (const item of items) if (item.type === 'text') break
    expect(await endOf(serving, 'SIGINT')).toEqual({ code: 0, err: '' })
    const file = openProject(project, { now: Date.now })
    expect(lastRun(file.state())?.status).toBe('stopped')
    file.close()
  })

  test('with a file sends the browser to that project', async () => {
    const first = await serve('--port', '0')
    const project = await create(await enter(first), 'the first & last')
    await endOf(first, 'SIGINT')
    const second = await serve('the first & last.longhand', '--port', '0')
    const { headers } = await ask(second.address, `/${new URL(second.address).search}`)
    expect(headers['location']).toBe(`/#/project?path=${encodeURIComponent(project)}`)
    await endOf(second, 'SIGTERM')
  })

  const complaints: readonly (readonly [string, (port: string) => readonly string[], number, string])[] = [
    ['a port that is taken', (port) => ['--port', port], 2, 'cannot be used'],
    ['a port that is none', () => ['--port', '70000'], 2, 'whole number from 0 to 65535'],
    ['a file that is missing', () => ['no.longhand', '--port', '0'], 4, 'no.longhand'],
  ]
  test.each(complaints)('%s is told in one sentence', async (_, args, code, sentence) => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const child = begin(args(String(Object(taken.address()).port)))
    const [err, [ended]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    taken.close()
    expect([ended, err.trim().split('\n').length]).toEqual([code, 1])
    expect(err).toContain(sentence)
  })
})

describe('killed outright while a client saves', () => {
  test.each([1, 2, 3])('nothing that was acknowledged is lost (%i)', async (round) => {
    const serving = await serve('--port', '0')
    const visitor = await enter(serving)
    const { client } = visitor
    const project = await create(visitor, `killed ${round}`)
    await client.runs.start({ project, model: practice, approve: 'auto' })
    await client.runs.ended({ project })
    const { value } = await (await client.projects.watch({ project })).next()
    if (typeof value !== 'object' || value.type !== 'open') throw new Error('no state')
    const state = stateOf(value.records)
    const section = leaves(state)[0]?.id ?? 'section:none'
    const current = desk(state, section).current
    let base = current ? { draft: current.id, edition: current.edition } : null
    let acknowledged = 0
    const gone = once(visitor.socket, 'close').then(() => null)
    for (let letters = 1; ; letters += 1) {
      const saved = await Promise.race([
        gone,
        client.drafts
          .save({ project, section, text: 'x'.repeat(letters), base, origin: 'here' })
          .catch(() => null),
      ])
      if (!saved) break
      base = { draft: saved.draft, edition: saved.edition }
      acknowledged = letters
      if (letters === 10 * round) setTimeout(() => serving.child.kill('SIGKILL'), 3 * round)
    }
    const file = openProject(project, { now: Date.now })
    const kept = desk(file.state(), section).current?.text.length ?? 0
    file.close()
    expect(acknowledged).toBeGreaterThanOrEqual(10 * round)
    expect([acknowledged, acknowledged + 1]).toContain(kept)
  })
})
