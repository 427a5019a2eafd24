import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { scenes } from '../../scripts/scenes.mjs'
import { startHost, test, type Host } from './host.ts'

let host: Host

test.beforeAll(async () => {
  host = await startHost()
})
test.afterAll(() => host.stop())

const themes = ['light', 'dark'] as const

/** What axe finds wrong with the page as it stands, one line each. */
const faults = async (page: Page, where: string): Promise<readonly string[]> => {
  // Without this axe closes its work on a blank page of its own.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(passes.length).toBeGreaterThan(10)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} ${target.join(' ')} ${failureSummary}`),
  )
}

test('every panel is accessible in both themes', async ({ page }) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(host.url())
  const found: string[] = []
  for (const { name, go } of scenes) {
    await go(page)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      found.push(...(await faults(page, `${name}, ${colorScheme}`)))
    }
  }
  expect(found).toEqual([])
})

/** Presses Tab until a button, field or tab with this name has the focus. */
const tabTo = async (page: Page, name: RegExp, key = 'Tab'): Promise<void> => {
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press(key)
    const focused = page.locator('*:focus')
    if ((await focused.count()) === 0) continue
    const snapshot = await focused.first().ariaSnapshot()
    if (name.test(snapshot.split('\n', 1)[0] ?? '')) return
  }
  throw new Error(`Tab never led to ${name}`)
}

/** Presses the shortcut of the next step as soon as the bar offers that step. */
const takeStep = async (page: Page, words: string): Promise<void> => {
  const bar = page.getByRole('group', { name: 'Run' })
  await expect(bar.getByRole('button', { name: words })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+Enter')
}

test('from the brief to the export without a mouse', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto(host.url())
  await expect(page.getByRole('heading', { name: 'Try a sample' })).toBeVisible()
  await tabTo(page, /textbox "Title"/u)
  await page.keyboard.type('A winter alone')
  await tabTo(page, /button "Begin"/u)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Brief' })).toBeVisible()

  await tabTo(page, /spinbutton "Words in all"|textbox "Words in all"/u)
  await page.keyboard.type('600')
  await tabTo(page, /"How many"/u)
  await page.keyboard.type('3')
  await tabTo(page, /button "Add a requirement"/u)
  await page.keyboard.press('Enter')
  await tabTo(page, /textbox "Words of requirement 1"/u, 'Shift+Tab')
  await page.keyboard.type('lamp')
  await tabTo(page, /textbox "What you want written"/u)
  await page.keyboard.type('A keeper spends one winter alone with a light.')
  await expect(page.getByRole('region', { name: 'Brief' }).getByText('Saved')).toBeVisible()

  await takeStep(page, 'Make the plan')
  await takeStep(page, 'Approve the plan')
  await takeStep(page, 'Draft the sections')
  await takeStep(page, 'Export')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Shift+2')
  await tabTo(page, /treeitem/u)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.section-text:focus')).toBeVisible()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' By keys alone.')
  await page.keyboard.press('Shift+Home')
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible()
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('Enter')
  await expect(page.locator('.section-text strong').last()).toContainText('By keys alone.')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Export')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.keyboard.press('Enter')
      await tabTo(page, /button "Export as Markdown/u)
      await page.keyboard.press('Enter')
    })(),
  ])
  expect(download.suggestedFilename()).toBe('A winter alone.md')
})
