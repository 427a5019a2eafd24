import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { press, runSentence, saved, textOf } from './desk.ts'
import { openPage, startHost } from './host.ts'

test.describe.configure({ timeout: 120_000 })

const withPage = async (browser: Browser, pace: number, use: (page: Page) => Promise<void>) => {
  const host = await startHost({ env: { LONGHAND_PRACTICE_PACE: String(pace) } })
  try {
    const page = await openPage(browser, host.url())
    await use(page)
    await page.context().close()
  } finally {
    await host.stop()
  }
}

const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).click()

const beginBrief = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('A winter diary')
  await press(page, 'Begin')
  const field = page.getByRole('textbox', { name: 'What you want written' })
  await field.click()
  await page.keyboard.insertText(text)
}

const chips = (page: Page): Locator => page.getByRole('region', { name: 'Read from your words' })

const chip = (page: Page, words: string): Locator =>
  chips(page).getByRole('listitem').filter({ hasText: words })

const briefSaved = (page: Page): Promise<void> =>
  expect(page.getByRole('region', { name: 'Brief', exact: true }).getByRole('status').first()).toHaveText(
    'Saved',
  )

/** What axe finds wrong with the page as it stands, by day and by night. */
const faults = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(passes.length).toBeGreaterThan(10)
    found.push(
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${colorScheme}: ${id} ${target.join(' ')} ${failureSummary}`,
        ),
      ),
    )
  }
  return found
}

const asks = `Write a diary of 12 weeks. Every 3 weeks starting from week 2, mention the "choir". In week 7, mention "the ferry".`

test('what is asked appears as chips while one types, and is underlined in the text', async ({ browser }) => {
  await withPage(browser, 0, async (page) => {
    await beginBrief(page, asks)
    await expect(chip(page, 'choir')).toContainText('every 3 weeks from week 2')
    await page.keyboard.type(' Never use the word "amazing".', { delay: 5 })
    await expect(chip(page, 'amazing')).toContainText('checked by code')
    await chip(page, 'the ferry').getByRole('button', { name: 'ferry' }).click()
    const selected = await page
      .getByRole('textbox', { name: 'What you want written' })
      .evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))
    expect(selected).toContain('the ferry')
    expect(await faults(page)).toEqual([])
  })
})

test('a chip is corrected by form, muted, added from a selection, and stays so', async ({ browser }) => {
  await withPage(browser, 0, async (page) => {
    await beginBrief(page, `${asks} The bread is fresh.`)
    await chip(page, 'choir').getByRole('button', { name: 'Change' }).click()
    const form = page.getByRole('form', { name: 'Change this requirement' })
    await form.getByRole('textbox', { name: 'Step of this requirement' }).fill('4')
    expect(await faults(page)).toEqual([])
    await form.getByRole('button', { name: 'Keep this' }).click()
    await expect(chip(page, 'choir')).toContainText('every 4 weeks from week 2')
    await chip(page, 'ferry').getByRole('button', { name: 'Mute' }).click()
    await expect(chip(page, 'ferry')).toContainText('Muted')
    const field = page.getByRole('textbox', { name: 'What you want written' })
    await field.evaluate((area: HTMLTextAreaElement) => {
      const from = area.value.indexOf('The bread is fresh')
      area.focus()
      area.setSelectionRange(from, from + 'The bread is fresh'.length)
    })
    await press(page, 'Add the selection')
    await expect(chip(page, 'The bread is fresh')).toContainText('judged by the reviewer')
    await briefSaved(page)
    await page.reload()
    await expect(chip(page, 'choir')).toContainText('every 4 weeks from week 2')
    await expect(chip(page, 'ferry')).toContainText('Muted')
    await expect(chip(page, 'The bread is fresh').first()).toBeVisible()
  })
})

test('what contradicts itself is shown with both quotes, and no run begins', async ({ browser }) => {
  await withPage(browser, 0, async (page) => {
    await beginBrief(
      page,
      'Write a diary of 6 weeks. Each week has 200 to 220 words. Every week must have at least 300 words.',
    )
    const conflicts = page.getByRole('region', { name: 'Conflicts' })
    await expect(conflicts).toContainText('200 to 220 words')
    await expect(conflicts).toContainText('at least 300 words')
    expect(await faults(page)).toEqual([])
    await briefSaved(page)
    await press(page, 'Make the plan')
    await expect(page.getByText('The brief contradicts itself', { exact: false }).first()).toBeVisible()
    await expect(page.getByRole('treeitem')).toHaveCount(0)
  })
})

const counted = async (page: Page, name: string): Promise<number> => {
  const text = await page.getByLabel('Requirements counted').innerText()
  return Number(new RegExp(`([\\d,]+)\\s*${name}`, 'u').exec(text)?.[1]?.replace(',', '') ?? -1)
}

const cell = (page: Page): Locator => page.getByRole('gridcell')

/** Walks the rows of the loom until the cell says this. */
const walkTo = async (page: Page, words: RegExp): Promise<void> => {
  await cell(page).focus()
  await page.keyboard.press('Control+Home')
  for (let i = 0; i < 20; i += 1) {
    const said = await cell(page).getAttribute('aria-label')
    if (words.test(said ?? '')) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The loom has no row ${words}`)
}

