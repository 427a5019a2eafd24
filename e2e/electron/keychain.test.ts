import { createServer } from 'node:http'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { clientOf, firstWindow, freshHome, launch, soon, type StartWishes } from './stand-in/start.ts'

/** A server that notes the keys it is shown and refuses them all. */
const keyServer = async () => {
  const shown: (string | undefined)[] = []
  const server = createServer((request, response) => {
    shown.push(request.headers.authorization)
    response.writeHead(401).end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = Object(server.address())
  return { baseUrl: `http://127.0.0.1:${port}/v1`, shown }
}

/** Gives a key, where there is one, and tries a model from a fresh page; gives what the machine was asked. */
const tryOnce = async (
  home: string,
  { baseUrl, key, keep = true }: { readonly baseUrl: string; readonly key?: string; readonly keep?: boolean },
  machine: StartWishes['machine'] = {},
) => {
  const desktop = await launch({ home, machine })
  const { client } = clientOf(await firstWindow(desktop))
  const given = key === undefined ? null : await client.keys.give({ baseUrl, key, keep })
  await client.models.try({ id: 'openai-compatible/any', baseUrl }).catch(() => {})
  const { boxes } = desktop.machine
  return { boxes, client, given, quit: desktop.quit }
}

const originOf = (address: string): string => new URL(address).origin

const secretsOf = (home: string): string => {
  const file = join(home, 'desktop/secrets.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

test('a key that the writer keeps is there in the next session, for its server alone', async () => {
  const home = freshHome()
  const [server, other] = [await keyServer(), await keyServer()]
  const first = await tryOnce(home, { baseUrl: server.baseUrl, key: 'sk-kept' })
  expect([first.boxes, first.given]).toEqual([[], { kept: 'keychain', backend: 'gnome_libsecret' }])
  await first.quit()
  expect(JSON.parse(secretsOf(home))).toEqual([
    { name: originOf(server.baseUrl), backend: 'gnome_libsecret', secret: expect.any(String) },
  ])
  expect(secretsOf(home)).not.toContain('sk-kept')
  const next = await tryOnce(home, { baseUrl: server.baseUrl })
  expect(await next.client.keys.list({})).toEqual([
    { origin: originOf(server.baseUrl), provider: null, from: 'keychain', backend: 'gnome_libsecret' },
  ])
  await next.client.models.try({ id: 'openai-compatible/any', baseUrl: other.baseUrl }).catch(() => {})
  expect(new Set(server.shown)).toEqual(new Set(['Bearer sk-kept']))
  expect(new Set(other.shown)).toEqual(new Set([undefined]))
})

test('a key that the writer does not keep lasts as long as the session', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const { boxes, client, quit } = await tryOnce(home, { baseUrl, key: 'sk-once', keep: false })
  await client.models.try({ id: 'openai-compatible/any', baseUrl }).catch(() => {})
  expect(new Set(shown)).toEqual(new Set(['Bearer sk-once']))
  expect([boxes, secretsOf(home)]).toEqual([[], ''])
  await quit()
  await tryOnce(home, { baseUrl })
  expect(shown.at(-1)).toBeUndefined()
})

test('two keys that are kept at once are both there in the next session, and two forgotten at once are not', async () => {
  const home = freshHome()
  const origins = ['http://127.0.0.1:8001', 'http://127.0.0.1:8002', 'http://127.0.0.1:8003']
  const first = await launch({ home })
  const { client } = clientOf(await firstWindow(first))
  await Promise.all(
    origins.map((origin) => client.keys.give({ baseUrl: `${origin}/v1`, key: 'sk-kept', keep: true })),
  )
  await first.quit()
  const next = await launch({ home })
  const again = clientOf(await firstWindow(next)).client
  const known = async () => (await again.keys.list({})).map(({ origin }) => origin).toSorted()
  await soon(async () => expect(await known()).toEqual(origins))
  await Promise.all(origins.slice(1).map((origin) => again.keys.forget({ origin })))
  expect(JSON.parse(secretsOf(home))).toMatchObject([{ name: origins[0] }])
})

const weak = [
  ['a fixed password', { isAvailable: true, backend: 'basic_text' as const, tag: 'v11' }, 1],
  ['an unknown backend', { isAvailable: true, backend: 'unknown' as const, tag: 'v11' }, 1],
  [
    'a keyring that does not answer',
    { isAvailable: true, backend: 'gnome_libsecret' as const, tag: 'v10' },
    1,
  ],
  ['no backend', { isAvailable: false, backend: 'gnome_libsecret' as const, tag: 'v11' }, 0],
] as const

test.each(weak)('%s keeps nothing unless the writer insists, who is asked', async (_, safe, questions) => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const { boxes, given } = await tryOnce(home, { baseUrl, key: 'sk-weak' }, { safe })
  expect([boxes.length, given, secretsOf(home)]).toEqual([questions, { kept: 'session', backend: null }, ''])
  expect(boxes.every(({ detail, defaultId }) => detail?.includes(originOf(baseUrl)) && defaultId === 1)).toBe(
    true,
  )
  expect(new Set(shown)).toEqual(new Set(['Bearer sk-weak']))
})

test.each(weak.filter(([, , questions]) => questions === 1))(
  '%s keeps a key for a writer who insists',
  async (_, safe) => {
    const home = freshHome()
    const { baseUrl, shown } = await keyServer()
    const first = await tryOnce(home, { baseUrl, key: 'sk-weak' }, { safe, answers: [0] })
    expect(first.given).toMatchObject({ kept: 'keychain' })
    await first.quit()
    shown.length = 0
    await tryOnce(home, { baseUrl }, { safe })
    expect(shown.at(-1)).toBe('Bearer sk-weak')
  },
)

test('a key that is forgotten is gone from the session and from what is kept', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const { client, quit } = await tryOnce(home, { baseUrl, key: 'sk-kept' })
  await client.keys.forget({ origin: originOf(baseUrl) })
  await client.models.try({ id: 'openai-compatible/any', baseUrl }).catch(() => {})
  expect([shown.at(-1), JSON.parse(secretsOf(home)), await client.keys.list({})]).toEqual([undefined, [], []])
  await quit()
})

test('a key that was mistyped and kept gives way to the one that is kept later', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const first = await tryOnce(home, { baseUrl, key: 'sk-wrong' })
  await first.quit()
  const wrong = secretsOf(home)
  const { quit } = await tryOnce(home, { baseUrl, key: 'sk-right' })
  expect(secretsOf(home)).not.toBe(wrong)
  await quit()
  await tryOnce(home, { baseUrl })
  expect(shown.at(-1)).toBe('Bearer sk-right')
})

