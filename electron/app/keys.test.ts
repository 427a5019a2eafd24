import { describe, expect, test } from 'vitest'
import type { ModelChoice } from '../../shared/model.ts'
import { createKeys, type KeyStore } from './keys.ts'

const choice = (id: string, baseUrl?: string): ModelChoice => ({
  id,
  ...(baseUrl !== undefined && { baseUrl }),
})
const home = 'http://127.0.0.1:1234'

/** A store in memory. */
const storeOf = (kept: readonly (readonly [string, string])[], over: Partial<KeyStore> = {}) => {
  const map = new Map(kept)
  const store: KeyStore = {
    all: () => Promise.resolve(new Map([...map].map(([origin, key]) => [origin, { key, backend: 'box' }]))),
    keep: (origin, key) => Promise.resolve(void map.set(origin, key)).then(() => 'box'),
    forget: (origin) => Promise.resolve(void map.delete(origin)),
    ...over,
  }
  return { map, store }
}

const settled = () => new Promise((done) => setTimeout(done, 0))

describe('a key goes to the scheme, host and port it was given for', () => {
  test.each<readonly [string, string | undefined, boolean]>([
    ['openai-compatible/m', `${home}/v1`, true],
    ['openai-compatible/m', `${home}/other/v2/`, true],
    ['openai-compatible/m', ` ${home}/v1 `, true],
    ['ollama/m', home, true],
    ['openai-compatible/m', 'https://127.0.0.1:1234/v1', false],
    ['openai-compatible/m', 'http://127.0.0.1:12345/v1', false],
    ['openai-compatible/m', 'http://127.0.0.1/v1', false],
    ['openai-compatible/m', 'http://localhost:1234/v1', false],
    ['openai-compatible/m', 'http://127.0.0.1.evil.example:1234/v1', false],
    ['openai-compatible/m', 'http://127.0.0.1:1234@evil.example/v1', false],
    ['openai-compatible/m', 'http://a:b@127.0.0.1:1234/v1', false],
    ['openai-compatible/m', 'file://127.0.0.1:1234/v1', false],
    ['openai-compatible/m', `${home}/v1 http://127.0.0.1:5678/v1`, false],
    ['openai-compatible/m', `${home}/v1, ${home}/v2`, true],
    ['openai-compatible/m', undefined, false],
    ['practice', `${home}/v1`, false],
    ['llama-cpp/m', `${home}/v1`, false],
    ['nobody/m', `${home}/v1`, false],
  ])('%s at %s: %s', async (id, baseUrl, isGiven) => {
    const keys = createKeys({ env: {} })
    await keys.give({ place: { baseUrl: `${home}/v1` }, key: ' sk-1 ', keep: false })
    expect(keys.complete(choice(id, baseUrl)).apiKey).toBe(isGiven ? 'sk-1' : undefined)
  })

  test('one that a choice brings goes before it', async () => {
    const keys = createKeys({ env: {} })
    await keys.give({ place: { baseUrl: home }, key: 'sk-1', keep: false })
    const brought = { ...choice('openai-compatible/m', home), apiKey: 'sk-2' }
    expect(keys.complete(brought)).toBe(brought)
  })
})

describe('keys of the environment', () => {
  const env = {
    OPENAI_API_KEY: 'sk-env',
    OPENAI_BASE_URL: home,
    GOOGLE_API_KEY: ' ',
    GEMINI_API_KEY: 'g-env',
  }
  test('count for their provider’s own address alone', () => {
    const keys = createKeys({ env })
    expect([
      keys.complete(choice('openai/m')).apiKey,
      keys.complete(choice('openai/m', home)).apiKey,
      keys.complete(choice('openai-compatible/m', 'https://api.openai.com/v1')).apiKey,
      keys.complete(choice('google/m')).apiKey,
      keys.complete(choice('anthropic/m')).apiKey,
      keys.complete(choice('openai/m', 'http://api.openai.com/v1')).apiKey,
    ]).toEqual(['sk-env', undefined, 'sk-env', 'g-env', undefined, undefined])
  })
  test('are listed with the variable and without the key, give way to what is given, and are not forgotten', async () => {
    const keys = createKeys({ env })
    const [openai, google] = [
      {
        origin: 'https://api.openai.com',
        provider: 'openai',
        from: 'environment',
        variable: 'OPENAI_API_KEY',
      },
      {
        origin: 'https://generativelanguage.googleapis.com',
        provider: 'google',
        from: 'environment',
        variable: 'GEMINI_API_KEY',
      },
    ]
    expect(keys.list()).toEqual([openai, google])
    await keys.give({ place: { provider: 'openai' }, key: 'sk-own', keep: false })
    expect(keys.list()).toEqual([
      { origin: 'https://api.openai.com', provider: 'openai', from: 'session' },
      google,
    ])
    await keys.forget('https://api.openai.com')
    expect(keys.complete(choice('openai/m')).apiKey).toBe('sk-env')
    await expect(keys.forget('https://api.openai.com')).rejects.toThrow('environment variable OPENAI_API_KEY')
  })
})

