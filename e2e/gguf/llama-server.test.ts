import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openaiCompatible } from '../../electron/providers/openai-compatible.ts'
import { openModel } from '../../electron/providers/open-model.ts'
import { systemPlatform } from '../../electron/providers/system-platform.ts'
import type { AttemptEvent } from '../../electron/providers/attempt.ts'
import type { ModelRequest } from '../../shared/model.ts'
import { requestFor, wholeOf } from './asking.ts'
import type { Answer } from './asking.ts'
import { writeGguf } from './make-gguf.ts'

// Run by `node scripts/llama-server.mjs`, which builds the program and names it.
const program = process.env['LLAMA_SERVER'] ?? ''
const scratch = mkdtempSync(join(tmpdir(), 'llama-server-'))

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts the server with a model that never ends by itself, and waits until it answers. */
const startServer = async () => {
  const path = join(scratch, 'endless.gguf')
  writeGguf(path, { kind: 'bigram', text: 'the sea and the wind and the sea' })
  const port = String(await freePort())
  const args = [
    '-m',
    path,
    '--host',
    '127.0.0.1',
    '--port',
    port,
    '-t',
    '1',
    '-c',
    '16384',
    '-np',
    '4',
    '--jinja',
  ]
  const child = spawn(program, args, { stdio: 'ignore' })
  const base = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 300; tries += 1) {
    const isReady = await fetch(`${base}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) break
    await sleep(100)
  }
  return { child, choice: { id: 'openai-compatible/endless', baseUrl: `${base}/v1` } }
}

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => {
  server.child.kill()
  rmSync(scratch, { recursive: true })
})

const events = (request: ModelRequest, signal = new AbortController().signal) =>
  openModel(server.choice, { ...systemPlatform, random: () => 0.1 }).model(request, signal)
const ask = async (request: ModelRequest): Promise<Answer> => wholeOf(await Array.fromAsync(events(request)))

test('it lists its model', async () => {
  expect(await openaiCompatible.list(server.choice, systemPlatform)).toHaveLength(1)
})

test('it streams, ends at the bound, and counts what it read, wrote and knew already', async () => {
  const first = await ask(requestFor('Write.'))
  const again = await ask(requestFor('Write.'))
  expect(first.last).toMatchObject({ type: 'end', finish: 'length' })
  expect(first.text).toMatch(/^( ?\w+)+$/u)
  expect([first.usage.output, first.usage.input > 300]).toEqual([60, true])
  expect([again.text, again.usage.cached > 300]).toEqual([first.text, true])
})

const verdict = z.object({
  point: z.int().min(1).max(40),
  verdict: z.enum(['kept', 'broken', 'unsure']),
  quote: z.string().max(12),
})

test('it keeps to a schema, whatever the seed', async () => {
  const json = z.toJSONSchema(verdict)
  const seeds = Array.from({ length: 12 }, (_, seed) => seed)
  const answers = await Promise.all(
    seeds.map((seed) => ask(requestFor('Judge.', { json, seed, temperature: 1, maxOutput: 400 }))),
  )
  expect(answers.filter(({ text }) => !verdict.safeParse(JSON.parse(text)).success)).toEqual([])
})

test('it is stopped within 200 ms, and answers the next', async () => {
  const stop = new AbortController()
  const said: AttemptEvent[] = []
  let stoppedAt = Infinity
  for await (const event of events(requestFor('On.', { maxOutput: 4000 }), stop.signal)) {
    said.push(event)
    if (said.length === 10) {
      stoppedAt = performance.now()
      stop.abort()
    }
  }
  expect([performance.now() - stoppedAt < 200, said.length]).toEqual([true, 10])
  expect(await ask(requestFor('Write.'))).toMatchObject({ last: { type: 'end' } })
})

test('four are answered at once', async () => {
  const begun: number[] = []
  const ended: number[] = []
  await Promise.all(
    ['one', 'two', 'three', 'four'].map(async (task) => {
      for await (const event of events(requestFor(task, { maxOutput: 200 }))) {
        if (event.type === 'text') begun.push(performance.now())
        else if (event.type === 'end') ended.push(performance.now())
      }
    }),
  )
  expect(ended).toHaveLength(4)
  const firstEnd = Math.min(...ended)
  expect(begun.filter((time) => time < firstEnd).length).toBeGreaterThan(400)
})

test('a reply is cut where the server is killed, what came is kept, and then nobody answers', async () => {
  const said: AttemptEvent[] = []
  for await (const event of events(requestFor('On.', { maxOutput: 4000 }))) {
    said.push(event)
    if (said.length === 10) server.child.kill('SIGKILL')
  }
  const { text, last } = wholeOf(said)
  expect([text.length > 20, last]).toEqual([
    true,
    expect.objectContaining({ failure: expect.objectContaining({ code: 'reply-cut', scope: 'attempt' }) }),
  ])
  const stop = AbortSignal.timeout(2000)
  const next = (await Array.fromAsync(events(requestFor('Write.'), stop))).at(0)
  expect(next).toMatchObject({ type: 'wait', because: expect.stringContaining('does not answer') })
})