test('a secret of another backend is not read, and not thrown away', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const first = await tryOnce(home, { baseUrl, key: 'sk-kept' })
  await first.quit()
  const kept = secretsOf(home)
  const elsewhere = await tryOnce(
    home,
    { baseUrl },
    {
      safe: { isAvailable: true, backend: 'kwallet6', tag: 'v11' },
    },
  )
  expect(shown.at(-1)).toBeUndefined()
  await elsewhere.quit()
  expect(secretsOf(home)).toBe(kept)
  await tryOnce(home, { baseUrl })
  expect(shown.at(-1)).toBe('Bearer sk-kept')
})

test('a secret that is encrypted anew does not bring back the key that another has replaced meanwhile', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const first = await tryOnce(home, { baseUrl, key: 'sk-old' })
  await first.quit()
  const read = Promise.withResolvers<null>()
  const isRead = Promise.withResolvers<null>()
  const desktop = await launch({
    home,
    before: async () => {
      const { safeStorage } = await import('./stand-in/electron.ts')
      const decrypt = safeStorage.decryptStringAsync
      safeStorage.decryptStringAsync = async (encrypted) => {
        const { result } = await decrypt(encrypted)
        isRead.resolve(null)
        await read.promise
        return { result, shouldReEncrypt: true }
      }
    },
  })
  const { client } = clientOf(await firstWindow(desktop))
  await isRead.promise
  await client.keys.give({ baseUrl, key: 'sk-new', keep: true })
  read.resolve(null)
  // Until the old one would have been written.
  await new Promise((done) => setTimeout(done, 100))
  await desktop.quit()
  await tryOnce(home, { baseUrl })
  expect(shown.at(-1)).toBe('Bearer sk-new')
})

test('a secret that was put under another server in the file goes nowhere', async () => {
  const home = freshHome()
  const [server, thief] = [await keyServer(), await keyServer()]
  const first = await tryOnce(home, { baseUrl: server.baseUrl, key: 'sk-kept' })
  await first.quit()
  writeFileSync(
    join(home, 'desktop/secrets.json'),
    secretsOf(home).replace(originOf(server.baseUrl), originOf(thief.baseUrl)),
  )
  await tryOnce(home, { baseUrl: thief.baseUrl })
  expect(new Set(thief.shown)).toEqual(new Set([undefined]))
})

test('a page that gives many keys is asked about one at a time, and only about servers', async () => {
  const safe = { isAvailable: true, backend: 'basic_text' as const, tag: 'v11' }
  const desktop = await launch({ machine: { safe } })
  const { client } = clientOf(await firstWindow(desktop))
  const box = Promise.withResolvers<Electron.MessageBoxReturnValue>()
  const asked: string[] = []
  desktop.dialog.showMessageBox = (...args) => {
    const options = args.length === 1 ? args[0] : args[1]
    asked.push(options.detail?.split('\n')[0] ?? '')
    return box.promise
  }
  const give = (baseUrl: string, key: string) => client.keys.give({ baseUrl, key, keep: true })
  const refused = [
    'x:sign in again',
    'file:///etc/passwd',
    'https://a:b@example.org',
    'https://a/'.padEnd(3000, 'a'),
  ]
  for (const each of refused)
    await expect(give(each, 'sk-1')).rejects.toMatchObject({ data: { code: 'usage' } })
  const first = give('https://one.example/v1', 'sk-1')
  expect(await give('https://two.example/v1', 'sk-2')).toEqual({ kept: 'session', backend: null })
  expect(asked).toEqual(['https://one.example'])
  box.resolve({ response: 1, checkboxChecked: false })
  expect(await first).toEqual({ kept: 'session', backend: null })
})

test('a keychain that takes its time holds no window up, and its keys are there when it answers', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const first = await tryOnce(home, { baseUrl, key: 'sk-kept' })
  await first.quit()
  const unlocked = Promise.withResolvers<boolean>()
  const desktop = await launch({
    home,
    before: async () => {
      const { safeStorage } = await import('./stand-in/electron.ts')
      safeStorage.isAsyncEncryptionAvailable = () => unlocked.promise
    },
  })
  const { client } = clientOf(await firstWindow(desktop))
  const attempt = () => client.models.try({ id: 'openai-compatible/any', baseUrl }).catch(() => {})
  await attempt()
  expect(shown.at(-1)).toBeUndefined()
  unlocked.resolve(true)
  await soon(async () => {
    await attempt()
    expect(shown.at(-1)).toBe('Bearer sk-kept')
  })
})