describe('a key store', () => {
  test('what is kept is there, what is given goes before it, and what is forgotten goes from both', async () => {
    const { map, store } = storeOf([[home, 'sk-kept']])
    const keys = createKeys({ env: {}, store })
    await settled()
    const listed = [{ origin: home, provider: null, from: 'keychain', backend: 'box' }]
    expect([keys.keyOf(home), keys.list()]).toEqual(['sk-kept', listed])
    expect(await keys.give({ place: { baseUrl: home }, key: 'sk-new', keep: true })).toEqual({
      kept: 'keychain',
      backend: 'box',
    })
    expect([keys.keyOf(home), map.get(home), keys.list()]).toEqual(['sk-new', 'sk-new', listed])
    await keys.forget(home)
    expect([keys.keyOf(home), keys.list(), map.size]).toEqual([undefined, [], 0])
  })
  test('without keep nothing is written', async () => {
    const { map, store } = storeOf([])
    const given = await createKeys({ env: {}, store }).give({
      place: { baseUrl: home },
      key: 'sk',
      keep: false,
    })
    expect([given, map.size]).toEqual([{ kept: 'session', backend: null }, 0])
  })
  test.each<readonly [string, Partial<KeyStore>]>([
    ['is locked', { all: () => Promise.reject(new Error('locked')) }],
    ['never answers', { all: () => new Promise(() => {}) }],
  ])('F17: one that %s leaves the keys of this session', async (_, over) => {
    const keys = createKeys({ env: {}, ...storeOf([[home, 'sk-kept']], over) })
    await settled()
    expect(keys.complete(choice('openai-compatible/m', home)).apiKey).toBeUndefined()
    await keys.give({ place: { baseUrl: home }, key: 'sk-asked', keep: false })
    expect(keys.complete(choice('openai-compatible/m', home)).apiKey).toBe('sk-asked')
  })
  test('one that cannot write leaves the key for this session, and its bug is heard of', async () => {
    const bugs: unknown[] = []
    const { store } = storeOf([], { keep: () => Promise.reject(new Error('full')) })
    const keys = createKeys({ env: {}, store, bug: (error) => bugs.push(error) })
    const given = await keys.give({ place: { baseUrl: home }, key: 'sk', keep: true })
    expect([given, keys.keyOf(home), bugs.length]).toEqual([{ kept: 'session', backend: null }, 'sk', 1])
  })
  test('what is forgotten while it is being kept is not kept', async () => {
    const asked = Promise.withResolvers<null>()
    const { map, store } = storeOf([])
    const keep: KeyStore['keep'] = (origin, key) => asked.promise.then(() => store.keep(origin, key))
    const keys = createKeys({ env: {}, store: { ...store, keep } })
    const giving = keys.give({ place: { baseUrl: home }, key: 'sk', keep: true })
    await keys.forget(home)
    asked.resolve(null)
    await giving
    expect([keys.list(), map.size]).toEqual([[], 0])
  })
  test('what is given or forgotten while it is read stays so', async () => {
    const read = Promise.withResolvers<Awaited<ReturnType<KeyStore['all']>>>()
    const other = 'https://b.example'
    const keys = createKeys({ env: {}, ...storeOf([], { all: () => read.promise }) })
    await keys.give({ place: { baseUrl: home }, key: 'sk-new', keep: false })
    await keys.forget(other)
    read.resolve(
      new Map([
        [home, { key: 'sk-old', backend: 'box' }],
        [other, { key: 'sk-old', backend: 'box' }],
      ]),
    )
    await settled()
    expect([keys.keyOf(home), keys.keyOf(other)]).toEqual(['sk-new', undefined])
  })
})

test.each([
  ['no server', {}, 'sk'],
  ['a provider without an address', { provider: 'openai-compatible' }, 'sk'],
  ['no web address', { baseUrl: 'file:///etc' }, 'sk'],
  ['an empty key', { baseUrl: home }, ' '],
  ['a key with a line break', { baseUrl: home }, 'sk\nx'],
])('%s is no place or no key, and neither is repeated', async (_, place, key) => {
  const given = createKeys({ env: {} }).give({ place, key, keep: false })
  await expect(given).rejects.toMatchObject({ code: 'usage', message: expect.not.stringContaining('sk') })
})