test('the loom: threads before the plan, knots that turn from owed to kept, a walk by keys', async ({
  browser,
}) => {
  await withPage(browser, 8, async (page) => {
    await press(page, /Begin from the sample.*Tuesdays/iu)
    await goTo(page, 'Loom')
    await expect(page.getByText('There is no plan yet.', { exact: false })).toBeVisible()
    await walkTo(page, /choir”, Week 1: not owed$/u)
    await page.keyboard.press('Control+ArrowRight')
    await expect(cell(page)).toHaveAccessibleName('Requirement Say “choir”, Week 3: owed')
    await press(page, 'Make the plan')
    await page.getByRole('button', { name: 'Approve the plan' }).click({ timeout: 30_000 })
    const owed = await counted(page, 'owed')
    expect(owed).toBeGreaterThan(30)
    await press(page, 'Draft the sections')
    await goTo(page, 'Loom')
    await expect.poll(() => counted(page, 'kept'), { timeout: 40_000 }).toBeGreaterThan(0)
    expect(await counted(page, 'owed')).toBeGreaterThan(0)
    await expect(runSentence(page)).toHaveText(/^Done: /u, { timeout: 90_000 })
    expect(await counted(page, 'owed')).toBe(0)
    expect(await faults(page)).toEqual([])
    await walkTo(page, /choir”/u)
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+ArrowRight')
    await expect(cell(page)).toHaveAccessibleName(/^Requirement Say “choir”, Week 3: kept, “choir”$/iu)
    await expect(cell(page)).toBeFocused()
    await page.keyboard.press('End')
    await expect(cell(page)).toHaveAccessibleName(/Week 26: not owed$/u)
    await page.keyboard.press('Control+ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(page.locator('.highlight-quote')).toHaveText(/choir/iu)
  })
})

test('a click on a broken knot leads to the text, and to its mending', async ({ browser }) => {
  await withPage(browser, 0, async (page) => {
    await press(page, /Begin from the sample.*Tuesdays/iu)
    await press(page, 'Make the plan')
    await page.getByRole('button', { name: 'Approve the plan' }).click({ timeout: 30_000 })
    await press(page, 'Draft the sections')
    await expect(runSentence(page)).toHaveText(/^Done: /u, { timeout: 90_000 })
    await goTo(page, 'Manuscript')
    const title = await page.getByRole('treeitem').nth(2).getAttribute('aria-label')
    await page.getByRole('treeitem').nth(2).click()
    const week = title ? textOf(page, title) : page.getByRole('textbox', { name: /^Text of Week 3/u })
    await week.click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Nothing was sung.')
    await saved(page)
    await goTo(page, 'Loom')
    await press(page, 'Only broken or unsure')
    await walkTo(page, /choir”/u)
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+ArrowRight')
    await expect(cell(page)).toHaveAccessibleName(/Week 3.*: broken/u)
    await page.keyboard.press('Escape')
    const box = await cell(page).boundingBox()
    if (!box) throw new Error('The cell is not on the screen.')
    const click = () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await click()
    const card = page.getByRole('dialog', { name: 'Requirement' })
    await expect(card.getByRole('textbox')).toHaveValue(/choir/u)
    expect(await faults(page)).toEqual([])
    await card.getByRole('button', { name: 'Show in the text' }).click()
    await expect(week).toHaveText('Nothing was sung.')
    await expect(week).toBeInViewport()
    await goTo(page, 'Loom')
    await click()
    await card.getByRole('button', { name: 'Mend it' }).click()
    await expect(page.getByRole('button', { name: /proposal/iu }).first()).toBeVisible({ timeout: 30_000 })
  })
})
