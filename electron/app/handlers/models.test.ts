import { expect, test } from 'vitest'
import { serverKinds } from '../../providers/discovery/server-kinds.ts'
import { startPlace, kinds } from '../../providers/discovery/test-places.ts'
import { createKeys } from '../keys.ts'
import { appClient, failure, testHome } from '../testing/app-client.ts'

const key = 'sk-canary-4711-do-not-show'
const offline = (): Promise<Response> => Promise.reject(new Error('No network'))

test('every provider says where it stands, whether it wants a key and has one, and what can be set', async () => {
  const keys = createKeys({ env: { OPENAI_API_KEY: key } })
  const { client } = appClient(testHome(), { keys, fetch: offline })
  const offers = new Map((await client.models.list({})).map((offer) => [offer.id, offer]))
  expect(offers.get('practice')).toMatchObject({ needsKey: false, hasKey: false, models: ['practice'] })
  expect(offers.get('openai')).toMatchObject({ needsKey: true, hasKey: true, models: [] })
  expect(offers.get('mistral')).toMatchObject({
    needsKey: true,
    hasKey: false,
    trouble: expect.stringMatching(/^Mistral wants a key; nothing was sent/),
  })
  expect(offers.get('ollama')).toMatchObject({
    needsKey: false,
    address: 'http://127.0.0.1:11434',
    servers: ['Ollama'],
    settings: { properties: { contextSize: { title: 'Context' } } },
  })
  expect(offers.get('openai-compatible')?.servers).toEqual(serverKinds.map(({ name }) => name))
  expect(JSON.stringify([...offers])).not.toContain('canary')
})

test('with `ask` those providers alone are asked for their models, and the others told without', async () => {
  const keys = createKeys({ env: { OPENAI_API_KEY: key, MISTRAL_API_KEY: key } })
  const { client } = appClient(testHome(), { keys, fetch: offline })
  const offers = await client.models.list({ ask: ['mistral', 'practice'] })
  expect(offers.filter(({ trouble }) => trouble !== undefined).map(({ id }) => id)).toEqual(['mistral'])
  expect(offers.flatMap(({ models }) => models)).toEqual(['practice'])
  expect(offers.filter(({ hasKey }) => hasKey).map(({ id }) => id)).toEqual(['openai', 'mistral'])
})

test('a base URL and a key are for the provider that is named, or else for the one without an address', async () => {
  const place = await startPlace({ ...kinds.another, '/api/tags': { models: [{ name: 'toy:1b' }] } })
  const { client } = appClient(testHome(), { keys: createKeys({ env: {} }) })
  const models = async (provider?: string) => {
    const offers = await client.models.list({
      baseUrl: provider ? place.url : `${place.url}/v1`,
      apiKey: key,
      ...(provider && { provider }),
    })
    return offers
      .filter(({ id }) => id === 'ollama' || id === 'openai-compatible')
      .flatMap((offer) => offer.models)
  }
  expect(await models()).toContain('openai-compatible/x')
  expect(await models('ollama')).toContain('ollama/toy:1b')
  const paths = place.asked.map(({ path }) => path)
  expect(paths.toSorted()).toEqual(['/api/ps', '/api/show', '/api/tags', '/v1/models'])
})

test('servers are found where the platform says, and their models described', async () => {
  const { url } = await startPlace(kinds['llama.cpp'])
  const { client } = appClient(testHome(), { places: [{ name: 'Server', url }] })
  const [found, ...others] = await client.models.find({})
  expect([found?.name, others]).toEqual(['llama.cpp', []])
  const choice = { id: found?.models[0]?.id ?? '', baseUrl: found?.baseUrl ?? '' }
  expect(await client.models.describe(choice)).toEqual({ name: 'gemma', contextSize: 8192, lanes: 4 })
  expect(await failure(client.models.describe({ ...choice, id: 'openai-compatible/other' }))).toBe(
    'model-not-found',
  )
  expect(await failure(client.models.describe({ id: 'nobody/x' }))).toBe('model-unknown')
})
