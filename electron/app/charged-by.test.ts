import { expect, test } from 'vitest'
import type { Provider } from '../providers/provider.ts'
import { isLocal } from './charged-by.ts'

const provider = (address?: string, hasEndpoint = true): Provider => ({
  id: 'new',
  name: 'New',
  about: 'A provider that is added.',
  lanes: 1,
  list: () => Promise.resolve([]),
  open: () => async function* () {},
  ...(address !== undefined && { address }),
  ...(hasEndpoint && { endpoint: () => '' }),
})

test.each<[string, Provider, string | undefined, boolean]>([
  ['no network between', provider(undefined, false), undefined, true],
  ['a program of this machine', provider('http://127.0.0.1:4321'), undefined, true],
  ['such a program elsewhere', provider('http://127.0.0.1:4321'), 'https://gpu.example', true],
  ['a vendor', provider('https://api.vendor.example/v1'), undefined, false],
  ['a vendor, through this machine', provider('https://api.vendor.example/v1'), 'http://localhost', false],
  ['any server, near', provider(), 'http://10.0.0.7:8000/v1', true],
  ['any server, far', provider(), 'https://models.example/v1', false],
  ['any server, nowhere', provider(), undefined, false],
])('nobody charges for a model by the token: %s', (_, each, baseUrl, expected) => {
  expect(isLocal({ id: 'new/m', ...(baseUrl && { baseUrl }) }, [each])).toBe(expected)
})

test('a provider that nobody knows is not free', () => {
  expect(isLocal({ id: 'constructor' })).toBe(false)
})
