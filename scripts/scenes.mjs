// The panels of the page, one after another, as a walk through one project with the practice model.
import { agentScenes } from './scenes-agents.mjs'
import { beginning, close, goTo, openDock, patient, press, runButton, selectWords } from './scenes-steps.mjs'
import {
  contradict,
  learnPlan,
  pasted,
  redo,
  replan,
  settleBrief,
  trouble,
  writeTwice,
} from './scenes-walks.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ readonly name: string, readonly go: (page: Page, endHost: () => Promise<void>) => Promise<unknown> }} Scene */

/** The sizes of the screens that the page is looked at on, in px. */
export const laptop = { width: 1280, height: 800 }
export const desktop = { width: 1920, height: 1080 }

/** The scenes that are looked at on the large screen too. */
export const large = new Set(['brief', 'brief-conflict', 'plan', 'drafts', 'manuscript', 'proposal-words'])

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
  { name: 'brief-conflict', go: contradict },
  {
    name: 'models-files',
    go: async (page) => {
      await settleBrief(page)
      await page.keyboard.press('Control+m')
      await page.getByRole('radio', { name: 'Files on this computer' }).check()
      await page.getByRole('region', { name: 'Get a model' }).getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'models-tried',
    go: async (page) => {
      await page.getByRole('radio', { name: 'Practice model' }).check()
      await press(page, 'Try it')
      await page.getByText('It has answered.').waitFor(patient)
    },
  },
  {
    name: 'models',
    go: async (page) => {
      await page.getByRole('radio', { name: 'Any server' }).check()
      await page.getByLabel('Base URL').fill('http://127.0.0.1:1234/v1')
      await page.getByLabel('Model by its name').fill('qwen3-32b')
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
  { name: 'replan', go: replan },
  { name: 'pattern', go: learnPlan },
  {
    name: 'drafts',
    go: async (page) => {
      await press(page, 'Leave it out')
      await close(page)
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
      await runButton(page, /^(?:Export|See the work orders)$/u).waitFor(patient)
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
      await writeTwice(page)
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
  ...agentScenes,
  {
    name: 'palette',
    go: async (page) => {
      await close(page)
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
