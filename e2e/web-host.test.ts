import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createApp, type App } from '../electron/app/create-app.ts'
import { nodePlatform } from '../electron/app/platform.ts'
import { readPage } from '../electron/host/web/page-files.ts'
import { startWebHost, type WebHost } from '../electron/host/web/web-host.ts'
import { ask, cookieFrom, failureOf, makePage, visit } from './web/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'longhand-web-'))
const page = readPage(makePage(join(folder, 'web')))
const beat = 40

const bugs: unknown[] = []
let app: App
let host: WebHost
let cookie = ''
let here = { host: '', origin: '' }
beforeAll(async () => {
  const settings = { read: () => Promise.resolve(null), write: () => Promise.resolve() }
  app = createApp({ ...nodePlatform((bug) => bugs.push(bug)), settings })
  host = await startWebHost(app, { page, port: 0, beat })
  const { host: name, origin } = new URL(host.address)
  here = { host: name, origin }
  cookie = await cookieFrom(host.address)
})
afterAll(async () => {
  await host.close()
  await app.close()
  rmSync(folder, { recursive: true })
  if (bugs.length > 0) throw new AggregateError(bugs, 'bugs')
})

type Asked = readonly [name: string, path: string, headers: () => Record<string, string>, status: number]

const token = (): string => new URL(host.address).search
const port = (): string => new URL(host.address).port
const evil = 'http://evil.example'

