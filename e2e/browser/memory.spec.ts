import { expect, test, type Browser, type Page } from '@playwright/test'
import { importText, press, runSentence, saved, textOf } from './desk.ts'
import { withHost } from './with-host.ts'

test.describe.configure({ timeout: 120_000 })

const northQuay = 'The boat that the carters called “Grey Heron” lay at the north quay.'
const southQuay = 'The boat that the carters called “Grey Heron” lay at the south quay.'

const text = `# The river

## Low water

${northQuay}

## High water

At noon the “Grey Heron” went over with two carts, and the rope held.

## Night

Nobody went over at night.
`

const facts = (page: Page) => page.getByRole('region', { name: 'Memory' })
const terms = (page: Page) => facts(page).getByRole('region', { name: 'Terms' })
const people = (page: Page) => facts(page).getByRole('region', { name: 'People' })
const form = (page: Page) => page.getByRole('form', { name: 'A fact' })
const openTab = (page: Page, name: string) => page.getByRole('tab', { name }).click()
const done = (page: Page) => expect(runSentence(page)).toHaveText(/^Done: /u, { timeout: 60_000 })

const fill = async (page: Page, name: string, fact: string): Promise<void> => {
  await form(page).getByLabel('Name').fill(name)
  await form(page).getByLabel('What holds').fill(fact)
}

/** The work after a run, which has remembered what its texts say. */
const withMemory = (browser: Browser, use: (page: Page) => Promise<void>) =>
  withHost(browser, {}, async (page) => {
    await importText(page, text)
    await openTab(page, 'Memory')
    await expect(page.getByText('Nothing is remembered yet.')).toBeVisible()
    await press(page, 'Resume')
    await done(page)
    await use(page)
  })

/** Writes the first section anew, and has a run look at it. */
const rewrite = async (page: Page, letters: string): Promise<void> => {
  await textOf(page, 'Low water').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(letters)
  await saved(page)
  await openTab(page, 'Orders')
  await press(page, 'Look again')
  await done(page)
}

test('facts are added, changed, forgotten and brought back; the writer’s stay whatever a run reads', async ({
  browser,
}) => {
  await withMemory(browser, async (page) => {
    await expect(terms(page)).toContainText(northQuay)
    await press(page, 'Add a fact')
    await fill(page, 'Ines', 'is afraid of the water')
    await form(page).getByLabel('Until').selectOption({ label: 'High water' })
    await form(page).getByRole('button', { name: 'Keep' }).click()
    await expect(people(page)).toContainText('Ines')
    await expect(people(page)).toContainText('from Low water, until High water, yours')

    await people(page)
      .getByRole('button', { name: /^Change/u })
      .click()
    await form(page).getByLabel('From').selectOption({ label: 'Night' })
    await form(page).getByRole('button', { name: 'Keep' }).click()
    await expect(page.getByRole('status', { name: 'Notices' })).toContainText(
      'It would end before it begins. Choose a later end, or none.',
    )
    await form(page).getByLabel('From').selectOption({ label: 'High water' })
    await form(page).getByLabel('What holds').fill('is afraid of deep water')
    await form(page).getByRole('button', { name: 'Keep' }).click()
    await expect(people(page)).toContainText('is afraid of deep water')

    await people(page)
      .getByRole('button', { name: /^Forget/u })
      .click()
    await expect(people(page)).toBeHidden()
    await expect(page.locator('#dock-panel :focus')).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(people(page)).toContainText('from High water, until High water, yours')

    await rewrite(page, `${northQuay} It rained.`)
    await openTab(page, 'Memory')
    await expect(people(page)).toContainText('is afraid of deep water')
  })
})

test('facts that are being typed wait while other things are looked at, each in its form', async ({
  browser,
}) => {
  await withMemory(browser, async (page) => {
    await terms(page)
      .getByRole('button', { name: /^Change/u })
      .first()
      .click()
    await form(page).getByLabel('What holds').fill('lay at neither quay')
    await press(page, 'Add a fact')
    await form(page).first().getByLabel('Name').fill('Ines')
    await openTab(page, 'Checks')
    await openTab(page, 'Memory')
    await expect(form(page).first().getByLabel('Name')).toHaveValue('Ines')
    await expect(form(page).last().getByLabel('What holds')).toHaveValue('lay at neither quay')
    await form(page).first().getByLabel('What holds').fill('is afraid of the water')
    await form(page).first().getByRole('button', { name: 'Keep' }).click()
    await expect(people(page)).toContainText('Ines')
    await expect(runSentence(page)).toHaveText(/^Done: /u)
    await form(page).getByRole('button', { name: 'Cancel' }).click()
    await expect(form(page)).toHaveCount(0)
    await expect(terms(page)).toContainText(northQuay)
  })
})

test('what a changed text says otherwise is a card: memory changes when the writer says so, and back by undo', async ({
  browser,
}) => {
  await withMemory(browser, async (page) => {
    await rewrite(page, southQuay)
    const card = page.getByRole('article', { name: 'Memory in Low water' })
    await expect(card.getByRole('deletion')).toContainText(northQuay)
    await expect(card.getByRole('insertion')).toContainText(southQuay)
    await openTab(page, 'Memory')
    await expect(terms(page)).toContainText(northQuay)
    await openTab(page, 'Orders')
    await card.getByRole('button', { name: 'Change it' }).click()
    await expect(card).toBeHidden()
    await openTab(page, 'Memory')
    await expect(terms(page)).toContainText(southQuay)
    await expect(terms(page)).not.toContainText(northQuay)
    await page.getByRole('tab', { name: 'Memory' }).focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(terms(page)).toContainText(northQuay)
    await openTab(page, 'Orders')
    await expect(card).toBeVisible()
  })
})
