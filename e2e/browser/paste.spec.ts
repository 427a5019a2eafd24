import { expect, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { importText, novel, press, saved, textOf, typeInto } from './desk.ts'
import { openPage, startHost, test, type Host } from './host.ts'

let host: Host

test.beforeAll(async () => {
  host = await startHost()
})
test.afterAll(() => host.stop())

/** What a clipboard holds, as another program put it there. */
type Clip = { readonly html?: string; readonly text?: string }

/** Copies as another program would, unwashed, and pastes where the caret stands: the event is the browser's own. */
const paste = async (page: Page, { html, text }: Clip): Promise<void> => {
  await page.evaluate(
    ([rich, plain]) => {
      const onCopy = (event: ClipboardEvent): void => {
        event.preventDefault()
        event.stopImmediatePropagation()
        if (rich !== undefined) event.clipboardData?.setData('text/html', rich)
        if (plain !== undefined) event.clipboardData?.setData('text/plain', plain)
      }
      document.addEventListener('copy', onCopy, { once: true, capture: true })
    },
    [html, text] as const,
  )
  await page.keyboard.press('ControlOrMeta+C')
  await page.keyboard.press('ControlOrMeta+V')
}

/** Puts the caret behind the last letter of a section. */
const atEndOf = async (page: Page, text: Locator): Promise<void> => {
  await text.click()
  await page.keyboard.press('ControlOrMeta+End')
}

const markdown = async (page: Page): Promise<string> => {
  await page.keyboard.press('ControlOrMeta+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /Markdown/u }).click(),
  ])
  await page.keyboard.press('Escape')
  return readFileSync(await download.path(), 'utf8')
}

/** What no text may hold in the page. The editor sets an image of its own, without a source, behind some letters. */
const oddElements =
  'img, svg, math, script, style, noscript, iframe, object, video, form, input, meta, base, link, [onclick], [onerror], [style]'

/** What a page did that no paste may make it do: scripts that ran, and requests that left this machine's host. */
const watch = (page: Page): (() => Promise<readonly string[]>) => {
  const left: string[] = []
  const { origin } = new URL(host.url())
  page.context().on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(?:data|blob):/u.test(request.url()))
      left.push(request.url())
  })
  page.on('dialog', (dialog) => {
    left.push(dialog.message())
    void dialog.dismiss()
  })
  return async () => {
    const ran = await page.evaluate(() => Reflect.get(window, 'ran') !== undefined)
    const odd = await page
      .locator('.section-text')
      .locator(`:is(${oddElements}):not(.ProseMirror-separator)`)
      .evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))
    return [...left, ...odd, ...(ran ? ['a script ran'] : [])]
  }
}

