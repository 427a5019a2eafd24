import { expect, test, type Browser, type Page } from '@playwright/test'
import { importText, novel, press, saved, textOf, typeInto } from './desk.ts'
import { withHost } from './with-host.ts'

test.describe.configure({ timeout: 90_000 })

/** The section that is asked about. */
const section = 'High water'

const text =
  'The ferry went over at noon. Two carts and a piano were on board, and nobody had paid for the piano.'
const told = novel.replace('The ferry went over at noon.', text)

const withNovel = (browser: Browser, use: (page: Page) => Promise<void>) =>
  withHost(browser, {}, async (page) => {
    await importText(page, told)
    await use(page)
  })

const asking = (page: Page) => page.getByRole('dialog', { name: 'Ask Longhand' })
const ownCommand = (page: Page) => page.getByRole('dialog', { name: 'Your own command' })
const proposal = (page: Page) => page.getByRole('article', { name: `Proposal for ${section}` })

/** Selects from the caret's place to the end of the text, by keys. */
const selectLast = async (page: Page, words: number): Promise<void> => {
  await textOf(page, section).click()
  await page.keyboard.press('ControlOrMeta+End')
  for (let i = 0; i < words; i += 1) await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
}

test('words are selected and shortened: the proposal changes them and nothing else', async ({ browser }) => {
  await withNovel(browser, async (page) => {
    await selectLast(page, 16)
    await expect(page.getByRole('toolbar', { name: 'Selected text' })).toContainText('Ask Longhand')
    await page.keyboard.press('ControlOrMeta+j')
    await expect(asking(page)).toContainText('For what you have selected in “High water”.')
    await expect(asking(page).getByRole('blockquote')).toContainText('nobody had paid for the piano.')
    await asking(page).getByRole('radio', { name: 'Shorten' }).check()
    await page.keyboard.press('Enter')
    await expect(asking(page)).toBeHidden()
    await expect(proposal(page)).toContainText('Shorten', { timeout: 30_000 })
    await expect(textOf(page, section)).toHaveText(text)
    await proposal(page).getByRole('button', { name: 'Accept' }).click()
    await expect(proposal(page)).toBeHidden()
    await expect(textOf(page, section)).toContainText('The ferry went over at noon.')
    await expect(textOf(page, section)).not.toContainText('nobody had paid')
    await saved(page)
  })
})

test('a whole section is asked about, and a note is wanted where the command asks for one', async ({
  browser,
}) => {
  await withNovel(browser, async (page) => {
    await page.getByRole('treeitem', { name: section }).click()
    await page.keyboard.press('ControlOrMeta+j')
    await expect(asking(page)).toContainText('For the whole section in “High water”.')
    await expect(asking(page).getByRole('radio', { name: 'Describe' })).toHaveCount(0)
    await asking(page).getByRole('radio', { name: 'Rewrite' }).check()
    await asking(page).getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(asking(page)).toBeVisible()
    await asking(page).getByLabel('What should be different?').fill('Let it be winter.')
    await asking(page).getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(proposal(page)).toContainText('Rewrite: Let it be winter.', { timeout: 30_000 })
    await proposal(page).getByRole('button', { name: 'Drop' }).click()
    await expect(proposal(page)).toBeHidden()
    await expect(textOf(page, section)).toHaveText(text)
  })
})

test('a section without a text says so, and what to do', async ({ browser }) => {
  await withNovel(browser, async (page) => {
    await textOf(page, 'Night').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await saved(page)
    await page.keyboard.press('ControlOrMeta+j')
    await asking(page).getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(asking(page).getByRole('alert')).toHaveText(
      'This section has no text yet. Write something, or have it drafted.',
    )
  })
})

