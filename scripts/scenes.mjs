// The panels of the page, one after another, as a walk through one project with the practice model.

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string | RegExp} name */
const press = (page, name) => page.getByRole('button', { name }).first().click()

/** @param {Page} page @param {string} name */
const goTo = (page, name) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).click()

/** @param {Page} page @param {string} name */
const openDock = (page, name) => page.getByRole('tab', { name }).click()

/** @param {Page} page */
const close = (page) => page.keyboard.press('Escape')

/** @param {Page} page */
const run = (page) => page.getByRole('group', { name: 'Run' })

/** The first text of the manuscript that can be typed into. @param {Page} page */
export const firstText = (page) => page.locator('.section-text[contenteditable=true]').first()

/**
 * Selects a few words, so that the menu of the selection shows.
 * @param {Page} page
 */
async function selectWords(page) {
  await goTo(page, 'Manuscript')
  await firstText(page).click()
  await page.keyboard.press('Control+Home')
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+Shift+ArrowRight')
  await page.getByRole('toolbar', { name: 'Selected text' }).waitFor()
}

/**
 * Writes into a section and asks for it anew, so that a proposal waits.
 * @param {Page} page
 */
async function makeProposal(page) {
  await firstText(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' The lamp was lit, and nobody came.')
  await page.getByText('Saved', { exact: true }).waitFor()
  await openDock(page, 'History')
  await page.getByLabel('Redo this section').fill('Shorter, and colder.')
  await press(page, 'Redo with this note')
  await goTo(page, 'Manuscript')
  await openDock(page, 'Proposals')
  await page.getByRole('button', { name: 'Drop' }).first().waitFor({ timeout: 20_000 })
}

/**
 * Every panel by its name, in the order in which they can be reached; `go` leads there from the one before.
 * @type {readonly { readonly name: string, readonly go: (page: Page) => Promise<unknown> }[]}
 */
export const scenes = [
  { name: 'start', go: (page) => page.getByRole('heading', { name: 'Try a sample' }).waitFor() },
  {
    name: 'brief',
    go: async (page) => {
      await press(page, /Begin from the sample/u)
      await page.getByRole('heading', { name: 'Brief' }).waitFor()
    },
  },
  {
    name: 'plan',
    go: async (page) => {
      await run(page).getByRole('button', { name: 'Make the plan' }).click()
      await run(page).getByRole('button', { name: 'Approve the plan' }).waitFor({ timeout: 20_000 })
      await goTo(page, 'Manuscript')
      await page.getByRole('treeitem').first().click()
    },
  },
  {
    name: 'drafts',
    go: async (page) => {
      await run(page).getByRole('button', { name: 'Approve the plan' }).click()
      await goTo(page, 'Drafts')
      const draft = run(page).getByRole('button', { name: 'Draft the sections' })
      await draft.click()
      await run(page).getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden', timeout: 60_000 })
    },
  },
  {
    name: 'loom',
    go: async (page) => {
      await goTo(page, 'Loom')
      await page.getByRole('gridcell').focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Control+ArrowRight')
    },
  },
  {
    name: 'loom-close',
    go: async (page) => {
      await page.getByRole('slider', { name: 'Zoom' }).fill('1')
      await page.getByRole('gridcell').focus()
    },
  },
  {
    name: 'manuscript',
    go: async (page) => {
      await page.getByRole('button', { name: 'Whole work' }).click()
      await selectWords(page)
    },
  },
  {
    name: 'checks',
    go: async (page) => {
      await close(page)
      await openDock(page, 'Checks')
    },
  },
  { name: 'proposals', go: makeProposal },
  { name: 'history', go: (page) => openDock(page, 'History') },
  {
    name: 'find',
    go: async (page) => {
      await page.keyboard.press('Control+f')
      await page.getByRole('searchbox', { name: 'Find in the manuscript' }).fill('the')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'models',
    go: async (page) => {
      await press(page, 'Close find')
      await page.keyboard.press('Control+m')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'palette',
    go: async (page) => {
      await close(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'export',
    go: async (page) => {
      await close(page)
      await page.keyboard.press('Control+Shift+E')
      await page
        .getByRole('button', { name: /^Export as/u })
        .first()
        .waitFor()
    },
  },
  {
    name: 'keys',
    go: async (page) => {
      await close(page)
      await page.keyboard.press('Control+/')
      await page.getByRole('dialog').waitFor()
    },
  },
]