/** The sections of an export, each from its title on. */
const sectionsOf = (text: string): readonly string[] =>
  text
    .split(/^## /mu)
    .slice(1)
    .map((each) => each.trim())

const run = 'window.ran = true'
const gone = 'https://gone.invalid'

/** Each trial with what stands in its section afterwards, as Markdown. */
const trials: readonly (readonly [string, Clip, string])[] = [
  [
    'H1',
    { html: `<p>one <img src="x" onerror="${run}"> two</p><p onclick="${run}">three</p>` },
    `one two

three`,
  ],
  [
    'H2',
    { text: `<b>not bold</b> <script>${run}</script> & *stars* [a](b)` },
    String.raw`\<b>not bold\</b> \<script>window.ran = true\</script> & \*stars\* [a]\(b)`,
  ],
  [
    'H3',
    {
      html: `<svg onload="${run}"><script>${run}</script><a href="javascript:${run}"><text>drawn</text></a></svg><math><mtext><img src="x" onerror="${run}">sum</mtext></math><noscript><p title="</noscript><img src=x onerror='${run}'>">hidden</p></noscript><p>after</p>`,
    },
    `drawnsum

after`,
  ],
  [
    'H4',
    {
      html: `<p><a href="java\tscript:${run}">a</a> <a href="&#106;avascript:${run}">b</a> <a href="data:text/html,<script>${run}</script>">c</a> <a href=" vbscript:${run}">d</a> <a href="https://example.org/">e</a></p>`,
    },
    'a b c d [e](https://example.org/)',
  ],
  [
    'H5',
    {
      html: `<ol start="[1]"><li data-pm-slice='3 3 ["orderedList",{"start":{"x":1},"spread":[1]}]'><p>forged</p></li></ol><h2 level="99">heading</h2><sup class="footnote-mark" data-label="] [x](javascript:${run})">1</sup><span class="picture" data-src="javascript:${run}">picture</span>`,
    },
    String.raw`1. forged

### heading

\[^] [x]\(javascript:window.ran = true)]`,
  ],
  [
    'H6',
    {
      html: `<meta http-equiv="refresh" content="0;url=${gone}/"><base href="${gone}/"><style>body { display: none }</style><iframe src="${gone}/" srcdoc="<script>parent.ran = true</script>"></iframe><object data="${gone}/">thing</object><form action="${gone}/"><input value="typed" autofocus onfocus="${run}"><button formaction="javascript:${run}">Send</button></form><p>after</p>`,
    },
    `Send

after`,
  ],
  [
    'H7',
    {
      html: `<link rel="stylesheet" href="${gone}/a.css"><style>@font-face { font-family: x; src: url(${gone}/x.woff) }</style><p style="background: url(${gone}/b.png); font-family: x">painted <img src="${gone}/map.png" srcset="${gone}/map2.png 2x" alt="A map"></p><video poster="${gone}/p.png" src="${gone}/v.mp4" autoplay></video>`,
    },
    'painted A map',
  ],
  [
    'H8',
    {
      html: `<p>here <img src="app://host/x.png" alt="one"><img src="file:///etc/passwd" alt="two"><img src="\\\\\\\\server\\\\share\\\\x.png" alt="three"> <a href="file:///etc/passwd">there</a> <a href="\\\\\\\\server\\\\share">share</a></p>`,
    },
    'here there share',
  ],
  [
    'Styles',
    {
      html: `<b style="font-weight:normal" id="docs-internal-guid-1"><p style="line-height:1.4"><span style="font-weight:400">plain </span><span style="font-weight:700">bold</span><span style="font-weight:700;font-style:italic"> both</span> <span style="text-decoration:line-through">gone</span></p><table><tr><th style="text-align: right">Metres</th></tr><tr><td style="text-align: right">2</td></tr></table></b>`,
    },
    `plain **bold _both_** ~~gone~~

| Metres |
| -: |
| 2 |`,
  ],
  [
    'Structure',
    {
      html: `<h2>Tides</h2><p>A <b>bold</b> and <i>slanted</i> word, <del>gone</del>.</p><ul><li>one</li><li>two<ol start="3"><li>deep</li></ol></li></ul><blockquote><p>said</p></blockquote><table><tr><th>Hour</th><th align="right">Metres</th></tr><tr><td>6</td><td align="right">2 | 3</td></tr></table><pre>a  b</pre>`,
    },
    `### Tides

A **bold** and *slanted* word, ~~gone~~.

- one
- two

  3. deep

> said

| Hour | Metres |
| - | -: |
| 6 | 2 \\| 3 |

\`\`\`
a  b
\`\`\``,
  ],
]

test('hostile pastes into sections: nothing runs, nothing leaves, and the words stay', async ({
  browser,
}) => {
  const page = await openPage(browser, host.url())
  const odd = watch(page)
  await importText(page, ['# Pastes', ...trials.map(([name]) => `## ${name}\n\nBefore.`)].join('\n\n'))
  for (const [name, clip] of trials) {
    await atEndOf(page, textOf(page, name))
    await page.keyboard.press('Enter')
    await paste(page, clip)
  }
  await saved(page)
  expect(await odd()).toEqual([])
  await expect(textOf(page, 'H4').getByRole('link')).toHaveText(['e'])
  expect(sectionsOf(await markdown(page))).toEqual(
    trials.map(([name, , then]) => `${name}\n\nBefore.\n\n${then}`),
  )
  // As it was saved, and shown anew.
  await page.reload()
  await expect(textOf(page, 'H1')).toContainText('three')
  expect(await odd()).toEqual([])
  await page.context().close()
})

test('a hostile paste into the import box is literal text, and its headings become sections', async ({
  browser,
}) => {
  const page = await openPage(browser, host.url())
  const odd = watch(page)
  const hostile = [
    [
      `<img src="x" onerror="${run}"><svg onload="${run}"></svg><iframe src="${gone}/"></iframe>`,
      String.raw`\<img src="x" onerror="${run}">\<svg onload="${run}">\</svg>\<iframe src="${gone}/">\</iframe>`,
    ],
    [
      `[a](java\tscript:${run}) [b](&#106;avascript:${run}) [c](data:text/html,x) <javascript:${run}>`,
      `[a]\\(java\tscript:${run}) [b]\\(javascript:${run}) c \\<javascript:${run}>`,
    ],
    [`![map](${gone}/map.png) ![passwd](file:///etc/passwd)`, 'map passwd'],
    [`<script>${run}</script>`, String.raw`\<script>${run}\</script>`],
  ] as const
  const text = ['# Import', ...hostile.map(([each], i) => `## Part ${i}\n\n${each}`)].join('\n\n')
  await page.getByLabel('Text', { exact: true }).click()
  await paste(page, { text, html: `<img src="${gone}/a.png" onerror="${run}">` })
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(text)
  await press(page, 'Make sections of it')
  for (const i of hostile.keys()) await expect(textOf(page, `Part ${i}`)).toContainText(/\w/u)
  expect(await odd()).toEqual([])
  await expect(textOf(page, 'Part 0')).toContainText(`<img src="x" onerror="${run}">`)
  expect(sectionsOf(await markdown(page))).toEqual(hostile.map(([, then], i) => `Part ${i}\n\n${then}`))
  await page.context().close()
})

test('200 kB are pasted at once: the page answers, every letter is saved, and one undo takes them back', async ({
  browser,
}) => {
  const page = await openPage(browser, host.url())
  await importText(page, novel)
  const text = textOf(page, 'Low water')
  const long = Array.from({ length: 500 }, (_, i) =>
    `${i}: ${'the tide went out and came back in. '.repeat(11)}`.trim(),
  )
  expect(long.join('\n\n').length).toBeGreaterThan(200_000)
  await atEndOf(page, text)
  await page.keyboard.press('Enter')
  const started = Date.now()
  await paste(page, { text: long.join('\n\n') })
  await expect(text.locator('p')).toHaveCount(501)
  expect(Date.now() - started).toBeLessThan(5_000)
  const typed = Date.now()
  await page.keyboard.type(' Enough.')
  await expect(text.locator('p').last()).toHaveText(/ Enough\.$/u)
  expect(Date.now() - typed).toBeLessThan(3_000)
  await saved(page)
  const [section] = sectionsOf(await markdown(page))
  expect(section).toBe(['Low water', 'The ferry lay on the mud.', ...long].join('\n\n') + ' Enough.')
  await atEndOf(page, text)
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(text).toHaveText('The ferry lay on the mud.', { timeout: 500 })
  }).toPass()
  await page.context().close()
})

