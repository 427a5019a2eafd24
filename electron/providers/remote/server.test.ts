import { expect, test } from 'vitest'
import { AppError, explain } from '../../../shared/errors.ts'
import { serverOf } from './server.ts'

const tried = (baseUrl: string | undefined, apiKey?: string): string => {
  try {
    return serverOf({ id: 'openai-compatible/m', ...(baseUrl && { baseUrl }), ...(apiKey && { apiKey }) })
      .base
  } catch (error) {
    return error instanceof AppError ? `${error.code}: ${error.message}` : 'a bug'
  }
}

const secret = 'usage: No model server stands at'

test.each([
  ['http://127.0.0.1:1234/v1', 'http://127.0.0.1:1234/v1'],
  ['https://Example.COM/v1//', 'https://example.com/v1'],
  ['  http://[::1]:8080  ', 'http://[::1]:8080'],
  [undefined, 'usage: This model needs the base URL of its server.'],
  ['   ', 'usage: This model needs the base URL of its server.'],
  ['127.0.0.1:1234', 'usage: The base URL is not a web address.'],
  ['localhost:1234', 'usage: A base URL begins with http or https, not with “localhost:”.'],
  ['file:///etc/passwd', 'usage: A base URL begins with http or https, not with “file:”.'],
  ['ftp://a/v1', 'usage: A base URL begins with http or https, not with “ftp:”.'],
  ['javascript:alert(1)', 'usage: A base URL begins with http or https, not with “javascript:”.'],
  ['http://me:secret@a/v1', 'usage: A base URL must not hold a name or a password.'],
  ['http://me@a/v1', 'usage: A base URL must not hold a name or a password.'],
  ['http://a/v1?api_key=secret', 'usage: A base URL ends with its path.'],
  ['http://a/v1#x', 'usage: A base URL ends with its path.'],
  ['http://169.254.169.254/latest', `${secret} 169.254.169.254: there a machine keeps its secrets.`],
  ['http://2852039166/', `${secret} 169.254.169.254: there a machine keeps its secrets.`],
  ['http://0xa9.0xfe.0xa9.0xfe/', `${secret} 169.254.169.254: there a machine keeps its secrets.`],
  ['http://[::ffff:169.254.169.254]/', `${secret} [::ffff:a9fe:a9fe]: there a machine keeps its secrets.`],
  ['http://[fd00:ec2::254]/', `${secret} [fd00:ec2::254]: there a machine keeps its secrets.`],
  ['http://[fd00:0ec2:0::0254]/', `${secret} [fd00:ec2::254]: there a machine keeps its secrets.`],
  [
    'http://METADATA.google.internal./',
    `${secret} metadata.google.internal.: there a machine keeps its secrets.`,
  ],
])('H39 base URL %s: %s', (baseUrl, expected) => {
  expect(tried(baseUrl)).toBe(expected)
})

test.each([
  [' sk-1234 \n', 'http://a'],
  ['sk-12 34', 'usage: The key holds characters that no key can hold.'],
  ['sk-1\r\nHost: b', 'usage: The key holds characters that no key can hold.'],
  ['schlüssel', 'usage: The key holds characters that no key can hold.'],
])('key %j: %s', (key, expected) => {
  expect(tried('http://a', key)).toBe(expected)
})

test('no message repeats a password or a key', () => {
  const said = ['http://me:hunter22@a', 'http://a/?key=hunter22', 'hunter22://a b'].map((baseUrl) => {
    try {
      return serverOf({ id: 'openai-compatible/m', baseUrl }).base
    } catch (error) {
      return error instanceof AppError ? explain(error) : 'a bug'
    }
  })
  expect(said.join(' ')).not.toContain('hunter22@')
  expect(said.slice(0, 2).join(' ')).not.toContain('hunter22')
})