describe('the page is for the browser that was sent here, and for nobody else', () => {
  const cases: readonly Asked[] = [
    ['the printed address', '/?token', () => ({}), 303],
    ['the page, with the cookie', '/', () => ({ cookie }), 200],
    ['the page, reloaded by itself', '/', () => ({ cookie, 'sec-fetch-site': 'same-origin' }), 200],
    ['the page, from a bookmark', '/', () => ({ cookie, 'sec-fetch-site': 'none' }), 200],
    ['a file', '/assets/index-1.js', () => ({ cookie, origin: here.origin }), 200],
    ['no cookie', '/', () => ({}), 403],
    ['a file, no cookie', '/assets/index-1.js', () => ({}), 403],
    ['a cookie of another host', '/', () => ({ cookie: cookie.replace(/-\d+=/, '-1=') }), 403],
    ['a wrong cookie', '/', () => ({ cookie: `${cookie}x` }), 403],
    ['a wrong token', '/?token=AAAA', () => ({}), 403],
    ['a wrong token, with the cookie', '/?token=AAAA', () => ({ cookie }), 403],
    ['an empty token', '/?token=', () => ({}), 403],
    ['a token where none is taken', '/assets/index-1.js?token', () => ({}), 403],
    ['a name bound to this machine', '/', () => ({ cookie, host: `evil.example:${port()}` }), 403],
    ['such a name, with the token', '/?token', () => ({ host: `evil.example:${port()}` }), 403],
    ['localhost, which a name server may answer', '/', () => ({ cookie, host: `localhost:${port()}` }), 403],
    ['another port as host', '/', () => ({ cookie, host: '127.0.0.1:1' }), 403],
    ['no port as host', '/', () => ({ cookie, host: '127.0.0.1' }), 403],
    ['another origin', '/', () => ({ cookie, origin: evil }), 403],
    ['no origin, said in words', '/', () => ({ cookie, origin: 'null' }), 403],
    ['another port as origin', '/', () => ({ cookie, origin: 'http://127.0.0.1:1' }), 403],
    ['a link on another page', '/', () => ({ cookie, 'sec-fetch-site': 'cross-site' }), 403],
    ['a page on another port', '/', () => ({ cookie, 'sec-fetch-site': 'same-site' }), 403],
    ['an unknown path', '/nothing', () => ({ cookie }), 404],
    ['a file the build does not list', '/secret.txt', () => ({ cookie }), 404],
    ['the list itself', '/manifest.json', () => ({ cookie }), 404],
    ['a way up', '/../secret.txt', () => ({ cookie }), 404],
    ['a way up within', '/assets/../secret.txt', () => ({ cookie }), 404],
    ['a way up, written otherwise', '/assets/%2e%2e%2fsecret.txt', () => ({ cookie }), 404],
    ['a way up with backslashes', '/assets/..%5csecret.txt', () => ({ cookie }), 404],
    ['a path of the disk', '//etc/passwd', () => ({ cookie }), 404],
    ['a path with a null in it', '/assets/index-1.js%00.png', () => ({ cookie }), 404],
    ['a name of every object', '/__proto__', () => ({ cookie }), 404],
    ['the socket, not as a socket', '/port', () => ({ cookie }), 404],
  ]
  test.each(cases)('%s', async (_, path, headers, status) => {
    const asked = path.replace(/\?token$/, token())
    const answer = await ask(host.address, asked, { host: here.host, ...headers() })
    expect(answer.status).toBe(status)
    expect(answer.headers['set-cookie'] === undefined).toBe(status !== 303)
    if (status !== 200) expect(answer.body).not.toContain('manifest')
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
    expect((await ask(host.address, '/', { cookie }, method)).status).toBe(405)
  })

  test('a ticket lets in once, the printed address again', async () => {
    const path = new URL(host.addressOnce()).search
    const statuses = []
    for (const search of [path, path, token(), token()]) {
      statuses.push((await ask(host.address, `/${search}`)).status)
    }
    expect(statuses).toEqual([303, 403, 303, 303])
  })

  test('the token is 256 bits, and the cookie is out of every script’s and other page’s reach', async () => {
    const { headers } = await ask(host.address, `/${token()}`)
    expect(Buffer.from(new URL(host.address).searchParams.get('token') ?? '', 'base64url')).toHaveLength(32)
    expect(String(headers['set-cookie'])).toMatch(
      /^longhand-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
    expect(headers['location']).toBe('/')
  })

  test.each([
    ['the page', '/', () => ({ cookie }), 'text/html; charset=utf-8'],
    ['what is not there', '/nothing', () => ({ cookie }), 'text/plain; charset=UTF-8'],
    ['what is refused', '/', () => ({}), 'text/plain; charset=UTF-8'],
  ] as const)('the policy comes with %s', async (_, path, headers, type) => {
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
      `connect-src ws://127.0.0.1:${port()}/port; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
    expect((await ask(host.address, path, headers())).headers).toMatchObject({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-type': type,
    })
  })

  test('the files keep their types', async () => {
    const typeOf = async (path: string) => (await ask(host.address, path, { cookie })).headers['content-type']
    expect(
      await Promise.all(
        ['index-1.js', 'index-2.css', 'inter-3.woff2'].map((name) => typeOf(`/assets/${name}`)),
      ),
    ).toEqual(['text/javascript; charset=utf-8', 'text/css; charset=utf-8', 'font/woff2'])
  })
})

describe('the socket', () => {
  const attempt = async (path: string, headers: Record<string, string>): Promise<number> => {
    const socket = new WebSocket(`ws://${new URL(host.address).host}${path}`, { headers })
    return new Promise((resolve) => {
      socket.on('open', () => {
        socket.terminate()
        resolve(101)
      })
      socket.on('unexpected-response', (asked, { statusCode = 0 }) => {
        asked.destroy()
        resolve(statusCode)
      })
      socket.on('error', () => {})
    })
  }
  const cases: readonly Asked[] = [
    ['the page itself', '/port', () => ({ cookie, origin: here.origin }), 101],
    ['no origin', '/port', () => ({ cookie }), 403],
    ['another origin', '/port', () => ({ cookie, origin: evil }), 403],
    ['an origin that begins alike', '/port', () => ({ cookie, origin: `${here.origin}.evil.example` }), 403],
    ['no cookie', '/port', () => ({ origin: here.origin }), 403],
    ['the token instead of the cookie', '/port?token', () => ({ origin: here.origin }), 403],
    [
      'another name for this machine',
      '/port',
      () => ({ cookie, origin: here.origin, host: 'evil.example' }),
      403,
    ],
    [
      'a page on another port',
      '/port',
      () => ({ cookie, origin: here.origin, 'sec-fetch-site': 'same-site' }),
      403,
    ],
    ['another path', '/', () => ({ cookie, origin: here.origin }), 403],
  ]
  test.each(cases)('%s', async (_, path, headers, status) => {
    expect(await attempt(path.replace(/\?token$/, token()), headers())).toBe(status)
  })

  const bad: readonly (readonly [string, string | Buffer, number])[] = [
    ['what is no JSON', 'hello', 1008],
    ['bytes', Buffer.from('{}'), 1008],
    ['what is no call', '{"i":"1","p":{"u":"http://evil.example/x"}}', 1008],
    ['a call with headers', '{"i":"1","p":{"u":"/exports/list","h":{"content-disposition":"x"}}}', 1008],
    ['a way up', '{"i":"1","p":{"u":"/../x"}}', 1008],
    ['more than is ever sent', `"${'x'.repeat(33 * 2 ** 20)}"`, 1009],
  ]
  test.each(bad)('%s ends the connection and nothing else', async (_, message, code) => {
    const { socket } = await visit(host.address, cookie)
    socket.on('error', () => {})
    socket.send(message)
    expect((await once(socket, 'close'))[0]).toBe(code)
    const { client, socket: next } = await visit(host.address, cookie)
    expect((await client.exports.list({})).length).toBeGreaterThan(3)
    next.terminate()
  })

  test('a method that does not exist is answered, and a failure crosses as one', async () => {
    const { client, socket } = await visit(host.address, cookie)
    socket.send('{"i":"x","p":{"u":"/no/such","b":{}}}')
    expect(String((await once(socket, 'message'))[0])).toContain('404')
    expect(await failureOf(client.projects.open({ path: join(folder, 'no.longhand') }))).toBe('file-missing')
    socket.terminate()
  })

  test('a client that answers no ping is dropped, one that does stays', async () => {
    const silent = new WebSocket(`ws://${here.host}/port`, {
      headers: { cookie },
      origin: here.origin,
      autoPong: false,
    })
    const { socket } = await visit(host.address, cookie)
    const since = performance.now()
    expect((await once(silent, 'close'))[0]).toBe(1006)
    expect(performance.now() - since).toBeGreaterThan(1.5 * beat)
    expect(socket.readyState).toBe(WebSocket.OPEN)
    socket.terminate()
  })

  test('after a lost connection, opening again gives all that happened meanwhile', async () => {
    const first = await visit(host.address, cookie)
    const source =
      '---\ntitle: The Tide Tables\nunits: { label: Part, count: 2, words: { min: 40, max: 80 } }\n---\nTides.\n'
    const { project } = await first.client.projects.create({ source, folder, seed: 7 })
    const items = await first.client.projects.watch({ project })
    await items.next()
    const lost = items.next().catch(() => 'lost')
    first.socket.terminate()
    expect(await lost).toBe('lost')
    const second = await visit(host.address, cookie)
    await second.client.runs.start({ project, model: { id: 'practice' }, approve: 'auto' })
    second.socket.terminate()
    const third = await visit(host.address, cookie)
    const { seq } = await third.client.runs.ended({ project })
    const { value } = await (await third.client.projects.watch({ project })).next()
    expect(value).toMatchObject({ type: 'open', seq })
    third.socket.terminate()
  })
})

describe('ports', () => {
  test('one that is taken is refused in a sentence; without a wish another is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port: number } = Object(taken.address())
    const failed = startWebHost(app, { page, port: number })
    await expect(failed).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(`Port ${number}`),
    })
    taken.close()
    const two = [await startWebHost(app, { page }), await startWebHost(app, { page })]
    expect(new Set(two.map(({ address }) => new URL(address).port)).size).toBe(2)
    await Promise.all(two.map(({ close }) => close()))
  })

  test('a host that was started again knows only its own address; one visit there lets old pages in again', async () => {
    const first = await startWebHost(app, { page, port: 0 })
    const old = await cookieFrom(first.address)
    await first.close()
    const second = await startWebHost(app, { page, port: Number(new URL(first.address).port) })
    const path = `/${new URL(first.address).search}`
    const statuses = [await ask(second.address, '/', { cookie: old }), await ask(second.address, path)]
    expect(statuses.map(({ status }) => status)).toEqual([403, 403])
    const fresh = await cookieFrom(second.address)
    expect(fresh.split('=')[0]).toBe(old.split('=')[0])
    ;(await visit(second.address, fresh)).socket.terminate()
    await second.close()
  })

  test('a closed host is gone, with its clients', async () => {
    const short = await startWebHost(app, { page, port: 0 })
    const { socket } = await visit(short.address, await cookieFrom(short.address))
    const closed = once(socket, 'close')
    await short.close()
    await closed
    await sleep(1)
    await expect(ask(short.address, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
