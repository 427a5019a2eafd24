import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/websocket'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createConnection } from './create-connection.ts'
import { openSocket } from './socket.ts'

const rhythm = { every: 15_000, limit: 10_000 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** One end of a socket. What is closed here is not told to the other end: nobody may be left there. */
class End extends EventTarget {
  readyState: number = WebSocket.CONNECTING
  other: End | null = null
  deaf = false
  open(): void {
    this.readyState = WebSocket.OPEN
    this.dispatchEvent(new Event('open'))
  }
  send(data: unknown): void {
    const { other } = this
    queueMicrotask(() => {
      if (other?.readyState === WebSocket.OPEN && !other.deaf) {
        other.dispatchEvent(new MessageEvent('message', { data }))
      }
    })
  }
  close(): void {
    this.readyState = WebSocket.CLOSING
  }
  /** What the browser says once it knows that a socket has ended. */
  end(): void {
    this.readyState = WebSocket.CLOSED
    this.dispatchEvent(new Event('close'))
  }
}

/** A host and a connection to it; `sockets` are the page's ends, the newest last. */
const joined = (opens = true) => {
  const sockets: End[] = []
  const beats: number[] = []
  const links: string[] = []
  const router = {
    projects: {
      seen: os.handler(() => {
        beats.push(Date.now() - start)
      }),
      known: os.handler(() => new Promise<never>(() => {})),
      watch: os.handler(async function* () {
        yield 'open'
        await new Promise<never>(() => {})
      }),
    },
  }
  const handler = new RPCHandler(router)
  const start = Date.now()
  const make = (): WebSocket => {
    const [page, host] = [new End(), new End()]
    page.other = host
    host.other = page
    host.readyState = WebSocket.OPEN
    handler.upgrade(host as EventTarget as WebSocket)
    sockets.push(page)
    if (opens) queueMicrotask(() => page.open())
    return page as EventTarget as WebSocket
  }
  const connection = createConnection(openSocket(make), rhythm)
  connection.onLink((link) => links.push(link))
  const silence = (): void => {
    for (const { other } of sockets) if (other) other.deaf = true
  }
  return { connection, sockets, beats, links, silence }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('a host that answers is asked every 15 s, over one socket', async () => {
  const { sockets, beats, links } = joined()
  await pass(46_000)
  expect([beats, links, sockets.length]).toEqual([[0, 15_000, 30_000, 45_000], ['open'], 1])
})

test('a socket whose host vanished without a word is dropped 10 s after the beat, and made again', async () => {
  const { connection, sockets, links, silence } = joined()
  await pass(1_000)
  silence()
  await pass(23_900)
  expect(links).toEqual(['open'])
  await pass(200)
  expect([links, sockets[0]?.readyState]).toEqual([['open', 'lost'], WebSocket.CLOSING])
  await pass(1_000)
  expect([links, connection.link(), sockets.length]).toEqual([['open', 'lost', 'open'], 'open', 2])
})

test('the end of a socket that was dropped makes no third one', async () => {
  const { sockets, links, silence } = joined()
  await pass(1_000)
  silence()
  await pass(26_000)
  sockets[0]?.end()
  await pass(5_000)
  expect([links, sockets.length]).toEqual([['open', 'lost', 'open'], 2])
})

test('a page that comes back asks at once', async () => {
  const { connection, beats, links, silence } = joined()
  await pass(4_000)
  connection.hurry()
  await pass(1_000)
  silence()
  connection.hurry()
  await pass(10_100)
  expect([beats, links]).toEqual([
    [0, 4_000],
    ['open', 'lost'],
  ])
})

test('a socket that never stands is given up after 10 s', async () => {
  const { sockets, links } = joined(false)
  await pass(10_900)
  expect([links, sockets.length]).toEqual([['lost'], 2])
})

test('what was asked and what was followed over a dropped socket fails as a loss', async () => {
  const { connection, silence } = joined()
  const { client } = connection
  const known = client.projects.known({}).catch((error: unknown) => error)
  const items = await client.projects.watch({ project: 'a' })
  await items.next()
  const next = items.next().catch((error: unknown) => error)
  silence()
  await pass(26_000)
  expect([await known, await next]).toMatchObject([{ code: 'stopped' }, { code: 'stopped' }])
})
