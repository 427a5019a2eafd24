import { expect, test, type Browser, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { importText, novel, press, runSentence, saved, textOf, typeInto } from './desk.ts'
import { openPage, startHost, type Host } from './host.ts'

/** The section of `novel` that is written in. */
const section = 'Low water'

test.describe.configure({ timeout: 120_000 })

/** A host and a page at its first screen; the host ends with the test. */
const withHost = async (
  browser: Browser,
  pace: number,
  use: (page: Page, host: Host) => Promise<void>,
): Promise<void> => {
  const host = await startHost({ env: { LONGHAND_PRACTICE_PACE: String(pace) } })
  try {
    const page = await openPage(browser, host.url())
    await use(page, host)
    await page.context().close()
  } finally {
    await host.stop()
  }
}

const draftSample = async (page: Page): Promise<void> => {
  await press(page, /Begin from the sample.*harbour/iu)
  await press(page, 'Make the plan')
  const approve = page.getByRole('button', { name: 'Approve the plan' })
  await approve.click({ timeout: 30_000 })
  await press(page, 'Draft the sections')
  await press(page, 'Drafts')
}

const beingWritten = (page: Page) => page.getByRole('button', { name: /^Stop this one/u })

const markdownExport = async (page: Page): Promise<string> => {
  await page.keyboard.press('ControlOrMeta+Shift+E')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('dialog', { name: 'Export' })
      .getByRole('button', { name: /Markdown/u })
      .click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

test('from a sample to a download: drafts stream side by side, and what is typed meanwhile stays', async ({
  browser,
}) => {
  await withHost(browser, 30, async (page) => {
    await draftSample(page)
    await expect.poll(() => beingWritten(page).count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(4)
    await press(page, 'Manuscript')
    const chapter = 'Chapter 1: The flood'
    const typed = 'The gulls had the last word, as I wrote while the rest was still coming.'
    await expect(textOf(page, chapter)).toContainText(/\w{3}/u, { timeout: 40_000 })
    await typeInto(page, textOf(page, chapter), ` ${typed}`)
    await expect(runSentence(page)).toHaveText(/sections settled/u)
    await expect(runSentence(page)).toHaveText(/^Done: /u, { timeout: 90_000 })
    await expect(page.getByText(typed)).toBeVisible()
    await saved(page)
    const text = await markdownExport(page)
    expect(text).toContain(typed)
    expect(text.match(/^#+ /gmu)?.length).toBeGreaterThanOrEqual(8)
  })
})

test('a run is stopped, the page reloaded, and the run resumed', async ({ browser }) => {
  await withHost(browser, 12, async (page) => {
    await draftSample(page)
    await expect.poll(() => beingWritten(page).count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(4)
    await press(page, 'Stop')
    await expect(runSentence(page)).toHaveText('Stopped. Everything so far is kept')
    await page.reload()
    await expect(runSentence(page)).toHaveText('Stopped. Everything so far is kept')
    await expect(page.getByRole('treeitem')).toHaveCount(8)
    await press(page, 'Resume')
    await expect(runSentence(page)).toHaveText(/^Done: /u, { timeout: 90_000 })
  })
})

test('the host dies and the page survives: what it holds is sent again to the next host', async ({
  browser,
}) => {
  await withHost(browser, 0, async (page, host) => {
    await importText(page, novel)
    await typeInto(page, textOf(page, section), ' Saved before the fall.')
    await saved(page)
    await host.kill()
    await page.keyboard.type(' Typed while nobody listened.')
    const lost = page.getByRole('alert', { name: 'Connection' })
    await expect(lost).toContainText('start it again and open the address it prints')
    await host.restart()
    // The address of the new host makes the browser known to it; then the old page finds it too.
    const other = await page.context().newPage()
    await other.goto(host.url())
    await press(other, /^Open The Ferry/u)
    await expect(textOf(other, section)).toContainText(
      'Saved before the fall. Typed while nobody listened.',
      {
        timeout: 20_000,
      },
    )
    await expect(lost).toBeHidden()
    await saved(page)
    await expect(textOf(page, section)).toContainText('Saved before the fall. Typed while nobody listened.')
  })
})

test('the host and the page die in the middle of a word: at most a second of typing is lost', async ({
  browser,
}) => {
  await withHost(browser, 0, async (page, host) => {
    await importText(page, novel)
    await typeInto(page, textOf(page, section), '\n')
    const typed: { readonly word: string; readonly at: number }[] = []
    for (let n = 0; n < 30; n += 1) {
      await page.keyboard.type(`word${n} `)
      typed.push({ word: `word${n}`, at: Date.now() })
      await page.waitForTimeout(80)
    }
    const end = Date.now()
    await host.kill()
    await page.context().close()
    await host.restart()
    const next = await openPage(browser, host.url())
    await press(next, /^Open The Ferry/u)
    const due = typed.filter(({ at }) => at < end - 1000).map(({ word }) => word)
    expect(due.length).toBeGreaterThan(10)
    await expect(textOf(next, section)).toContainText(due.join(' '))
    await next.context().close()
  })
})

test('a Markdown novel is pasted, and its headings become sections', async ({ browser }) => {
  await withHost(browser, 0, async (page) => {
    await importText(page, novel)
    for (const title of ['Low water', 'High water', 'Night']) {
      await expect(page.getByRole('tree').getByRole('treeitem', { name: title })).toBeVisible()
    }
    await expect(textOf(page, section)).toHaveText('The ferry lay on the mud.')
    expect(await markdownExport(page)).toContain('The ferry went over at noon.')
  })
})

test('a model’s text for a section the writer wrote is a proposal, accepted in part or dropped', async ({
  browser,
}) => {
  await withHost(browser, 0, async (page) => {
    await importText(page, novel)
    await typeInto(page, textOf(page, section), '\nMine, every word.')
    await saved(page)
    const proposal = page.getByRole('article', { name: 'Proposal for Low water' })
    const redo = async (note: string): Promise<void> => {
      await page.getByRole('tab', { name: 'History' }).click()
      await page.getByRole('textbox', { name: 'Redo this section' }).fill(note)
      await press(page, 'Redo with this note')
      await page.getByRole('button', { name: 'See the change' }).click({ timeout: 30_000 })
      await expect(proposal).toBeVisible()
    }
    const paragraphs = textOf(page, section).locator('p')
    await redo('Let it be colder.')
    await expect(paragraphs).toHaveText(['The ferry lay on the mud.', 'Mine, every word.'])
    // The first paragraph becomes another, the second goes; and the model may write more than one.
    const changes = proposal.getByRole('checkbox')
    const count = await changes.count()
    expect(count).toBeGreaterThan(1)
    await proposal.getByRole('button', { name: 'Untick all' }).click()
    await changes.first().check()
    await proposal.getByRole('button', { name: `Accept 1 of ${count}` }).click()
    await expect(proposal).toBeHidden()
    await expect(paragraphs).toHaveCount(2)
    await expect(paragraphs.first()).not.toHaveText('The ferry lay on the mud.')
    await expect(paragraphs.last()).toHaveText('Mine, every word.')
    const settled = await paragraphs.first().innerText()
    await typeInto(page, textOf(page, section), ' Mine again.')
    await saved(page)
    // To undo the acceptance would take away what was written since.
    await textOf(page, 'Night').click()
    await page.keyboard.press('ControlOrMeta+z')
    const notices = page.getByRole('status', { name: 'Notices' })
    await expect(notices).toContainText('The section was changed since.')
    await expect(paragraphs.last()).toHaveText('Mine, every word. Mine again.')
    await textOf(page, section).click()
    await redo('Let it be warmer.')
    await proposal.getByRole('button', { name: 'Drop' }).click()
    await expect(proposal).toBeHidden()
    await expect(paragraphs).toHaveText([settled, 'Mine, every word. Mine again.'])
  })
})

test('the menu of a selection goes with Escape and with the focus, and comes with another selection', async ({
  browser,
}) => {
  await withHost(browser, 0, async (page) => {
    await importText(page, novel)
    const menu = page.getByRole('toolbar', { name: 'Selected text' })
    await textOf(page, section).click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+Shift+ArrowRight')
    await expect(menu).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await page.setViewportSize({ width: 1200, height: 700 })
    await page.waitForTimeout(400)
    await expect(menu).toBeHidden()
    await page.keyboard.press('Control+Shift+ArrowRight')
    await expect(menu).toBeVisible()
    const beside = async (): Promise<number> => {
      const [letters, box] = [await textOf(page, section).boundingBox(), await menu.boundingBox()]
      return Math.abs((letters?.x ?? 0) - (box?.x ?? 999))
    }
    expect(await beside()).toBeLessThan(8)
    await page.setViewportSize({ width: 1280, height: 800 })
    await expect.poll(beside).toBeLessThan(8)
    await page.getByRole('treeitem', { name: 'Night' }).focus()
    await expect(menu).toBeHidden()
  })
})

test('what was found is marked until the search is closed, and writing goes on there', async ({
  browser,
}) => {
  await withHost(browser, 0, async (page) => {
    await importText(page, novel)
    const marks = page.locator('.highlight-quote')
    await page.keyboard.press('ControlOrMeta+f')
    await page.getByRole('searchbox').fill('at night')
    await page.keyboard.press('Enter')
    await expect(marks).toHaveText('at night')
    await page.keyboard.press('Escape')
    await expect(marks).toHaveCount(0)
    await expect(textOf(page, 'Night')).toBeFocused()
    await page.keyboard.type('by boat ')
    await expect(textOf(page, 'Night')).toHaveText('Nobody went over by boat at night.')
  })
})

test('the panes are drawn wider by pointer and by keys, and stay so', async ({ browser }) => {
  await withHost(browser, 0, async (page) => {
    await importText(page, novel)
    const [outline, dock] = ['Width of the outline', 'Width of the dock'].map((name) =>
      page.getByRole('separator', { name }),
    )
    await outline!.focus()
    await page.keyboard.press('ArrowRight')
    await expect(outline!).toHaveAttribute('aria-valuenow', '276')
    const { x, y } = (await dock!.boundingBox())!
    await page.mouse.move(x + 4, y + 300)
    await page.mouse.down()
    await page.mouse.move(x - 56, y + 300, { steps: 4 })
    await page.mouse.up()
    await expect(dock!).toHaveAttribute('aria-valuenow', '400')
    await page.reload()
    await expect(dock!).toHaveAttribute('aria-valuenow', '400')
    await expect(outline!).toHaveAttribute('aria-valuenow', '276')
    await dock!.dblclick({ position: { x: 4, y: 300 } })
    await expect(dock!).toHaveAttribute('aria-valuenow', '340')
  })
})
