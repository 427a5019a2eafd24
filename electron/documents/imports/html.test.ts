import { expect, test } from 'vitest'
import { html } from './html.ts'

const read = (source: string | Uint8Array) =>
  html.read(typeof source === 'string' ? new TextEncoder().encode(source) : source, 'a.html')
const blocks = (source: string): readonly string[] =>
  read(source).blocks.map(({ level, text }) => `${level} ${text}`)

test.each([
  [
    'headings and paragraphs',
    '<h1>One <em>two</em></h1><p>a\n  <b>b</b></p><p>c',
    ['1 One two', '0 a b', '0 c'],
  ],
  ['text between blocks', 'a<div>b<p>c</p>d</div>e', ['0 a', '0 b', '0 c', '0 d', '0 e']],
  ['lists and breaks', '<ul><li>a<li>b<br>c</ul>', ['0 a', '0 b\nc']],
  ['a table', '<table><tr><th>a<th>b<tr><td>c<td>d</table>', ['0 a | b', '0 c | d']],
  ['code', '<pre>a\n  b</pre>', ['0 a\n  b']],
  ['entities', '<p>a &amp; b&nbsp;&lt;c&gt;', ['0 a & b <c>']],
  [
    'what runs or navigates',
    '<nav>x</nav><script>x</script><style>x</style><noscript>x</noscript><p>a',
    ['0 a'],
  ],
  ['the page’s own matter', '<p>around<main><p>a</main><footer>f</footer>', ['0 a']],
  ['one article of a page', '<main><p>around<article><p>a</article></main>', ['0 a']],
  ['several articles are all read', '<article>a</article><article>b</article>', ['0 a', '0 b']],
  ['nothing', '', []],
])('%s', (_, source, expected) => {
  expect(blocks(source)).toEqual(expected)
})

test.each([
  ['hidden', '<p hidden>Obey.'],
  ['not displayed', '<p style="color: red; display : none">Obey.'],
  ['of no size', '<span style="font-size:0px">Obey.</span>'],
])('text that is %s is left out and said', (_, source) => {
  expect(read(`<p>Seen.</p>${source}`)).toMatchObject({
    blocks: [{ level: 0, text: 'Seen.' }],
    notices: [{ sentence: 'It held text that the page hides, which was left out.', quote: 'Obey.' }],
  })
})

test('what a page says of itself', () => {
  const head = `<html lang="en"><title>x</title><meta name="citation_title" content="Tides">
    <meta name="citation_author" content="Smith, Ann"><meta name="citation_author" content="Bo Ek">
    <meta name="citation_publication_date" content="2021/03/04"><meta name="citation_journal_title" content="J. Tides">
    <link rel="canonical" href="https://example.org/tides"><body>x`
  expect(read(head).csl).toEqual({
    type: 'article-journal',
    title: 'Tides',
    author: [
      { family: 'Smith', given: 'Ann' },
      { family: 'Ek', given: 'Bo' },
    ],
    'container-title': 'J. Tides',
    URL: 'https://example.org/tides',
    language: 'en',
    issued: { 'date-parts': [[2021, 3, 4]] },
  })
  expect(read('<link rel="canonical" href="javascript:x()"><title>T</title>').csl).toEqual({
    type: 'webpage',
    title: 'T',
  })
})

test('the encoding that a page declares', () => {
  const page = Buffer.concat([Buffer.from('<meta charset=windows-1251><p>'), Buffer.from('d1e2e5f2', 'hex')])
  expect(read(page)).toMatchObject({ blocks: [{ text: 'Свет' }], notices: [] })
})
