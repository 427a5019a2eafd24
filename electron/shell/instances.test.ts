import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { projectsIn } from './instances.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'instances-')))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string): string => join(folder, name)
for (const name of ['book.longhand', 'Mein Büch#2.LongHand', 'book.txt']) writeFileSync(at(name), '')
mkdirSync(at('folder.longhand'))
symlinkSync(at('folder.longhand'), at('link.longhand'))

const book = at('book.longhand')
const odd = at('Mein Büch#2.LongHand')

test.each<readonly [string, unknown, readonly string[]]>([
  ['a path', book, [book]],
  ['a path in other letters, as Windows takes it', odd, [odd]],
  ['an address, as some Linux desktops give it', pathToFileURL(odd).href, [odd]],
  ['an address on another machine', `file://example.org${book}`, []],
  ['an address on no machine', `file:${book}`, []],
  ['an address with an encoded slash', pathToFileURL(book).href.replace(/\/book/u, '%2Fbook'), []],
  ['an address with an end of its own', `${pathToFileURL(at('book.txt')).href}%00.longhand`, []],
  ['an address of the web', `https://example.org${book}`, []],
  ['a relative path', 'book.longhand', []],
  ['a path that is not there', at('none.longhand'), []],
  ['a path with an end of its own', `${at('book.txt')}\0.longhand`, []],
  ['another kind of file', at('book.txt'), []],
  ['a folder', at('folder.longhand'), []],
  ['a link to a folder', at('link.longhand'), []],
  ['a switch', `--app=${book}`, []],
  ['nothing', null, []],
])('%s: %j', (_, given, expected) => {
  expect(projectsIn(['longhand', given, given])).toEqual(expected)
})

test('no more than eight are opened at once', () => {
  const many = Array.from({ length: 20 }, (_, i) => at(`${i}.longhand`))
  for (const path of many) writeFileSync(path, '')
  expect(projectsIn(many)).toEqual(many.slice(0, 8))
})
