import { expect, test, type Browser, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { press, runSentence } from './desk.ts'
import { openPage, startHost } from './host.ts'

test.describe.configure({ timeout: 120_000 })

const withPlan = async (browser: Browser, use: (page: Page) => Promise<void>): Promise<void> => {
  const host = await startHost({})
  try {
    const page = await openPage(browser, host.url())
    await press(page, /Begin from the sample.*harbour/iu)
    await press(page, 'Make the plan')
    await expect(page.getByRole('button', { name: 'Approve the plan' })).toBeVisible({ timeout: 30_000 })
    await use(page)
    await page.context().close()
  } finally {
    await host.stop()
  }
}

const costs = (page: Page) => page.getByRole('dialog', { name: 'What it costs' })

test('what the rest will cost is said by phase, and a cap pauses the run with all that is written kept', async ({
  browser,
}) => {
  await withPlan(browser, async (page) => {
    await press(page, /tokens/u)
    const rest = costs(page).getByRole('region', { name: 'The rest of the work' })
    await expect(rest.getByRole('row', { name: /^Drafting 8 / })).toBeVisible()
    await expect(rest.getByRole('row', { name: /^In all .*free/u })).toBeVisible()
    await costs(page).getByLabel('Cap in tokens').fill('12000')
    await costs(page).getByLabel('Cap in US dollars').fill('0,5')
    await costs(page).getByRole('button', { name: 'Keep these caps' }).click()
    await press(page, 'Approve the plan')
    await press(page, 'Draft the sections')
    await expect(page.getByText(/cap of 12000 tokens/u).first()).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('button', { name: /tokens of at most 12k/u })).toBeVisible()
    await expect(
      page.getByRole('button', { name: /tokens of at most .* of at most \$0\.500/u }),
    ).toBeVisible()
    await press(page, /tokens of at most/u)
    await costs(page).getByLabel('Cap in tokens').fill('')
    await costs(page).getByRole('button', { name: 'Keep these caps' }).click()
    await press(page, 'Resume')
    await expect(runSentence(page)).toHaveText(/^Done: /u, { timeout: 90_000 })
  })
})

test('a call shows its prompt in parts and its reply, and leaves as a scenario', async ({ browser }) => {
  await withPlan(browser, async (page) => {
    await press(page, 'Manuscript')
    await page.getByRole('tab', { name: 'Calls' }).click()
    const calls = page.getByRole('region', { name: 'Calls' })
    await calls.getByRole('button', { name: /^Plan/u }).first().click()
    await expect(
      calls.getByRole('region', { name: 'Prompt' }).getByText('The brief', { exact: true }),
    ).toBeVisible()
    await expect(calls.getByRole('region', { name: 'Reply' })).toContainText('"entry"')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      calls.getByRole('button', { name: 'Export as a scenario' }).click(),
    ])
    const scenario: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'))
    expect(scenario).toMatchObject({ scenario: 1, verb: 'plan', model: 'practice' })
  })
})
