import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Manuscript } from '../../../shared/questions/manuscript.ts'
import { html } from './html.ts'
import { manuscriptOf, part, tricky } from './test-manuscripts.ts'

const written = (manuscript: Manuscript): string => new TextDecoder().decode(html.write(manuscript, {}))
const main = (text: string, given: Partial<Manuscript> = {}): string =>
  /<main>\n<h2 id="part-1">S<\/h2>\n([^]*)\n<\/main>/.exec(
    written(manuscriptOf([part('S', text)], given)),
  )?.[1] ?? ''

test.each([
  ['a *b* **c** `d` ~~e~~', '<p>a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del></p>'],
  ['<script>alert(1)</script> &lt;', '<p>&#x3C;script>alert(1)&#x3C;/script> &#x3C;</p>'],
  ['[a](https://b.c "d") [e](javascript:f)', '<p><a href="https://b.c">a</a> e</p>'],
  ['![alt](https://b.c/d.png) x', '<p>alt x</p>'],
  ['# a', '<h3>a</h3>'],
  ['港の\n水質', '<p>港の水質</p>'],
  ['[@key, p. 3]', '<p>[@key, p. 3]</p>'],
  ['```js\n</code></pre>\n```', '<pre><code>&#x3C;/code>&#x3C;/pre>\n</code></pre>'],
  ['3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
])('%j becomes %j', (text, expected) => {
  expect(main(text)).toBe(expected)
})

test('notes are gathered at the end, with words in the language of the work', () => {
  expect(main('a[^1]\n\n[^1]: b', { language: 'de' })).toBe(
    [
      '<p>a<sup><a href="#note-fn-1" id="note-fnref-1">1</a></sup></p>',
      '<section class="footnotes"><h2 id="footnote-label">Anmerkungen</h2>',
      '<ol>\n<li id="note-fn-1">\n<p>b <a href="#note-fnref-1" aria-label="Zurück zum Text">↩</a></p>\n</li>\n</ol>\n</section>',
    ].join('\n'),
  )
})

test('every link within the file leads somewhere, and no id is used twice', () => {
  const file = written(tricky)
  const ids = [...file.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  const links = [...file.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual([...new Set(ids)])
  expect(links.filter((id) => !ids.includes(id))).toEqual([])
})

test('nothing in the file runs, and nothing is fetched', () => {
  const file = written(tricky)
  const tags = new Set(
    [...file.replace(/<style>[^]*<\/style>/, '').matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag),
  )
  const fetching = [
    'script',
    'img',
    'link',
    'iframe',
    'object',
    'embed',
    'base',
    'form',
    'svg',
    'style',
    'video',
    'audio',
  ]
  expect(fetching.filter((tag) => tags.has(tag))).toEqual([])
  expect(file).not.toMatch(/\son\w+=|\sstyle=|\ssrc=|url\(|@import|http-equiv="refresh"/i)
  expect(
    [...file.matchAll(/href="([a-z]+):/g)]
      .map(([, protocol]) => protocol)
      .filter((name) => !/^(?:https?|mailto)$/.test(name ?? '')),
  ).toEqual([])
})

test('its policy allows its own style sheet alone', () => {
  const file = written(tricky)
  const style = /<style>([^]*)<\/style>/.exec(file)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(file).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  )
})

test.each([
  ['a title', { title: '</title><script>' }, '<title>&#x3C;/title>&#x3C;script></title>'],
  ['the language', { language: 'ar' }, '<html lang="ar" dir="rtl">'],
  ['a language that is none', { language: '"><script>' }, '<html lang="en" dir="ltr">'],
  ['the page', { language: 'en-US' }, '@page { size: letter;'],
  ['a novel', { form: 'novel' }, 'p + p { text-indent: 1.5em; }'],
])('the head holds %s', (_, given, expected) => {
  expect(written(manuscriptOf([], given))).toContain(expected)
})

test('contents list the sections three levels deep', () => {
  const parts = [part('A', ''), part('<B>', 'b', 2), part('C', 'c', 4)]
  expect(/<nav[^]*<\/nav>/.exec(written(manuscriptOf(parts)))?.[0]).toBe(
    '<nav aria-label="Contents">\n<ol>\n<li class="depth-1"><a href="#part-1">A</a></li>\n<li class="depth-2"><a href="#part-2">&#x3C;B></a></li>\n</ol>\n</nav>',
  )
})
