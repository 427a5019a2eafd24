import { expect, test, type Browser, type Page } from '@playwright/test'
import { practiceReply, writesSection } from '../accept/careless.ts'
import type { ChatRequest } from '../scripted-server/chat-request.ts'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'
import { troubles, type Trouble } from '../scripted-server/trouble.ts'
import { press, runSentence } from './desk.ts'
import { openPage, startHost } from './host.ts'
import { lookAt, models, useChosen, writeBrief } from './model-desk.ts'

/** Why the run stands still, with what to do about it. */
const reason = (page: Page) => page.getByRole('alert', { name: 'Why the run waits' })

type Playing = (n: number, request: ChatRequest) => Trouble | null

/** Chooses a server as a writer does, without a list of its models. */
const chooseServer = async (page: Page, baseUrl: string): Promise<void> => {
  await press(page, /^Model: /u)
  await lookAt(page, 'Any server')
  await models(page).getByLabel('Base URL').fill(baseUrl)
  await models(page).getByLabel('Model by its name').fill('scripted')
  await useChosen(page)
}

const withPage = async (browser: Browser, look: (page: Page) => Promise<void>): Promise<void> => {
  const host = await startHost()
  try {
    const page = await openPage(browser, host.url())
    await writeBrief(page)
    await look(page)
    await page.context().close()
  } finally {
    await host.stop()
  }
}

/** A run against a server that plays a trouble, from its start on. */
const played = async (
  browser: Browser,
  trouble: Playing,
  look: (page: Page) => Promise<void>,
): Promise<void> => {
  const server = await startScriptedServer({ reply: practiceReply, trouble })
  try {
    await withPage(browser, async (page) => {
      await chooseServer(page, server.url)
      await press(page, 'Make the plan')
      await look(page)
    })
  } finally {
    await server.close()
  }
}

test('a refused key stops the run with a sentence, and the run goes on when it is good again', async ({
  browser,
}) => {
  let isWell = false
  await played(
    browser,
    () => (isWell ? null : troubles.keyRefused()),
    async (page) => {
      await expect(runSentence(page)).toHaveText('The run waits for you')
      await expect(reason(page)).toContainText(/key/iu)
      isWell = true
      await press(page, 'Resume')
      await expect(page.getByRole('button', { name: 'Approve the plan' })).toBeVisible()
    },
  )
})

test('a server that is at its limit is waited for, and the screen says how long', async ({ browser }) => {
  await played(
    browser,
    () => troubles.tooManyCalls('3600'),
    async (page) => {
      await expect(runSentence(page)).toHaveText(/^Going on in (?:1 h|60 min|59 min)$/u)
      await expect(reason(page)).toContainText(/\w\./u)
      await press(page, 'Stop')
      await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
    },
  )
})

test('a run that waits for a server goes on at once with another model that is chosen', async ({
  browser,
}) => {
  await played(
    browser,
    () => troubles.tooManyCalls('3600'),
    async (page) => {
      await expect(runSentence(page)).toHaveText(/^Going on in /u)
      await press(page, 'Choose a model')
      const dialog = page.getByRole('dialog', { name: 'Models' })
      await dialog.getByRole('radio', { name: 'Practice model' }).check()
      await dialog.getByRole('button', { name: 'Use this model' }).click()
      await expect(page.getByRole('button', { name: 'Approve the plan' })).toBeVisible({ timeout: 20_000 })
      await expect(reason(page)).toHaveCount(0)
    },
  )
})

test('a server that is not there is named, in the dialogue and by the run', async ({ browser }) => {
  const gone = await startScriptedServer({ reply: practiceReply })
  await gone.close()
  const { host: address } = new URL(gone.url)
  await withPage(browser, async (page) => {
    await chooseServer(page, gone.url)
    await press(page, /^Model: /u)
    const dialog = page.getByRole('dialog', { name: 'Models' })
    await dialog.getByRole('button', { name: 'Try it' }).click()
    const answer = dialog.getByRole('status', { name: 'Answer of the model' })
    await expect(answer).toContainText(address, { timeout: 20_000 })
    await dialog.getByRole('button', { name: 'Use this model' }).click()
    await press(page, 'Make the plan')
    await expect(reason(page)).toContainText(address, { timeout: 20_000 })
  })
})

test('a refusal in one section is told at that section, and the others are written', async ({ browser }) => {
  test.setTimeout(60_000)
  await played(
    browser,
    (_, request) => (writesSection(request, 2) ? troubles.refusal() : null),
    async (page) => {
      await press(page, 'Approve the plan')
      await expect(page.getByRole('button', { name: 'Draft the sections' })).toBeFocused()
      await press(page, 'Draft the sections')
      await expect(runSentence(page)).toHaveText(/^Done: .*to look at$/u, { timeout: 40_000 })
      const columns = page.getByRole('region', { name: /^Draft of/u })
      const tops = await columns.evaluateAll((all) => all.map(({ scrollTop }) => scrollTop))
      expect(tops.length).toBeGreaterThanOrEqual(4)
      expect(new Set(tops)).toEqual(new Set([0]))
      await page.keyboard.press('ControlOrMeta+Shift+E')
      await expect(page.getByRole('button', { name: 'Export as Markdown' })).toBeFocused()
      await page.keyboard.press('Escape')
      await press(page, 'Manuscript')
      await page.getByRole('tab', { name: 'Checks' }).click()
      await expect(page.getByRole('region', { name: 'List of checks' })).toContainText(/declined|refus/iu)
    },
  )
})

test('a page that outlives its host says what happened, and keeps what was typed into the brief', async ({
  browser,
}) => {
  const host = await startHost()
  try {
    const page = await openPage(browser, host.url())
    await writeBrief(page)
    const wanted = page.getByLabel('What you want written')
    const lost = page.getByRole('alert', { name: 'Connection' })
    await host.kill()
    await wanted.fill('Four chapters about a ferry that burned.')
    await expect(lost).toContainText('What you type is kept on this page until then.')
    await host.restart()
    await expect(lost).toContainText('Longhand was started anew, and does not know this page any more.')
    await expect(lost).toContainText('open the address that Longhand printed')
    await press(page, 'Manuscript')
    await expect(page.getByRole('status', { name: 'Saved state' })).toHaveText('Connection lost')
    const other = await page.context().newPage()
    await other.goto(host.url())
    await expect(lost).toBeHidden({ timeout: 10_000 })
    await press(other, /^Open Ferry/u)
    await press(other, 'Brief')
    await expect(other.getByLabel('What you want written')).toHaveValue(
      'Four chapters about a ferry that burned.',
    )
    await page.context().close()
  } finally {
    await host.stop()
  }
})

test('a requirement is typed where it was added, is saved, and keeps the caret', async ({ browser }) => {
  await withPage(browser, async (page) => {
    const stand = page.getByRole('region', { name: 'Brief' }).getByRole('status').first()
    await press(page, 'Add a requirement')
    const words = page.getByRole('textbox', { name: 'Words of requirement 1' })
    await expect(words).toBeFocused()
    await expect(stand).toHaveText('Saved')
    await page.keyboard.type('lamp')
    await expect(stand).toHaveText('Saved')
    await page.keyboard.type(' black')
    await expect(words).toHaveValue('lamp black')
    await expect(stand).toHaveText('Saved')
    await page.reload()
    await press(page, 'Brief')
    await expect(words).toHaveValue('lamp black')
  })
})
