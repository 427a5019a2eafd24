/**
 * What a key costs on the screen: milliseconds from pressing it to the next painted frame, in Chromium against the real
 * host, in an empty project and in one of 200,000 words while four drafts stream. Needs `npm run build`. Prints figures;
 * judges nothing. `node e2e/benchmarks/typing.ts [PAGE FOLDER]`
 */
import { RPCHandler } from '@orpc/server/message-port'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { createRouter } from '../../electron/app/handlers.ts'
import { createOpenedProjects } from '../../electron/app/opened.ts'
import { nodePlatform } from '../../electron/app/platform.ts'
import { pageFolder, readPage } from '../../electron/host/web/page-files.ts'
import { startWebHost } from '../../electron/host/web/web-host.ts'
import type { OpenProject } from '../../electron/project/project.ts'
import type { AnyRecord, Draft } from '../../shared/records.ts'
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs'

const wordsEach = 1500
const streams = 4
const keyMs = 40
const typed = 'the quick brown fox jumps over the lazy dog until the tide is out '.repeat(3)
const vocabulary =
  'the harbour master kept a quiet ledger of tides and every evening she read it aloud'.split(' ')

const prose = (words: number, from: number): string =>
  Array.from({ length: Math.ceil(words / 90) }, (_, paragraph) => {
    const line = Array.from(
      { length: Math.min(90, words - paragraph * 90) },
      (__, i) => vocabulary[(i * 7 + paragraph * 5 + from * 13) % vocabulary.length],
    )
    return `${line.join(' ')}.`
  }).join('\n\n')

const draft = (n: number, standing: Draft['standing'], text: string): Draft => ({
  id: `draft:${n}`,
  section: `section:${n}`,
  author: 'model',
  parent: null,
  root: `draft:${n}`,
  round: 0,
  edition: 0,
  standing,
  text,
  at: 1,
})

const section = (n: number): AnyRecord => ({
  id: `section:${n}`,
  parent: null,
  order: n,
  title: `Section ${n}`,
  intent: '',
  words: wordsEach,
  unit: null,
  owns: [],
  leaves: [],
  after: [],
  take: 0,
})

/** Sections around the one that is typed into have no text yet: their drafts stream. */
const records = (sections: number): readonly AnyRecord[] => {
  const middle = Math.ceil(sections / 2)
  const streamed = (n: number): boolean => sections > 1 && n !== middle && Math.abs(n - middle) <= streams / 2
  return [
    { id: 'project:self', title: 'Bench', seed: 1, createdAt: 0 },
    { id: 'brief:self', title: 'Bench', form: 'report', language: 'en', text: 'A bench.' },
    { id: 'plan:self', status: 'approved', madeFrom: '', notes: [] },
    ...Array.from({ length: sections }, (_, i) => i + 1).flatMap((n): readonly AnyRecord[] => [
      section(n),
      ...(streamed(n) ? [draft(n, 'streaming', '')] : []),
      ...(!streamed(n) && sections > 1 ? [draft(n, 'current', prose(wordsEach, n))] : []),
    ]),
  ]
}

/** About 60 words a second in each of the streaming drafts, as fast models write. */
const stream = async (project: OpenProject, signal: AbortSignal): Promise<void> => {
  const open = [...project.state().draft.values()].filter(({ standing }) => standing === 'streaming')
  const words = prose(6000, 3).split(' ')
  let at = 0
  for (let i = 0; !signal.aborted && i + 3 < words.length; i += 3) {
    const text = `${words.slice(i, i + 3).join(' ')} `
    for (const { id } of open) project.write({ draft: id, at, text })
    at += text.length
    await setTimeout(50)
  }
}

/** Notes, for every key, how long it took until a frame was painted after it. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const found: number[] = []
    Object.assign(globalThis, { latencies: found })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => found.push(performance.now() - timeStamp))
          port1.start()
          port2.postMessage(null)
        }),
      true,
    )
  })

const latencies = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { latencies: number[] }).latencies)

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)

const typeIn = async (page: Page, sections: number): Promise<void> => {
  const title = `Section ${Math.ceil(sections / 2)}`
  const text = page.getByRole('textbox', { name: `Text of ${title}`, exact: true })
  await page.locator(`section[aria-label="${title}"]`).scrollIntoViewIfNeeded()
  await text.click({ position: { x: 40, y: 10 } })
  await setTimeout(1000)
  await watchKeys(page)
  await page.keyboard.type(typed, { delay: keyMs })
  await setTimeout(500)
}

const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
const platform = nodePlatform((bug) => console.error(bug))
const projects = createOpenedProjects(platform)
const handler = new RPCHandler(createRouter(projects, platform))
const host = await startWebHost(
  { serve: (port) => handler.upgrade(port) },
  { page: readPage(process.argv[2] ?? pageFolder()), port: 0 },
)
const executablePath = findChromium()
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(host.address)
  const { origin } = new URL(host.address)
  for (const [name, sections] of [
    ['an empty project', 1],
    ['200,000 words, 4 drafts streaming', Math.ceil(200_000 / wordsEach) + streams],
  ] as const) {
    const path = projects.create(join(folder, `${sections}.longhand`), records(sections))
    const over = new AbortController()
    await page.goto('about:blank')
    await page.goto(`${origin}/#/project?path=${encodeURIComponent(path)}`)
    await page.getByRole('heading', { name: 'Section 1', exact: true }).waitFor()
    const streaming = stream(projects.get(path).project, over.signal)
    await typeIn(page, sections)
    const sorted = (await latencies(page)).toSorted((a, b) => a - b)
    over.abort()
    await streaming
    console.log(
      `${name}: ${sorted.length} keys, key to paint p50 ${at(sorted, 0.5)} ms, p95 ${at(sorted, 0.95)} ms, ` +
        `most ${at(sorted, 1)} ms; mounted editors ${await page.locator('.ProseMirror').count()}`,
    )
  }
} finally {
  await browser.close()
  await host.close()
  await Promise.all(projects.all().map(projects.close))
  rmSync(folder, { recursive: true, force: true })
}
