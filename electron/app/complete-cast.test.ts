import { expect, test } from 'vitest'
import { startPlace, kinds } from '../providers/discovery/test-places.ts'
import { completeCast } from './complete-cast.ts'
import { nodePlatform } from './platform.ts'

const platform = nodePlatform((bug) => {
  throw bug
})

test('the context and the lanes of a server are taken where nothing else was asked', async () => {
  const { url } = await startPlace(kinds['llama.cpp'])
  const model = { id: 'openai-compatible/gemma', baseUrl: `${url}/v1` }
  const other = { id: 'openai-compatible/gone', baseUrl: 'http://127.0.0.1:9/v1' }
  expect(await completeCast(platform, { model, roles: { planner: [other, model] } })).toEqual({
    model: { ...model, context: 8192 },
    roles: { planner: [other, { ...model, context: 8192 }], writer: [], reviewer: [] },
    lanes: 4,
  })
  expect(await completeCast(platform, { model: { ...model, context: 2000 }, lanes: 1 })).toEqual({
    model: { ...model, context: 2000 },
    lanes: 1,
  })
})

test('a pool has the lanes of all its servers', async () => {
  const [one, two] = [await startPlace(kinds['llama.cpp']), await startPlace(kinds['llama.cpp'])]
  const model = { id: 'openai-compatible/gemma', baseUrl: `${one.url}/v1 ${two.url}/v1` }
  expect(await completeCast(platform, { model })).toEqual({ model: { ...model, context: 8192 }, lanes: 8 })
})

test('a server that says nothing holds a start up for two seconds at most', async () => {
  const { url } = await startPlace({ '/v1/models': null, '/props': null })
  const asked = { model: { id: 'openai-compatible/x', baseUrl: `${url}/v1` } }
  const began = performance.now()
  expect(await completeCast(platform, asked)).toEqual(asked)
  expect(performance.now() - began).toBeLessThan(2600)
})
