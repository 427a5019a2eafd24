import { expect, type Locator, type Page } from '@playwright/test'

/** Presses the button of exactly this name, or of the one name that fits. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** The sentence that says how the run stands. */
export const runSentence = (page: Page): Locator =>
  page.getByRole('group', { name: 'Run' }).getByRole('status')

/** The editor of the section with this title. */
export const textOf = (page: Page, title: string): Locator =>
  page.getByRole('textbox', { name: `Text of ${title}` })

/** Types behind the last letter of a section, as fast as a quick writer. */
export const typeInto = async (page: Page, text: Locator, letters: string): Promise<void> => {
  await text.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(letters, { delay: 10 })
}

/** Waits until the status line says that everything is saved. */
export const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'Saved state' })).toHaveText('Saved')

/** A novel of three sections, as pasted. */
export const novel = `# The Ferry

## Low water

The ferry lay on the mud.

## High water

The ferry went over at noon.

## Night

Nobody went over at night.
`

/** Makes a project of a pasted text, from the first screen. */
export const importText = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('form', { name: 'Import' }).getByLabel('Text', { exact: true }).fill(text)
  await press(page, 'Make sections of it')
  await expect(page.getByRole('tree').getByRole('treeitem').first()).toBeVisible()
}
