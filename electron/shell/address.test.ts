import { expect, test } from 'vitest'
import { addressOf, isPage, projectAt } from './address.ts'

test.each([
  ['app://longhand/', true],
  ['app://longhand/#/project?path=%2Fa', true],
  ['app://longhand/?path=%2Fa', false],
  ['app://longhand/index.html', false],
  ['app://longhand//', false],
  ['app://longhand./', false],
  ['app://longhand:1/', false],
  ['app://longhand.example.org/', false],
  ['app://example.org/#app://longhand/', false],
  ['blob:app://longhand/7f', false],
  ['https://longhand/', false],
  ['about:blank', false],
  ['', false],
])('%s is the page: %s', (address, expected) => {
  expect(isPage(address)).toBe(expected)
})

test.each(['/home/ann/The ferry & I #2?.longhand', 'C:\\Büch\\50 % + 1.longhand'])(
  '%s comes back',
  (path) => {
    expect(projectAt(addressOf(path))).toBe(path)
  },
)
