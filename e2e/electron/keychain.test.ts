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

/** Tries a model from a fresh page; gives what the machine was asked, and quits. */
const tryOnce = async (
  home: string,
  choice: { readonly baseUrl: string; readonly apiKey?: string },
  machine: StartWishes['machine'] = {},
) => {
  const desktop = await launch({ home, machine })
  const { client } = clientOf(await firstWindow(desktop))
  const attempt = () => client.models.try({ id: 'openai-compatible/any', ...choice }).catch(() => {})
  await attempt()
  await attempt()
  await soon(() => expect(desktop.machine.answers).toEqual([]))
  const { boxes } = desktop.machine
  return { boxes, client, quit: desktop.quit }
}

const secretsOf = (home: string): string => {
  const file = join(home, 'desktop/secrets.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

test('a key that the writer keeps is there in the next session, for its server alone', async () => {
  const home = freshHome()
  const [server, other] = [await keyServer(), await keyServer()]
  const first = await tryOnce(home, { baseUrl: server.baseUrl, apiKey: 'sk-kept' }, { answers: [0] })
  expect(first.boxes.map(({ detail }) => detail)).toEqual([expect.stringContaining(server.baseUrl)])
  await soon(() => expect(secretsOf(home)).not.toBe(''))
  await first.quit()
  expect(JSON.parse(secretsOf(home))).toEqual([
    { name: server.baseUrl, backend: 'gnome_libsecret', secret: expect.any(String) },
  ])
  expect(secretsOf(home)).not.toContain('sk-kept')
  const next = await tryOnce(home, { baseUrl: server.baseUrl })
  expect(next.boxes).toEqual([])
  await next.client.models.try({ id: 'openai-compatible/any', baseUrl: other.baseUrl }).catch(() => {})
  expect(new Set(server.shown)).toEqual(new Set(['Bearer sk-kept']))
  expect(new Set(other.shown)).toEqual(new Set([undefined]))
})

test('a key that the writer does not keep lasts as long as the session', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const { boxes, client, quit } = await tryOnce(home, { baseUrl, apiKey: 'sk-once' }, { answers: [1] })
  await client.models.try({ id: 'openai-compatible/any', baseUrl }).catch(() => {})
  expect(new Set(shown)).toEqual(new Set(['Bearer sk-once']))
  expect([boxes.length, secretsOf(home)]).toEqual([1, ''])
  await quit()
  await tryOnce(home, { baseUrl })
  expect(shown.at(-1)).toBeUndefined()
})

test.each([
  ['a fixed password', { isAvailable: true, backend: 'basic_text' as const, tag: 'v11' }],
  ['an unknown backend', { isAvailable: true, backend: 'unknown' as const, tag: 'v11' }],
  ['no backend', { isAvailable: false, backend: 'gnome_libsecret' as const, tag: 'v11' }],
  ['a keyring that does not answer', { isAvailable: true, backend: 'gnome_libsecret' as const, tag: 'v10' }],
])('%s keeps nothing, and nobody is asked', async (_, safe) => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const { boxes } = await tryOnce(home, { baseUrl, apiKey: 'sk-weak' }, { safe })
  expect([boxes, secretsOf(home)]).toEqual([[], ''])
  expect(shown).toContain('Bearer sk-weak')
})

test('a key that was mistyped and kept gives way to the one that is kept later', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const first = await tryOnce(home, { baseUrl, apiKey: 'sk-wrong' }, { answers: [0] })
  await soon(() => expect(secretsOf(home)).not.toBe(''))
  await first.quit()
  const wrong = secretsOf(home)
  const { boxes, quit } = await tryOnce(home, { baseUrl, apiKey: 'sk-right' }, { answers: [0] })
  expect(boxes).toHaveLength(1)
  await soon(() => expect(secretsOf(home)).not.toBe(wrong))
  await quit()
  await tryOnce(home, { baseUrl })
  expect(shown.at(-1)).toBe('Bearer sk-right')
})

test('a secret of another backend is not read, and not thrown away', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const first = await tryOnce(home, { baseUrl, apiKey: 'sk-kept' }, { answers: [0] })
  await soon(() => expect(secretsOf(home)).not.toBe(''))
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

test('a secret that was put under another server in the file goes nowhere', async () => {
  const home = freshHome()
  const [server, thief] = [await keyServer(), await keyServer()]
  const first = await tryOnce(home, { baseUrl: server.baseUrl, apiKey: 'sk-kept' }, { answers: [0] })
  await soon(() => expect(secretsOf(home)).not.toBe(''))
  await first.quit()
  writeFileSync(join(home, 'desktop/secrets.json'), secretsOf(home).replace(server.baseUrl, thief.baseUrl))
  await tryOnce(home, { baseUrl: thief.baseUrl })
  expect(new Set(thief.shown)).toEqual(new Set([undefined]))
})

test('a page that offers many keys is asked about one at a time, and only about servers', async () => {
  const desktop = await launch()
  const { client } = clientOf(await firstWindow(desktop))
  const box = Promise.withResolvers<Electron.MessageBoxReturnValue>()
  const asked: string[] = []
  desktop.dialog.showMessageBox = (...args) => {
    const options = args.length === 1 ? args[0] : args[1]
    asked.push(options.detail?.split('\n')[0] ?? '')
    return box.promise
  }
  const offer = (baseUrl: string, apiKey: string) =>
    client.models.check({ id: 'practice', baseUrl, apiKey }).catch(() => {})
  const refused = [
    'x:sign in again',
    'file:///etc/passwd',
    'https://a:b@example.org',
    'https://a/'.padEnd(3000),
  ]
  for (const each of refused) await offer(each, 'sk-1')
  await offer('https://one.example/v1', 'sk-1')
  await offer('https://two.example/v1', 'sk-2')
  expect(asked).toEqual(['https://one.example/v1'])
  box.resolve({ response: 1, checkboxChecked: false })
  await soon(async () => {
    await offer('https://two.example/v1', 'sk-2')
    expect(asked).toEqual(['https://one.example/v1', 'https://two.example/v1'])
  })
  await offer('https://one.example/v1', 'sk-1')
  expect(asked).toHaveLength(2)
})

test('a keychain that takes its time holds no window up, and its keys are there when it answers', async () => {
  const home = freshHome()
  const { baseUrl, shown } = await keyServer()
  const first = await tryOnce(home, { baseUrl, apiKey: 'sk-kept' }, { answers: [0] })
  await soon(() => expect(secretsOf(home)).not.toBe(''))
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
