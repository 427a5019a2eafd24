import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../electron/app/create-app.ts'
import { createKeys } from '../electron/app/keys.ts'
import { nodePlatform } from '../electron/app/platform.ts'
import { settingsFile } from '../electron/app/settings-file.ts'
import { writeFile } from '../electron/app/write-file.ts'
import { readPage } from '../electron/host/web/page-files.ts'
import { startWebHost } from '../electron/host/web/web-host.ts'
import { systemPlatform } from '../electron/providers/system-platform.ts'
import { practiceReply } from './accept/careless.ts'
import { fourChapters } from './played.ts'
import { longhand } from './run-longhand.ts'
import { startScriptedServer } from './scripted-server/scripted-server.ts'
import type { Trouble } from './scripted-server/trouble.ts'
import { cookieFrom, failureOf, makePage, visit } from './web/visitor.ts'

/** A key as no vendor makes them: nothing but its own letters gives it away, and every encoding changes it. */
const canary = 'canary"7Q/9z+KdXy=w8%Lm\\P3'

/** What the key looks like where something was done to it. */
const forms = (key: string): readonly string[] => {
  // Base 64 depends on what stands before: all three beginnings, without the letters that neighbours change.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.from('x'.repeat(before) + key)
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  )
  return [
    key,
    encodeURIComponent(key),
    new URLSearchParams({ key }).toString().slice(4),
    JSON.stringify(key).slice(1, -1),
    JSON.stringify(JSON.stringify(key)).slice(3, -3),
    [...key].toReversed().join(''),
    Buffer.from(key).toString('hex'),
    ...base64,
    ...base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_')),
  ]
}

const wanted = forms(canary)

/** In which of its forms the key stands somewhere. */
const seenIn = (what: string | Buffer): readonly string[] =>
  wanted.filter((form) => Buffer.from(what).includes(form))

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())

const leaks = (folder: string): readonly string[] =>
  filesIn(folder).flatMap((path) => seenIn(readFileSync(path)).map((form) => `${path}: ${form}`))

const homeOf = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'longhand-canary-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** A clock on which waits are soon over. */
const hasty = () => {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    sleep: async (ms: number, signal: AbortSignal) => {
      const waited = Math.min(ms, 100)
      await systemPlatform.sleep(waited, signal)
      if (!signal.aborted) ahead += ms - waited
    },
  }
}

/** Servers that repeat the key they were shown, each in its own way. */
const echoes: readonly Trouble[] = [
  ...wanted.map((form, i) => ({
    name: `401 with form ${i}`,
    status: { code: 401, body: JSON.stringify({ error: { message: `Incorrect key provided: ${form}.` } }) },
  })),
  { name: '401 in plain words', status: { code: 401, body: `Bearer ${canary} is wrong` } },
  { name: '400', status: { code: 400, body: JSON.stringify({ detail: { headers: [`Bearer ${canary}`] } }) } },
  { name: '404', status: { code: 404, body: `<html>${canary}</html>` } },
  { name: '500', status: { code: 500, body: `{"message": "${canary}"}`, headers: { 'retry-after': '0' } } },
  {
    name: 'a way elsewhere',
    status: { code: 307, headers: { location: `https://evil.example/?key=${encodeURIComponent(canary)}` } },
  },
  {
    name: 'an error in the stream',
    after: { chunks: 1, fault: { error: `Key ${canary} ran out`, code: 401 } },
  },
  {
    name: '200 with a reply full of it',
    text: (reply) => `${wanted.join(' and ')}\n\n${reply}\n\n${wanted.join(' and ')}`,
    thinking: () => wanted.join(', '),
  },
  { name: 'a reset', after: { chunks: 2, fault: 'reset' } },
]

