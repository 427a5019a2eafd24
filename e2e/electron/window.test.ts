import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProject } from '../../electron/project/project.ts'
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.mjs'
import type { ChromiumPage } from './stand-in/chromium-page.ts'
import { hangingServer } from './stand-in/hanging-server.ts'
import { chooseInMenu, firstWindow, freshHome, launch, soon, type Desktop } from './stand-in/start.ts'
import type { StandInWindow } from './stand-in/windows.ts'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags })
}, 300_000)
afterAll(() => browser.close())

/** What a page must not do: break its policy, or leave an error to nobody. */
const faultsOf = (page: Page): string[] => {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  return faults
}

const pageOf = (window: StandInWindow): Page => (window.webContents.page as ChromiumPage).page

type Started = {
  readonly desktop: Desktop
  readonly window: StandInWindow
  readonly page: Page
  readonly faults: string[]
}

const start = async (wishes: Parameters<typeof launch>[0] = {}): Promise<Started> => {
  const desktop = await launch({ pagesIn: browser, ...wishes })
  const window = await firstWindow(desktop)
  const page = pageOf(window)
  page.setDefaultTimeout(15_000)
  return { desktop, window, page, faults: faultsOf(page) }
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

const novel =
  '# The Ferry\n\n## Low water\n\nThe ferry lay on the mud.\n\n## High water\n\nIt went over at noon.\n'

/** Makes a project of a short text on the first screen; gives its path. */
const importNovel = async ({ page, window }: Started): Promise<string> => {
  await page.getByRole('form', { name: 'Import' }).getByLabel('Text', { exact: true }).fill(novel)
  await press(page, 'Make sections of it')
  await page.getByRole('tree').getByRole('treeitem').first().waitFor()
  return new URLSearchParams(window.webContents.getURL().split('?')[1]).get('path') ?? ''
}

const textOf = (page: Page, title: string): Locator => page.getByRole('textbox', { name: `Text of ${title}` })

const typeInto = async (page: Page, title: string, letters: string): Promise<void> => {
  await textOf(page, title).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(letters, { delay: 5 })
}

const isSaved = (page: Page): Promise<void> =>
  page.getByRole('status', { name: 'Saved state' }).getByText('Saved', { exact: true }).waitFor()

/** What stands in a project's file, when the app has ended. */
const savedTexts = (path: string): string => {
  const project = openProject(path, { now: Date.now })
  const texts = [...project.state().draft.values()].map(({ text }) => text)
  project.close()
  return texts.join('\n')
}

test('a project is opened, drafted, typed in and saved, and the page breaks no rule of its policy', async () => {
  const { desktop, window, page, faults } = await start()
  await press(page, /Begin from the sample.*harbour/iu)
  await press(page, 'Make the plan')
  await press(page, 'Approve the plan')
  await press(page, 'Draft the sections')
  await page
    .getByRole('group', { name: 'Run' })
    .getByRole('button', { name: /^(?:Export|See the work orders)$/u })
    .waitFor({ timeout: 60_000 })
  await press(page, 'Manuscript')
  const text = page.getByRole('textbox', { name: /^Text of/u }).first()
  await text.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Typed in the window.')
  await isSaved(page)
  const path = new URLSearchParams(window.webContents.getURL().split('?')[1]).get('path') ?? ''
  expect(desktop.machine.recent).toContain(path)
  expect(await desktop.quit()).toBe(0)
  expect(savedTexts(path)).toContain('Typed in the window.')
  expect(faults).toEqual([])
}, 120_000)

test('what is pasted as markup becomes plain manuscript, under Trusted Types', async () => {
  const started = await start()
  const { page, faults } = started
  await importNovel(started)
  await typeInto(page, 'Low water', ' ')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/html', '<p>Pasted <b>bold</b><script>document.title = "run"</script></p>')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await textOf(page, 'Low water').locator('strong', { hasText: 'bold' }).waitFor()
  await isSaved(page)
  expect(await page.title()).not.toBe('run')
  expect(faults).toEqual([])
})

test('the page can turn no text into markup or code, and reaches no network', async () => {
  const { page } = await start()
  await page.getByRole('heading', { name: 'Try a sample' }).waitFor()
  const attempts = await page.evaluate(async () => {
    const tried = async (attempt: () => unknown): Promise<string> => {
      try {
        await attempt()
        return 'done'
      } catch (error) {
        return error instanceof Error ? error.name : String(error)
      }
    }
    const script = document.createElement('script')
    return Promise.all(
      [
        () => (document.body.innerHTML = '<img src=x onerror="alert(1)">'),
        () => document.write('<p>'),
        () => new DOMParser().parseFromString('<p>', 'text/html'),
        () => (script.src = 'https://example.org/a.js'),
        () => (script.text = 'alert(1)'),
        () =>
          Object(globalThis).trustedTypes.createPolicy('longhand', { createHTML: (text: string) => text }),
        () => fetch('/'),
        () => fetch('https://example.org/'),
        () => new Worker('/assets/a.js'),
        () => localStorage.getItem('longhand.view'),
      ].map(tried),
    )
  })
  expect(attempts).toEqual([...Array.from({ length: 8 }, () => 'TypeError'), expect.any(String), 'done'])
  expect(attempts[8]).not.toBe('done')
})

test('two windows on a project show the same text as it is typed', async () => {
  const started = await start()
  const { desktop, page, faults } = started
  await importNovel(started)
  chooseInMenu(desktop, 'New Window on This Project')
  const [, second] = await desktop.shown(2)
  const other = pageOf(second!)
  const others = faultsOf(other)
  await textOf(other, 'Low water').waitFor()
  await typeInto(page, 'Low water', ' Seen in both.')
  await textOf(other, 'Low water').getByText('Seen in both.').waitFor()
  expect([faults, others]).toEqual([[], []])
})

test('a page that crashes is loaded again at once, with all that was typed', async () => {
  const started = await start()
  const { window, page } = started
  await importNovel(started)
  await typeInto(page, 'Low water', ' Before the crash.')
  await isSaved(page)
  let [lost, asked] = [0, Infinity]
  window.webContents.once('render-process-gone', () => (lost = Date.now()))
  const reload = window.webContents.reload.bind(window.webContents)
  window.webContents.reload = () => {
    asked = Date.now()
    reload()
  }
  page.goto('chrome://crash').catch(() => {})
  const again = await soon(() => {
    const now = window.webContents.page && pageOf(window)
    if (!now || now === page) throw new Error('the page is not back')
    return now
  })
  await textOf(again, 'Low water').getByText('Before the crash.').waitFor()
  // The rest of the two seconds is the loading of a page, which says more about this machine than about Longhand.
  expect(asked - lost).toBeLessThan(250)
  await typeInto(again, 'Low water', ' And after it.')
  await isSaved(again)
})

test('a page that loses its port opens another one, and nothing that was typed is lost', async () => {
  const started = await start()
  const { desktop, window, page, faults } = started
  const path = await importNovel(started)
  await typeInto(page, 'Low water', ' Before.')
  const { MessageChannel } = await import('node:worker_threads')
  const { port1, port2 } = new MessageChannel()
  const closed = new Promise((done) => port1.once('close', done))
  port1.start()
  window.webContents.sent('longhand:port', [null], [new desktop.StandInPort(port2)])
  await page.keyboard.type(' After.')
  await closed
  await isSaved(page)
  expect(await desktop.quit()).toBe(0)
  expect(savedTexts(path)).toContain('Before. After.')
  expect(faults).toEqual([])
})

test('quitting keeps the last letters: of the text, and of the brief', async () => {
  const started = await start()
  const path = await importNovel(started)
  await typeInto(started.page, 'Low water', ' The last letters.')
  expect(await started.desktop.quit()).toBe(0)
  expect(savedTexts(path)).toContain('The last letters.')

  const again = await start({ args: [path], home: started.desktop.home })
  await press(again.page, 'Brief')
  await again.page
    .getByRole('textbox', { name: 'What you want written' })
    .pressSequentially('A ferryman waits.')
  expect(await again.desktop.quit()).toBe(0)
  const project = openProject(path, { now: Date.now })
  expect([...project.state().brief.values()].map(({ text }) => text)).toEqual(['A ferryman waits.'])
  project.close()
})

test('the menu does what the palette does, and fields keep an undo of their own', async () => {
  const started = await start()
  const { desktop, page, faults } = started
  chooseInMenu(desktop, 'Brief')
  expect(await page.getByRole('heading', { name: 'Brief' }).count()).toBe(0)
  const title = page.getByRole('form', { name: 'New project' }).getByLabel('Title')
  await title.pressSequentially('Winter')
  await importNovel(started)
  chooseInMenu(desktop, 'All Commands')
  await page.getByPlaceholder('What do you want to do?').waitFor()
  chooseInMenu(desktop, 'Brief')
  await page.waitForTimeout(100)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('heading', { name: 'Brief' }).count()).toBe(0)
  chooseInMenu(desktop, 'Brief')
  await page.getByRole('heading', { name: 'Brief' }).waitFor()
  const words = page.getByRole('textbox', { name: 'What you want written' })
  await words.pressSequentially('One thing')
  chooseInMenu(desktop, 'Undo')
  await soon(async () => expect(await words.inputValue()).not.toBe('One thing'))
  expect(faults).toEqual([])
})

