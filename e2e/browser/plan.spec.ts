import { expect, test, type Page } from '@playwright/test'
import { importText, novel, press, textOf } from './desk.ts'
import { withHost } from './with-host.ts'

test.describe.configure({ timeout: 90_000 })

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const intent = (page: Page) => page.getByRole('textbox', { name: 'What it is to do' })

const command = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

test('a plan is made anew as the writer says, and the order takes it back', async ({ browser }) => {
  await withHost(browser, {}, async (page) => {
    await press(page, /Begin from the sample.*harbour/iu)
    await press(page, 'Make the plan')
    await expect(page.getByRole('button', { name: 'Approve the plan' })).toBeVisible({ timeout: 30_000 })
    await page.getByRole('treeitem').nth(1).click()
    const before = await intent(page).inputValue()
    await page
      .getByRole('region', { name: 'Chosen section' })
      .getByRole('button', { name: 'Plan anew' })
      .click()
    await dialog(page, 'Plan anew').getByLabel('What should be different?').fill('Begin with the ships.')
    await expect(dialog(page, 'Plan anew')).toContainText('1 section would be planned anew.')
    await dialog(page, 'Plan anew').getByRole('button', { name: 'Plan anew' }).click()
    await expect(dialog(page, 'Plan anew')).toBeHidden()
    await expect(intent(page)).not.toHaveValue(before, { timeout: 30_000 })
    await expect(page.getByRole('button', { name: 'Approve the plan' })).toBeVisible()
    await command(page, 'Work orders')
    await press(page, /^Take back: Plan “/u)
    await expect(intent(page)).toHaveValue(before)
  })
})

test('more drafts of a section wait to be chosen from, and what stands stays', async ({ browser }) => {
  await withHost(browser, {}, async (page) => {
    await importText(page, novel)
    await page.getByRole('treeitem', { name: 'High water' }).click()
    await page.getByRole('tab', { name: 'History' }).click()
    await press(page, 'Write them')
    await page.getByRole('tab', { name: /^Proposals/u }).click()
    await expect(page.getByRole('article', { name: 'Proposal for High water' })).toHaveCount(2, {
      timeout: 30_000,
    })
    await expect(textOf(page, 'High water')).toHaveText('The ferry went over at noon.')
  })
})

test('the plan of another work is learnt, left out, and brought back', async ({ browser }) => {
  await withHost(browser, {}, async (page) => {
    await importText(page, novel)
    await command(page, 'Learn a plan')
    const learning = dialog(page, 'Learn a plan')
    await expect(learning).toContainText('There is no pattern')
    await learning
      .getByLabel('A text to learn from')
      .fill(
        '# A Voyage\n\n## Out\n\nThey sail, and sail.\n\n## Home\n\nThey are back, all of them, at last.\n',
      )
    await learning.getByRole('button', { name: 'Learn from the text' }).click()
    await expect(learning.getByRole('listitem')).toHaveCount(2)
    await expect(learning.getByRole('listitem').first()).toContainText('Out')
    await learning.getByRole('button', { name: 'Leave it out' }).click()
    await expect(learning).toContainText('There is no pattern')
    await learning.getByRole('button', { name: 'Close' }).click()
    await command(page, 'Undo')
    await command(page, 'Learn a plan')
    await expect(learning.getByRole('listitem')).toHaveCount(2)
  })
})