test('a command of one’s own: what it names must exist; it asks its question, is used, changed and forgotten', async ({
  browser,
}) => {
  await withNovel(browser, async (page) => {
    await page.getByRole('treeitem', { name: section }).click()
    await page.keyboard.press('ControlOrMeta+j')
    await press(page, 'New command')
    const form = ownCommand(page)
    await expect(form.getByLabel('Name')).toBeFocused()
    await form.getByLabel('Name').fill('As a letter')
    await form.getByLabel('What the model is told').fill('Write {passage} as a letter to {note}.')
    await form.getByRole('button', { name: 'Keep this command' }).click()
    await expect(form.getByRole('alert')).toContainText('{passage} stands for nothing.')
    await form.getByLabel('What the model is told').fill('Write {selection} as a letter to {note}.')
    await form.getByLabel('What you are asked for the note').fill('To whom?')
    await form.getByRole('button', { name: 'Keep this command' }).click()
    await expect(form).toBeHidden()
    await expect(asking(page).getByRole('radio', { name: 'As a letter' })).toBeChecked()
    await asking(page).getByLabel('To whom?').fill('the owner')
    await asking(page).getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(proposal(page)).toContainText('As a letter: the owner', { timeout: 30_000 })

    await page.reload()
    await page.getByRole('treeitem', { name: section }).click()
    await page.keyboard.press('ControlOrMeta+j')
    await asking(page).getByRole('radio', { name: 'As a letter' }).check()
    await press(page, 'Change it')
    await form.getByLabel('Name').fill('As a postcard')
    await form.getByRole('button', { name: 'Keep this command' }).click()
    await expect(asking(page).getByRole('radio', { name: 'As a postcard' })).toBeChecked()
    await press(page, 'Forget it')
    await expect(asking(page).getByRole('radio', { name: 'As a postcard' })).toHaveCount(0)
    await expect(asking(page).getByRole('status')).toContainText('undo brings it back')
    await page.keyboard.press('Escape')
    await expect(asking(page)).toBeHidden()
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+j')
    await expect(asking(page).getByRole('radio', { name: 'As a postcard' })).toBeVisible()
  })
})

test('what is typed waits for its form: a note, and a command of one’s own, until they are cancelled', async ({
  browser,
}) => {
  await withNovel(browser, async (page) => {
    await page.getByRole('treeitem', { name: section }).click()
    await page.keyboard.press('ControlOrMeta+j')
    await asking(page).getByRole('radio', { name: 'Rewrite' }).check()
    const note = asking(page).getByLabel('What should be different?')
    await note.fill('Let it be winter.')
    await press(page, 'New command')
    await ownCommand(page).getByLabel('What the model is told').fill('Make it rhyme.')
    await page.keyboard.press('Escape')
    await asking(page).getByRole('radio', { name: 'Rewrite' }).check()
    await expect(note).toHaveValue('Let it be winter.')
    await press(page, 'New command')
    await expect(ownCommand(page).getByLabel('What the model is told')).toHaveValue('Make it rhyme.')
    await ownCommand(page).getByRole('button', { name: 'Cancel' }).click()
    await press(page, 'New command')
    await expect(ownCommand(page).getByLabel('What the model is told')).toHaveValue('')
  })
})

test('a proposal that was dropped or accepted waits again by undo, and what was typed elsewhere stays', async ({
  browser,
}) => {
  await withNovel(browser, async (page) => {
    await page.getByRole('treeitem', { name: section }).click()
    await page.keyboard.press('ControlOrMeta+j')
    await asking(page).getByRole('radio', { name: 'Shorten' }).check()
    await page.keyboard.press('Enter')
    await expect(proposal(page)).toBeVisible({ timeout: 30_000 })
    await typeInto(page, textOf(page, 'Night'), ' Mine alone.')
    await proposal(page).getByRole('button', { name: 'Drop' }).click()
    await expect(proposal(page)).toBeHidden()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(proposal(page)).toBeVisible()
    await expect(textOf(page, 'Night')).toContainText('Mine alone.')
    await proposal(page).getByRole('button', { name: 'Accept' }).click()
    await expect(proposal(page)).toBeHidden()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(proposal(page)).toBeVisible()
    await expect(textOf(page, section)).toHaveText(text)
    await expect(textOf(page, 'Night')).toContainText('Mine alone.')
  })
})
