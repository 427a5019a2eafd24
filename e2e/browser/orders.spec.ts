import { expect, test, type Browser, type Page } from '@playwright/test'
import { importText, press, runSentence, saved, textOf } from './desk.ts'
import { withHost } from './with-host.ts'

test.describe.configure({ timeout: 120_000 })

const council =
  'The council of the harbour met at noon and voted to raise the north quay by two metres, and nobody in the hall spoke against it, though the fishermen had said for years that the mud would come back.'

/** A text with matter told twice, a word written two ways, and a section that begins with the end of the one before. */
const faulty = `# The quay

## Low water

One morning it rained. ${council} An email came. The rain had come to stay.

## High water

The rain had come to stay. We sent an email. The colour of the sea was grey.

## The letter

By then it was the third week. They sent an e-mail. Nothing moved.

## Night

Later it was dry. ${council} And so it ended.
`

const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true })
const proposal = (page: Page, title: string) => page.getByRole('article', { name: `Proposal for ${title}` })
const marked = (page: Page) => page.locator('.highlight-quote')

/** The work after a run has looked at all its texts; what it found is on the screen. */
const withOrders = (browser: Browser, use: (page: Page) => Promise<void>) =>
  withHost(browser, {}, async (page) => {
    await importText(page, faulty)
    await press(page, 'Resume')
    await expect(runSentence(page)).toHaveText('Done: 129 words, 3 orders to look at', {
      timeout: 60_000,
    })
    await press(page, 'See the work orders')
    await use(page)
  })

test('what a run finds is a card each: its quotes lead to their places, it is edited, dropped and brought back', async ({
  browser,
}) => {
  await withOrders(browser, async (page) => {
    const seam = card(page, 'Join in High water')
    await expect(page.getByRole('tab', { name: 'Orders 3' })).toHaveAttribute('aria-selected', 'true')
    await seam
      .getByRole('button', { name: /^Show in the text/u })
      .last()
      .click()
    await expect(marked(page)).toHaveText('The rain had come to stay.')
    await expect(textOf(page, 'Low water').locator('.highlight-quote')).toBeVisible()
    const twice = card(page, 'Told twice in Night')
    await twice
      .getByRole('button', { name: /^Show in the text/u })
      .first()
      .click()
    await expect(textOf(page, 'Night').locator('.highlight-quote')).toContainText(
      'The council of the harbour',
    )

    await seam.getByRole('button', { name: 'Edit' }).click()
    await seam.getByRole('textbox', { name: 'What is to be done' }).fill('Begin with the email.')
    await page.getByRole('tab', { name: 'Checks' }).click()
    await page.getByRole('tab', { name: 'Orders' }).click()
    await expect(seam.getByRole('textbox', { name: 'What is to be done' })).toHaveValue(
      'Begin with the email.',
    )
    await seam.getByRole('button', { name: 'Keep' }).click()
    await expect(seam.getByText('Begin with the email.', { exact: true })).toBeVisible()

    await twice.getByRole('button', { name: 'Drop' }).focus()
    await page.keyboard.press('Enter')
    await expect(twice).toBeHidden()
    await expect(page.getByRole('status', { name: 'Notices' })).toContainText('Undo brings it back.')
    // The focus stays where the hands are.
    await expect(page.locator('#dock-panel :focus')).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(twice).toBeVisible()
    await press(page, 'Drop all')
    await expect(page.getByText('Nothing is to be done.')).toBeVisible()
    await expect(page.locator('#dock-panel')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(twice).toBeVisible()
    await page.reload()
    await expect(seam.getByText('Begin with the email.', { exact: true })).toBeVisible()
    await expect(twice).toBeVisible()
  })
})

test('what is rewritten for an order is a proposal, shown as a change of what stands, and accepted', async ({
  browser,
}) => {
  await withOrders(browser, async (page) => {
    const before = await textOf(page, 'High water').innerText()
    await card(page, 'Join in High water').getByRole('button', { name: 'Have it rewritten' }).click()
    await expect(card(page, 'Join in High water')).toBeHidden()
    await press(page, 'Look at it')
    const seam = proposal(page, 'High water')
    await expect(seam).toContainText('It does not read on well from “Low water”.')
    await expect(seam.getByRole('deletion').first()).toContainText('rain had come to stay')
    expect(await textOf(page, 'High water').innerText()).toBe(before)
    const added = (await seam.getByRole('insertion').first().innerText()).trim()
    await seam.getByRole('button', { name: 'Accept' }).click()
    await expect(seam).toBeHidden()
    await expect(textOf(page, 'High water')).toContainText(added)
    await expect(textOf(page, 'High water')).not.toContainText('rain had come to stay')
    await saved(page)
  })
})

test('all orders at once: each becomes a proposal, and accepting them leaves nothing to be done', async ({
  browser,
}) => {
  await withOrders(browser, async (page) => {
    await press(page, 'Do all of them')
    await press(page, 'See the proposals')
    for (const title of ['High water', 'The letter', 'Night'])
      await expect(proposal(page, title)).toBeVisible({ timeout: 30_000 })
    const letter = proposal(page, 'The letter')
    await expect(letter.getByRole('deletion')).toHaveText('e-mail')
    await expect(letter.getByRole('insertion')).toHaveText('email')
    for (const title of ['High water', 'The letter', 'Night']) {
      await proposal(page, title).getByRole('button', { name: 'Accept' }).click()
      await expect(proposal(page, title)).toBeHidden()
    }
    await expect(textOf(page, 'The letter')).toHaveText(
      'By then it was the third week. They sent an email. Nothing moved.',
    )
    await page.getByRole('tab', { name: 'Orders' }).click()
    await expect(page.getByText('Nothing is to be done.')).toBeVisible()
  })
})
