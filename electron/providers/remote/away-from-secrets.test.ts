import { expect, test } from 'vitest'
import { AppError, explain } from '../../../shared/errors.ts'
import { awayFromSecrets } from './away-from-secrets.ts'

/** What comes of a call to `url` where its name leads to `addresses`, and to where anything was sent. */
const called = async (url: string, addresses: readonly string[] | null) => {
  const sent: string[] = []
  const fetch = awayFromSecrets(
    async () => {
      sent.push(url)
      return new Response('good')
    },
    async (host) => {
      if (!addresses) throw new Error(`no ${host}`)
      return addresses
    },
  )
  const said = await fetch(url).then(
    (response) => response.text(),
    (error: unknown) => (error instanceof AppError ? `${error.code}: ${explain(error)}` : 'a bug'),
  )
  return [said, sent.length]
}

const refused = (host: string, address: string) => [
  `model-unreachable: The address ${host} leads to ${address}, where a machine keeps its secrets; nothing was sent. Check the base URL.`,
  0,
]

test.each<[string, readonly string[] | null, ReturnType<typeof refused>]>([
  ['http://a.example/v1', ['203.0.113.5', '2001:db8::5'], ['good', 1]],
  ['http://a.example/v1', null, ['good', 1]],
  ['http://nas.local/v1', ['fe80::1', '192.168.1.2'], ['good', 1]],
  ['http://127.0.0.1:8000/v1', null, ['good', 1]],
  ['http://a.nip.example/v1', ['169.254.169.254'], refused('a.nip.example', '169.254.169.254')],
  ['http://b.example/v1', ['203.0.113.5', '::ffff:a9fe:a9fe'], refused('b.example', '::ffff:a9fe:a9fe')],
  ['http://b.example/v1', ['fd00:ec2::254'], refused('b.example', 'fd00:ec2::254')],
  ['http://b.example/v1', ['fe80::a9fe:a9fe'], refused('b.example', 'fe80::a9fe:a9fe')],
  ['http://169.254.169.254/latest', null, refused('169.254.169.254', '169.254.169.254')],
  ['http://metadata.goog./', null, refused('metadata.goog.', 'metadata.goog.')],
])('H39 a call to %s, which leads to %j', async (url, addresses, expected) => {
  expect(await called(url, addresses)).toEqual(expected)
})
