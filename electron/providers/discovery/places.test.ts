import { expect, test } from 'vitest'
import type { Provider } from '../provider.ts'
import { providers } from '../index.ts'
import { addressesIn, placesOf } from './places.ts'

const urlsOf = (env: Readonly<Record<string, string>>) => placesOf(env).map(({ url }) => url)

test('the usual places, each once', () => {
  const ports = urlsOf({}).map((url) => new URL(url).port)
  expect(ports).toEqual(['11434', '1234', '8080', '8000', '30000', '1337', '4000'])
  expect(urlsOf({ OLLAMA_HOST: '127.0.0.1' })).toEqual(urlsOf({}))
})

test('every kind of server has a usual place, and every place is of a known kind', () => {
  const all: readonly Provider[] = providers
  const kinds = all.flatMap(({ servers }) => servers ?? [])
  expect(
    placesOf({})
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(kinds.toSorted())
})

test.each([
  ['192.168.0.7', 'http://192.168.0.7:11434'],
  ['192.168.0.7:8080', 'http://192.168.0.7:8080'],
  [':9999', 'http://127.0.0.1:9999'],
  ['0.0.0.0', 'http://127.0.0.1:11434'],
  ['0.0.0.0:80', 'http://127.0.0.1'],
  ['https://box.lan/', 'https://box.lan'],
  ['http://box.lan:1/path', 'http://box.lan:1'],
])('OLLAMA_HOST %s is %s', (host, expected) => {
  expect([urlsOf({ OLLAMA_HOST: host })[0], addressesIn({ OLLAMA_HOST: host })]).toEqual([
    expected,
    { ollama: expected },
  ])
})

test.each(['', 'http://name:secret@box.lan', 'file:///etc', 'http://', 'not a host'])(
  'OLLAMA_HOST %j names no place',
  (host) => {
    expect([urlsOf({ OLLAMA_HOST: host }), addressesIn({ OLLAMA_HOST: host })]).toEqual([urlsOf({}), {}])
  },
)

test('LONGHAND_PLACES names others instead, or none', () => {
  expect(urlsOf({ LONGHAND_PLACES: 'http://a:1/ http://b:2,rubbish' })).toEqual(['http://a:1', 'http://b:2'])
  expect(urlsOf({ LONGHAND_PLACES: '' })).toEqual([])
})
