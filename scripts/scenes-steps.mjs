// What a hand does on the page, for the scenes.

/** @typedef {import('playwright-core').Page} Page */

/** For what waits for the model. */
export const patient = { timeout: 60_000 }

/** @param {Page} page @param {string | RegExp} name */
export const press = (page, name) => page.getByRole('button', { name }).first().click()

/** @param {Page} page @param {string} name */
export const goTo = (page, name) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).click()

/** @param {Page} page @param {string} name */
export const openDock = (page, name) => page.getByRole('tab', { name }).click()

/** @param {Page} page */
export const close = (page) => page.keyboard.press('Escape')

/** @param {Page} page */
const run = (page) => page.getByRole('group', { name: 'Run' })

/** @param {Page} page @param {string | RegExp} name */
export const runButton = (page, name) => run(page).getByRole('button', { name })

/** The texts of the manuscript that can be typed into. @param {Page} page */
const texts = (page) => page.locator('.section-text[contenteditable=true]')

/** @param {Page} page */
export const saved = (page) =>
  page
    .getByRole('status', { name: 'Saved state' })
    .filter({ hasText: /^Saved$/u })
    .waitFor()

/** @param {Page} page */
export const briefSaved = (page) =>
  page
    .getByRole('region', { name: 'Brief', exact: true })
    .getByRole('status')
    .filter({ hasText: /^Saved$/u })
    .waitFor()

/** Puts the caret before the first letter of a text. @param {Page} page @param {number} [at] */
export const beginning = async (page, at = 0) => {
  await texts(page)
    .nth(at)
    .click({ position: { x: 200, y: 12 } })
  await page.keyboard.press('Control+Home')
}

/** @param {Page} page @param {number} count */
export const selectWords = async (page, count) => {
  for (let i = 0; i < count; i += 1) await page.keyboard.press('Control+Shift+ArrowRight')
}
