// The longer walks of the scenes.
import { once } from 'node:events'
import { createServer } from 'node:http'
import {
  beginning,
  briefSaved,
  goTo,
  openDock,
  patient,
  press,
  runButton,
  saved,
  selectWords,
} from './scenes-steps.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** Starts a run with a server that refuses the key. @param {Page} page */
export const trouble = async (page) => {
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

/** A text to be brought in. */
export const pasted = `# The ferry

## Low water

The ferry lay on the mud, and the rope across the river hung slack.

## High water

At noon she went over with two horses and a piano.

## Night

Nobody went over at night.`

/** Two sentences that cannot both be kept, and between them one that can. */
const clashing = `

Each chapter has 380 to 420 words. Mention a ship in every third chapter, starting from chapter 2. The first chapter must have at least 600 words.`

/** @param {Page} page */
const briefText = (page) => page.getByRole('textbox', { name: 'What you want written' })

/** Asks for what cannot be. @param {Page} page */
export const contradict = async (page) => {
  const text = await briefText(page).inputValue()
  await briefText(page).fill(text + clashing)
  await page.getByRole('region', { name: 'Conflicts' }).waitFor()
  await briefSaved(page)
  for (const key of ['Control+Home', 'Control+End']) await page.keyboard.press(key)
}

/** Takes back what `contradict` asked. @param {Page} page */
export const settleBrief = async (page) => {
  const text = await briefText(page).inputValue()
  await briefText(page).fill(text.replace(clashing, ''))
  await page.getByRole('region', { name: 'Conflicts' }).waitFor({ state: 'detached' })
  await briefSaved(page)
}

/**
 * Changes the first section on this page while another page, which is a little quicker, does so too.
 * @param {Page} page
 */
export const writeTwice = async (page) => {
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
export const redo = async (page) => {
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

/** Asks for one section to be planned anew. @param {Page} page */
export const replan = async (page) => {
  await press(page, 'Plan anew')
  await page.getByLabel('What should be different?').fill('Begin with the ships, and end with what they pay.')
}

/** Learns the plan of another report. @param {Page} page */
export const learnPlan = async (page) => {
  await press(page, 'Learn a plan from another work')
  await page.getByLabel('A text to learn from').fill(pasted)
  await press(page, 'Learn from the text')
  await page.getByRole('region', { name: 'The pattern' }).waitFor()
}