test('an export is saved where the native dialogue says', async () => {
  const documents = freshHome()
  const started = await start({ machine: { documents } })
  const { desktop, page, faults } = started
  await importNovel(started)
  chooseInMenu(desktop, 'Export…')
  await press(page, /^Export as Markdown/u)
  const file = join(documents, 'The Ferry.md')
  await soon(() =>
    expect(existsSync(file) && readFileSync(file, 'utf8')).toContain('The ferry lay on the mud.'),
  )
  expect(faults).toEqual([])
})

test('a run that sleep has ended is started again on waking; one that ended awake is not', async () => {
  const { baseUrl, asked, refuse, allow } = await hangingServer()
  const { desktop, page } = await start()
  const run = page.getByRole('group', { name: 'Run' })
  await page.evaluate(
    (base) =>
      localStorage.setItem('longhand.model', JSON.stringify({ id: 'openai-compatible/any', baseUrl: base })),
    baseUrl,
  )
  await page.reload()
  await press(page, /Begin from the sample.*harbour/iu)
  await press(page, 'Make the plan')
  await soon(() => expect(asked()).toBe(1))
  // The page has to know of the run that it is to remember.
  await run.getByRole('button', { name: 'Stop' }).waitFor()
  desktop.powerMonitor.emit('suspend')
  await page.waitForTimeout(100)
  refuse()
  await run.getByRole('button', { name: 'Resume' }).waitFor()
  const before = asked()
  allow()
  desktop.powerMonitor.emit('resume')
  await soon(() => expect(asked()).toBeGreaterThan(before))
  refuse()
  await run.getByRole('button', { name: 'Resume' }).waitFor()
  const afterwards = asked()
  desktop.powerMonitor.emit('resume')
  await page.waitForTimeout(300)
  expect(asked()).toBe(afterwards)
})

test('a link leads outside only after the whole address was shown', async () => {
  const { desktop, page } = await start({ machine: { answers: [0] } })
  await page.getByRole('heading', { name: 'Try a sample' }).waitFor()
  await page.evaluate(() => window.open('https://example.org/far?away=1', '_blank', 'noopener,noreferrer'))
  await soon(() => expect(desktop.machine.external).toEqual(['https://example.org/far?away=1']))
  expect(desktop.machine.boxes[0]?.detail).toBe('https://example.org/far?away=1')
})

test('a file given at the start is opened in its window', async () => {
  const started = await start()
  const path = await importNovel(started)
  await started.desktop.quit()
  writeFileSync(join(started.desktop.home, 'other.txt'), '')
  const again = await start({ home: started.desktop.home, args: [path] })
  await textOf(again.page, 'Low water').getByText('The ferry lay on the mud.').waitFor()
  expect(again.faults).toEqual([])
})
