// The panels of the page, one after another, as a walk through one project with the practice model.
import { once } from 'node:events'
import { createServer } from 'node:http'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ readonly name: string, readonly go: (page: Page, endHost: () => Promise<void>) => Promise<unknown> }} Scene */

/** The sizes of the screens that the page is looked at on, in px. */
export const laptop = { width: 1280, height: 800 }
export const desktop = { width: 1920, height: 1080 }

/** The scenes that are looked at on the large screen too. */
export const large = new Set(['brief', 'plan', 'drafts', 'manuscript', 'proposal-words'])

/** For what waits for the model. */
const patient = { timeout: 60_000 }

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

/** @param {Page} page @param {string} name */
const runButton = (page, name) => run(page).getByRole('button', { name })

/** The texts of the manuscript that can be typed into. @param {Page} page */
const texts = (page) => page.locator('.section-text[contenteditable=true]')

/** @param {Page} page */
const saved = (page) =>
  page
    .getByRole('status', { name: 'Saved state' })
    .filter({ hasText: /^Saved$/u })
    .waitFor()

/** Puts the caret before the first letter of a text. @param {Page} page @param {number} [at] */
const beginning = async (page, at = 0) => {
  await texts(page)
    .nth(at)
    .click({ position: { x: 200, y: 12 } })
  await page.keyboard.press('Control+Home')
}

/** @param {Page} page @param {number} count */
const selectWords = async (page, count) => {
  for (let i = 0; i < count; i += 1) await page.keyboard.press('Control+Shift+ArrowRight')
}

