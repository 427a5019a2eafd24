import { Command } from 'commander'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../app/create-app.ts'
import { nodePlatform } from '../../app/platform.ts'
import { joinApp } from '../port-pair.ts'
import { addGettingCommands } from './get-model.ts'
import { noScreen } from './screen.ts'
import { render } from './spans.ts'

const bytes = Buffer.from('GGUF'.padEnd(200, 'x'))

/** Runs one command against a server of one file; `halting` stops it once half has come, `there` stands there before. */
const ran = async (
  listener: RequestListener,
  args: readonly string[],
  { halting = false, there }: { readonly halting?: boolean; readonly there?: Buffer } = {},
) => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const folder = mkdtempSync(join(tmpdir(), 'longhand-get-'))
  if (there) writeFileSync(join(folder, 'small.gguf'), there)
  const { port } = Object(server.address()) as { readonly port: number }
  const app = createApp({
    ...nodePlatform(() => {}),
    modelsFolder: () => folder,
    catalogue: [
      {
        id: 'small',
        name: 'Small',
        about: 'Small.',
        file: 'small.gguf',
        url: `http://127.0.0.1:${port}/small.gguf`,
        bytes: 200,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        licence: 'MIT',
        contextSize: 8192,
        contextBytes: 1,
        thinks: false,
      },
    ],
  })
  const { client, close } = joinApp(app)
  onTestFinished(async () => {
    await app.close()
    close()
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })
  const stop = new AbortController()
  const said: string[] = []
  let code = -1
  const models = new Command('models').option('--json')
  addGettingCommands(models, async (json, command) => {
    code = await command({
      client,
      serve: app.serve,
      env: { npm_lifecycle_event: 'longhand' },
      folder,
      json,
      screen: {
        ...noScreen,
        tell: (...lines) => void said.push(...lines.map((line) => render(line, { colour: false }))),
        draw: (lines) => void (halting && lines.length > 0 && stop.abort()),
      },
      complain: (sentence) => said.push(sentence),
      print: (line) => said.push(line),
      stopping: stop.signal,
      started: 0,
      now: Date.now,
    })
  })
  await models.parseAsync(['node', 'models', ...args])
  return [code, ...said]
}

const whole: RequestListener = (_, response) => void response.end(bytes)
const halves: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': 200 })
  response.write(bytes.subarray(0, 100))
}

test('a model is fetched, and named as it is to be asked for', async () => {
  const here = '{"id":"small","state":"here","model":"llama-cpp/small"}'
  expect(await ran(whole, ['get', 'small', '--json'])).toEqual([0, here])
})

test('what to do next is a command that can be pasted', async () => {
  expect([(await ran(whole, ['get'])).at(-1), (await ran(whole, ['get', 'small'])).at(-1)]).toEqual([
    'Get one by its id, like this: npm run -s longhand -- models get small',
    'Small is here. Write with: npm run -s longhand -- write brief.md --model llama-cpp/small',
  ])
})

test('Ctrl-C holds a download, and what has arrived is kept', async () => {
  expect(await ran(halves, ['get', 'small'], { halting: true })).toEqual([
    130,
    'Held. What has arrived is kept; the same command goes on.',
  ])
})

test('a damaged file is said to be, and fetched again', async () => {
  const there = Buffer.from('GGUF'.padEnd(200, '-'))
  expect(await ran(whole, ['get', 'small', '--json'], { there })).toEqual([
    0,
    expect.stringContaining('small.gguf was damaged: its checksum differs.'),
    expect.stringContaining('"state":"here"'),
  ])
})

test('what goes wrong is said', async () => {
  const gone: RequestListener = (_, response) => void response.writeHead(404).end()
  expect(await ran(gone, ['get', 'small'])).toEqual([3, expect.stringContaining('(404)')])
})

test('without a name the catalogue is listed', async () => {
  const [code, listed] = await ran(whole, ['get', '--json'])
  expect([code, JSON.parse(String(listed))]).toMatchObject([
    0,
    { catalogue: [{ id: 'small', state: 'none' }] },
  ])
})
