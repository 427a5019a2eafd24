import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { desktop, laptop, large, scenes } from '../../scripts/scenes.mjs'
import { startHost, test, type Host } from './host.ts'

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>
type Axe = { readonly run: (place: Element | Document, options: object) => Promise<Results> }
type Found = { readonly passes: number; readonly violations: readonly string[] }

/** What axe, which is in the page already, says of what can be reached: the page, or the dialogue over it. */
const look = (page: Page, rules: readonly string[] | null): Promise<Found> =>
  page.evaluate(async (only): Promise<Found> => {
    const axe: Axe = Reflect.get(window, 'axe')
    const place = document.querySelector('dialog[open]') ?? document
    const options = { preload: false, resultTypes: ['violations'], ...(only && { runOnly: only }) }
    const { passes, violations } = await axe.run(place, options)
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    )
    return { passes: passes.length, violations: told }
  }, rules)

/** A host of its own for each test, as the first one ends it. */
const withHost = async (pace: number, use: (host: Host) => Promise<void>): Promise<void> => {
  const host = await startHost({ env: { LONGHAND_PRACTICE_PACE: String(pace) } })
  try {
    await use(host)
  } finally {
    await host.stop()
  }
}

/** Too quick to be looked at: the walk goes on without it. */
const passing = 'running'

/** In the dark only the colours can be others than by day; on a large screen, what stands where. */
const looks = [
  { kind: 'light', colorScheme: 'light', size: laptop, rules: null },
  { kind: 'dark', colorScheme: 'dark', size: laptop, rules: ['color-contrast'] },
  { kind: 'large and dark', colorScheme: 'dark', size: desktop, rules: null },
] as const

test('every panel is accessible in both themes, on a laptop and on a large screen', async ({ page }) => {
  test.setTimeout(240_000)
  page.setDefaultTimeout(30_000)
  // Slow enough that a run can still be stopped when the drafts have been looked at.
  await withHost(25, async (host) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(host.url())
    const found: string[] = []
    // Brings axe into the page; without the legacy mode it closes its work on a blank page of its own.
    await new AxeBuilder({ page }).setLegacyMode().analyze()
    for (const { name, go } of scenes.filter((scene) => scene.name !== passing)) {
      await go(page, host.kill)
      for (const { kind, colorScheme, size, rules } of looks) {
        if (size === desktop && !large.has(name)) continue
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme })
        const { passes, violations } = await look(page, rules)
        expect(passes).toBeGreaterThan(0)
        found.push(...violations.map((each) => `${name}, ${kind}: ${each}`))
      }
      await page.setViewportSize(laptop)
    }
    expect(found).toEqual([])
  })
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
const takeStep = async (page: Page, words: string | RegExp): Promise<void> => {
  const bar = page.getByRole('group', { name: 'Run' })
  await expect(bar.getByRole('button', { name: words })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+Enter')
}

test('from the brief to the export without a mouse', async ({ page }) => {
  test.setTimeout(120_000)
  await withHost(0, async (host) => {
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
    await takeStep(page, /^(?:Export|See the work orders)$/u)
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
    await expect(page.locator('.section-text strong').last()).toContainText('alone.')

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
})
