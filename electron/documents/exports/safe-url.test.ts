import { expect, test } from 'vitest'
import { safeUrl } from './safe-url.ts'

test.each([
  ['https://example.org/a?b=1&c=2#d', 'https://example.org/a?b=1&c=2#d'],
  ['HTTP://EXAMPLE.org', 'http://example.org/'],
  ['mailto:ann@example.org?subject=a b', 'mailto:ann@example.org?subject=a%20b'],
  ['https://例え.jp/道', 'https://xn--r8jz45g.jp/%E9%81%93'],
  ['https://example.org/"<>|^`{}', 'https://example.org/%22%3C%3E%7C%5E%60%7B%7D'],
  ['javascript:alert(1)', null],
  ['java\tscript:alert(1)', null],
  [' \u0001javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['vbscript:x', null],
  ['data:text/html,<script>', null],
  ['file:///etc/passwd', null],
  ['smb://host/share', null],
  ['//example.org/x', null],
  ['chapter-2.md', null],
  ['#part', null],
  ['http://', null],
  ['', null],
  [`https://example.org/${'x'.repeat(2000)}`, null],
])('%j leaves as %j', (address, url) => {
  expect(safeUrl(address)).toBe(url)
})
