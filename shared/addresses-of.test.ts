import { expect, test } from 'vitest'
import { addressesOf } from './addresses-of.ts'

test.each<[string, string | undefined, readonly string[]]>([
  ['none', undefined, []],
  ['nothing', '', []],
  ['blanks', ' \n ', []],
  ['one', ' http://a:1/v1 ', ['http://a:1/v1']],
  ['one a line', 'http://a:1/v1\nhttp://b:1/v1\r\n', ['http://a:1/v1', 'http://b:1/v1']],
  ['commas', 'http://a:1,http://b:1, http://c:1,', ['http://a:1', 'http://b:1', 'http://c:1']],
  ['one of them twice', 'http://a:1 http://b:1 http://a:1', ['http://a:1', 'http://b:1']],
])('the addresses of %s', (_, baseUrl, addresses) => {
  expect(addressesOf(baseUrl)).toEqual(addresses)
})