test('a section pasted into on two pages at once: one text stands, the other is a proposal, no word is lost', async ({
  browser,
}) => {
  const page = await openPage(browser, host.url())
  await importText(page, novel)
  const other = await page.context().newPage()
  await other.goto(page.url())
  const [mine, theirs] = [textOf(page, 'Low water'), textOf(other, 'Low water')]
  await atEndOf(page, mine)
  await atEndOf(other, theirs)
  await paste(page, { text: ' A heron waited.' })
  await typeInto(other, theirs, ' Two cranes slept.')
  const proposal = other.getByRole('article', { name: 'Proposal for Low water' })
  await expect(other.getByText('Another text was saved here while you typed.')).toBeVisible()
  await saved(other)
  await expect(theirs).toHaveText('The ferry lay on the mud. Two cranes slept.')
  await expect(mine).toHaveText('The ferry lay on the mud. A heron waited.')
  await other.getByRole('tab', { name: 'Proposals' }).click()
  await expect(proposal).toContainText('heron')
  await expect(proposal).toContainText('cranes')
  await press(other, 'Put mine in its place')
  await expect(mine).toHaveText('The ferry lay on the mud. Two cranes slept.')
  await other.getByRole('tab', { name: 'History' }).click()
  await other.getByRole('button', { name: 'Restore' }).first().click()
  await expect(theirs).toHaveText('The ferry lay on the mud. A heron waited.')
  await page.context().close()
})
