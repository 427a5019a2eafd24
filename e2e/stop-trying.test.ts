import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
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
import { cookieFrom, makePage, visit, type Visitor } from './web/visitor.ts'

/** A model server that writes and never ends; `begun` and `left` count its calls, and those whose caller has gone. */
const endlessServer = async () => {
  const seen = { begun: 0, left: 0 }
  const server = createServer(({ method }, response) => {
    if (method !== 'POST') return void response.writeHead(404).end()
    seen.begun += 1
    response.on('close', () => (seen.left += 1))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const part = {
      id: '1',
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: { content: 'On. ' } }],
    }
    const writing = setInterval(() => response.write(`data: ${JSON.stringify(part)}\n\n`), 50)
    response.on('close', () => clearInterval(writing))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${Object(server.address()).port}/v1`, seen }
}

/** A page of a Longhand of its own; `bugs` are all that it has heard of. */
const visited = async () => {
  const home = mkdtempSync(join(tmpdir(), 'longhand-trial-'))
  const bugs: unknown[] = []
  const app = createApp({
    ...nodePlatform((bug) => bugs.push(bug)),
    settings: settingsFile(() => home, writeFile),
    keys: createKeys({ env: {} }),
  })
  const host = await startWebHost(app, { page: readPage(makePage(join(home, 'web'))), port: 0 })
  onTestFinished(async () => {
    await host.close()
    await app.close()
    rmSync(home, { recursive: true, force: true })
  })
  return { bugs, visitor: await visit(host.address, await cookieFrom(host.address)) }
}

test.each<readonly [string, (visitor: Visitor, stop: () => void) => void]>([
  ['is stopped by the writer', (_, stop) => stop()],
  ['was begun by a page that goes', ({ socket }) => socket.close()],
])('a trial that %s leaves the server at once, and asks nothing more', async (_, end) => {
  const { baseUrl, seen } = await endlessServer()
  const { bugs, visitor } = await visited()
  const asking = new AbortController()
  const choice = { id: 'openai-compatible/endless', baseUrl }
  visitor.client.models.try(choice, { signal: asking.signal }).catch(() => {})
  await expect.poll(() => seen.begun).toBe(1)
  end(visitor, () => asking.abort())
  await expect.poll(() => seen.left, { timeout: 2000 }).toBe(1)
  await new Promise((done) => setTimeout(done, 200))
  expect([seen, bugs]).toEqual([{ begun: 1, left: 1 }, []])
})