test.each(echoes.map((echo) => [echo.name, echo] as const))(
  'a server that repeats the key (%s): it crosses no port and is written nowhere',
  async (_, echo) => {
    const home = homeOf()
    const models = ['m', ...wanted.map((form) => `m-${form}`)]
    const server = await startScriptedServer({ reply: practiceReply, trouble: () => echo, models })
    const bugs: unknown[] = []
    const app = createApp({
      ...nodePlatform((bug) => bugs.push(bug)),
      settings: settingsFile(() => home, writeFile),
      keys: createKeys({ env: {} }),
      ...hasty(),
    })
    const host = await startWebHost(app, { page: readPage(makePage(join(home, 'web'))), port: 0 })
    onTestFinished(async () => {
      await host.close()
      await app.close()
      await server.close()
    })
    const { client, socket } = await visit(host.address, await cookieFrom(host.address))
    const crossed: string[] = []
    socket.on('message', (data: Buffer) => crossed.push(data.toString()))
    await client.keys.give({ baseUrl: server.url, key: canary, keep: true })
    const choice = { id: 'openai-compatible/m', baseUrl: server.url }
    await failureOf(client.models.try(choice))
    await failureOf(client.models.list({ baseUrl: server.url }))
    const { project } = await client.projects.create({ source: fourChapters, folder: home })
    await client.runs.start({ project, model: choice, approve: 'auto' })
    await failureOf(client.runs.ended({ project }))
    expect(server.log.some(({ headers }) => headers.authorization === `Bearer ${canary}`)).toBe(true)
    expect([crossed.length > 3, crossed.flatMap(seenIn)]).toEqual([true, []])
    expect([leaks(home), bugs]).toEqual([[], []])
  },
)

test('a whole run with a key of this session: written, stopped, gone on with, exported, listed', async () => {
  const home = homeOf()
  const server = await startScriptedServer({ reply: practiceReply, key: canary })
  const app = createApp({
    ...nodePlatform((bug) => {
      throw bug
    }),
    settings: settingsFile(() => home, writeFile),
    keys: createKeys({ env: {} }),
  })
  const host = await startWebHost(app, { page: readPage(makePage(join(home, 'web'))), port: 0 })
  const { client, socket } = await visit(host.address, await cookieFrom(host.address))
  const crossed: string[] = []
  socket.on('message', (data: Buffer) => crossed.push(data.toString()))
  const choice = { id: 'openai-compatible/m', baseUrl: server.url }
  expect(await client.keys.give({ baseUrl: server.url, key: canary, keep: true })).toEqual({
    kept: 'session',
    backend: null,
  })
  expect(await client.keys.list({})).toEqual([
    { origin: new URL(server.url).origin, provider: null, from: 'session' },
  ])
  const { project } = await client.projects.create({ source: fourChapters, folder: home })
  const watched = await client.projects.watch({ project })
  const listening = Array.fromAsync(watched).catch(() => {})
  await client.runs.start({ project, model: choice, approve: 'auto' })
  await expect.poll(() => server.log.length).toBeGreaterThan(4)
  await client.runs.stop({ project })
  await client.runs.start({ project, model: choice, approve: 'auto' })
  await client.runs.ended({ project })
  for (const form of ['md', 'docx', 'html', 'txt']) {
    await client.exports.write({ project, path: join(home, `out.${form}`) })
  }
  await client.models.list({ baseUrl: server.url })
  expect(leaks(home)).toEqual([])
  await client.projects.close({ project })
  await listening
  socket.close()
  await host.close()
  await app.close()
  await server.close()
  expect(server.log.length).toBeGreaterThan(8)
  expect([crossed.flatMap(seenIn), leaks(home)]).toEqual([[], []])
})

test('a whole run with a key of the environment, in the terminal', async () => {
  const home = homeOf()
  const server = await startScriptedServer({ reply: practiceReply, key: canary })
  onTestFinished(server.close)
  mkdirSync(join(home, 'tmp'))
  writeFileSync(join(home, 'b.md'), fourChapters)
  const env = {
    LONGHAND_HOME: join(home, 'user'),
    TMPDIR: join(home, 'tmp'),
    LONGHAND_DEBUG: '1',
    MY_KEY: canary,
  }
  const reach = ['--base-url', server.url, '--api-key-env', 'MY_KEY']
  const model = ['--model', 'openai-compatible/m', ...reach]
  const said = [
    await longhand(home, ['write', 'b.md', ...model, '-o', 'b.longhand', '--export', 'b.md.docx'], { env }),
    await longhand(home, ['resume', 'b.longhand', ...model, '--json'], { env }),
    await longhand(home, ['models', ...reach, '--json'], { env }),
    await longhand(home, ['write', 'b.md', ...model, '--base-url', `${server.url}/nothing`], { env }),
    await longhand(home, ['write', 'b.md', '--model', 'openai-compatible/m', '--api-key-env', canary], {
      env,
    }),
  ]
  expect(said.map(({ code }) => code)).toEqual([expect.toBeOneOf([0, 1]), expect.toBeOneOf([0, 1]), 0, 3, 2])
  expect([said.flatMap(({ out, err }) => seenIn(out + err)), leaks(home)]).toEqual([[], []])
})
