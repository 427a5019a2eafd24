// What the agents do and what is asked of them, for the scenes: sources, memory, work orders, commands, calls, cost.
import { close, goTo, openDock, patient, press, saved, selectWords } from './scenes-steps.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./scenes.mjs').Scene} Scene */

const chronicle = `---
title: A chronicle of the harbour
author: Ines Brandt
date: 1911
---

# The flood

The flood of that spring took the north quay and eleven boats; the pilots had warned of it for a year.

# The rebuilding

Stone for the new quay came by barge from the south, forty loads of it, and was paid for by the salt tax.
`

const tables = 'Low water stood at four in the afternoon, eleven inches below the mark of the year before.'

/** A sentence that two sections tell, and a word that one of them writes otherwise. */
const told =
  'The council met at noon and voted to raise the north quay by two metres, and nobody in the hall spoke against it, though the fishermen had said for years that the mud would come back.'

/** Puts the caret before the first word of a section, by keys. @param {Page} page @param {number} at */
const enter = async (page, at) => {
  const row = page.getByRole('treeitem').nth(at)
  await row.click()
  await row.press('Enter')
  await page.locator('.section-text:focus').waitFor()
  // The section is brought into view first.
  await page.waitForTimeout(400)
  await page.keyboard.press('Control+Home')
}

/** @param {Page} page @param {number} at @param {string} words */
const writeFirst = async (page, at, words) => {
  await enter(page, at)
  await page.keyboard.insertText(words)
  await saved(page)
}

/** @param {Page} page */
const cost = async (page) => {
  await goTo(page, 'Manuscript')
  // With a section more, there is something left to be written.
  await page.keyboard.press('Alt+Shift+N')
  await page
    .getByRole('button', { name: /tokens/u })
    .last()
    .click()
  await page.getByRole('row', { name: /^In all/u }).waitFor()
}

/** @param {Page} page */
const addSources = async (page) => {
  await press(page, 'Cancel')
  await page.getByRole('treeitem', { name: /^New section/u }).click()
  await page.keyboard.press('Control+z')
  await page.getByRole('treeitem', { name: /^New section/u }).waitFor({ state: 'detached' })
  await openDock(page, 'Sources')
  const files = [
    ['chronicle.md', chronicle],
    ['tables.txt', tables],
  ].map(([name = '', text = '']) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }))
  await page.getByLabel('Files to add as sources').setInputFiles(files)
  await press(page, '2 passages')
  await page.getByText('Stone for the new quay').waitFor()
}

/** @param {Page} page */
const findOrders = async (page) => {
  await writeFirst(page, 2, `${told} An email came, and then another email. `)
  await writeFirst(page, 3, `They wrote an e-mail. ${told} `)
  await openDock(page, 'Orders')
  await press(page, 'Look again')
  await page
    .getByRole('article', { name: /^Told twice/u })
    .first()
    .waitFor(patient)
}

/** @param {Page} page */
const ask = async (page) => {
  await enter(page, 3)
  await selectWords(page, 12)
  await page.keyboard.press('Control+j')
  await page.getByRole('radio', { name: 'Rewrite' }).check()
  await page.getByLabel('What should be different?').fill('Plainer, and without the letter.')
}

/**
 * The panels and dialogues of the agents, in the order in which they can be reached from a manuscript that a run has
 * written.
 * @type {readonly Scene[]}
 */
export const agentScenes = [
  { name: 'cost', go: cost },
  { name: 'sources', go: addSources },
  {
    name: 'memory',
    go: async (page) => {
      await openDock(page, 'Memory')
      await press(page, 'Add a fact')
      await page.getByLabel('Name', { exact: true }).fill('Ines Brandt')
      await page.getByLabel('What holds', { exact: true }).fill('has kept the tide tables since the flood')
    },
  },
  { name: 'orders', go: findOrders },
  { name: 'ask', go: ask },
  {
    name: 'ask-own',
    go: async (page) => {
      await press(page, 'New command')
      await page.getByLabel('Name', { exact: true }).fill('As a letter')
      await page.getByLabel('What the model is told').fill('Write {selection} as a letter to {note}.')
      await page.getByText('Words in braces').click()
    },
  },
  {
    name: 'calls',
    go: async (page) => {
      await press(page, 'Cancel')
      await close(page)
      await openDock(page, 'Calls')
      await page
        .getByRole('button', { name: /^Review/u })
        .first()
        .click()
      await page.getByRole('region', { name: 'Prompt' }).waitFor()
    },
  },
]