/** Starts a run with a server that refuses the key. @param {Page} page */
const trouble = async (page) => {
  const server = createServer((_, answer) => answer.writeHead(401).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = Object(server.address())
  await page.getByLabel('Base URL').fill(`http://127.0.0.1:${port}/v1`)
  await press(page, 'Use this model')
  await runButton(page, 'Make the plan').click()
  await page.getByRole('alert', { name: 'Why the run waits' }).waitFor(patient)
  server.close()
}

const pasted = `# The ferry

## Low water

The ferry lay on the mud, and the rope across the river hung slack.

## High water

At noon she went over with two horses and a piano.

## Night

Nobody went over at night.`

/**
 * Changes the first section on this page while another page, which is a little quicker, does so too.
 * @param {Page} page
 */
const conflict = async (page) => {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await beginning(other)
  await selectWords(other, 1)
  await beginning(page)
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+ArrowRight')
  await other.keyboard.type('Whatever')
  await page.keyboard.type(' for the moment', { delay: 40 })
  await page.getByText('Another text was saved here').waitFor()
  await other.close()
}

/**
 * Writes into the second section and asks for it anew, so that a proposal waits.
 * @param {Page} page
 */
const redo = async (page) => {
  await beginning(page, 1)
  await page.keyboard.type('The lamp was lit, and nobody came. ')
  await saved(page)
  await openDock(page, 'History')
  await page.getByLabel('Redo this section').fill('Shorter, and colder.')
  await press(page, 'Redo with this note')
  await page.getByRole('button', { name: 'Accept or drop' }).first().click(patient)
  await page.getByRole('button', { name: 'Drop' }).first().waitFor()
  await goTo(page, 'Manuscript')
}

/**
 * Every panel by its name, in the order in which they can be reached; `go` leads there from the one before. The last
 * one ends the host.
 * @type {readonly Scene[]}
 */
export const scenes = [
  { name: 'start', go: (page) => page.getByRole('heading', { name: 'Try a sample' }).waitFor() },
  {
    name: 'new-project',
    go: async (page) => {
      await page.getByRole('radio', { name: 'Report' }).check()
      await page.getByRole('textbox', { name: 'Title' }).fill('Ten years of the harbour')
    },
  },
  { name: 'import', go: (page) => page.getByLabel('Text', { exact: true }).fill(pasted) },
  {
    name: 'brief',
    go: async (page) => {
      await press(page, /Begin from the sample/u)
      await page.getByRole('heading', { name: 'Brief' }).waitFor()
    },
  },
  {
    name: 'models',
    go: async (page) => {
      await page.keyboard.press('Control+m')
      await page.getByRole('radio', { name: 'A server' }).check()
      await page.getByLabel('Base URL').fill('http://127.0.0.1:1234/v1')
      await page.getByRole('textbox', { name: 'Model', exact: true }).fill('qwen3-32b')
    },
  },
  { name: 'trouble', go: trouble },
  {
    name: 'plan',
    go: async (page) => {
      await page.keyboard.press('Control+m')
      await page.getByRole('radio', { name: 'Practice model' }).check()
      await press(page, 'Use this model')
      await runButton(page, 'Resume').click()
      await runButton(page, 'Approve the plan').waitFor(patient)
      await goTo(page, 'Manuscript')
      await page.getByRole('treeitem').nth(1).click()
    },
  },
  {
    name: 'drafts',
    go: async (page) => {
      await runButton(page, 'Approve the plan').click()
      await runButton(page, 'Draft the sections').click()
      await page.getByText('4 drafts being written now').waitFor()
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[aria-label^="Draft of"]')].every(
          ({ textContent }, i) => i > 3 || textContent.length > 400,
        ),
      )
    },
  },
  {
    name: 'stopped',
    go: async (page) => {
      await runButton(page, 'Stop').click()
      await runButton(page, 'Resume').waitFor()
    },
  },
  {
    name: 'running',
    go: async (page) => {
      await runButton(page, 'Resume').click()
      await runButton(page, 'Stop').waitFor()
      await goTo(page, 'Manuscript')
      await page
        .getByRole('treeitem', { name: /being drafted/u })
        .first()
        .click()
      await page
        .getByRole('region', { name: /being written$/u })
        .filter({ hasText: /\w{3}/u })
        .first()
        .waitFor()
    },
  },
  {
    name: 'manuscript',
    go: async (page) => {
      const resume = runButton(page, 'Resume')
      if (await resume.isVisible()) await resume.click()
      await runButton(page, 'Export').waitFor(patient)
      await goTo(page, 'Manuscript')
      await page.getByRole('treeitem').first().click()
      await page.locator('.work-title').scrollIntoViewIfNeeded()
      await beginning(page)
    },
  },
  {
    name: 'selection',
    go: async (page) => {
      await selectWords(page, 3)
      await page.getByRole('toolbar', { name: 'Selected text' }).waitFor()
    },
  },
  {
    name: 'link',
    go: async (page) => {
      await page.getByRole('toolbar', { name: 'Selected text' }).getByRole('button', { name: 'Link' }).click()
      await page.getByLabel('Address').fill('example.org/tide-tables')
    },
  },
  {
    name: 'checks',
    go: async (page) => {
      await close(page)
      await openDock(page, 'Checks')
      await page
        .getByRole('button', { name: /^Show in the text/u })
        .nth(1)
        .click()
    },
  },
  {
    name: 'find',
    go: async (page) => {
      await page.keyboard.press('Control+f')
      await page.getByRole('searchbox', { name: 'Find in the manuscript' }).fill('the')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'conflict',
    go: async (page) => {
      await press(page, 'Close find')
      await conflict(page)
    },
  },
  { name: 'proposal-words', go: (page) => openDock(page, 'Proposals') },
  { name: 'proposal-paragraph', go: redo },
  {
    name: 'history',
    go: async (page) => {
      await openDock(page, 'History')
      await press(page, 'Compare')
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
    name: 'palette',
    go: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('option').first().waitFor()
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
  {
    name: 'export',
    go: async (page) => {
      await close(page)
      await page.keyboard.press('Control+Shift+E')
      await press(page, /^Export as Markdown/u)
      await page.getByText('is on its way').waitFor()
    },
  },
  {
    name: 'lost',
    go: async (page, endHost) => {
      await close(page)
      await endHost()
      await page.getByRole('alert', { name: 'Connection' }).waitFor(patient)
    },
  },
]
