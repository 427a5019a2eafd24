import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { practiceReply } from '../accept/careless.ts'
import { openaiChat } from '../scripted-server/wires/openai-chat.ts'
import {
  startScriptedServer,
  type Scenario,
  type ScriptedServer,
} from '../scripted-server/scripted-server.ts'
import type { Wire } from '../scripted-server/wire.ts'
import { press } from './desk.ts'
import { startHost, test, type Host } from './host.ts'
import { lookAt, makePlan, models, standingOllama, useChosen, writeBrief } from './model-desk.ts'

test.describe.configure({ timeout: 90_000 })

/** A Longhand that looks for servers at these places alone, and a page at its first screen. */
const atFirst = async (page: Page, places: string, use: (host: Host) => Promise<void>): Promise<void> => {
  const host = await startHost({ env: { LONGHAND_PLACES: places } })
  try {
    await page.goto(host.url())
    await use(host)
  } finally {
    await host.stop()
  }
}

const withServer = async (
  scenario: Scenario,
  use: (server: ScriptedServer) => Promise<void>,
  wire: Wire = openaiChat,
): Promise<void> => {
  const server = await startScriptedServer(scenario, wire)
  try {
    await use(server)
  } finally {
    await server.close()
  }
}

const whatWrites = (page: Page) => page.getByRole('region', { name: 'What writes' })
const chosen = (page: Page) => models(page).getByRole('status', { name: 'Chosen model' })

test('with nothing on the computer the practice model writes, and the screen says so and where others are', async ({
  page,
}) => {
  await atFirst(page, '', async () => {
    await expect(whatWrites(page)).toContainText('The practice model is chosen: placeholder prose.')
    await press(page, 'Choose a model')
    await expect(models(page).getByRole('radio', { name: 'Practice model' })).toBeChecked()
    await expect(models(page).getByRole('status', { name: 'Search for servers' })).toHaveText(
      'No server was found.',
    )
    await lookAt(page, 'Files on this computer')
    await expect(models(page)).toContainText('No model is on this computer yet.')
    const toGet = models(page).getByRole('region', { name: 'Get a model' }).getByRole('listitem')
    await expect(toGet.filter({ hasText: 'Qwen2.5 0.5B' })).toContainText('491 MB, Apache-2.0')
    expect(await toGet.count()).toBeGreaterThan(5)
    await expect(models(page).getByRole('button', { name: 'Use this model' })).toBeDisabled()
    await models(page).getByLabel('Choose a file').fill('/nowhere/model.gguf')
    await models(page).getByRole('button', { name: 'Add' }).click()
    await expect(models(page).getByRole('alert')).toContainText('There is no file /nowhere/model.gguf.')

    await lookAt(page, 'Practice model')
    await models(page).getByRole('button', { name: 'Try it' }).click()
    const trial = models(page).getByRole('region', { name: 'Trial' })
    await expect(trial).toContainText('It plays every role by itself', { timeout: 20_000 })
    await expect(trial.getByRole('term')).toHaveCount(0)
    await expect(trial.getByRole('listitem')).toHaveCount(3)
    await useChosen(page)
    await writeBrief(page)
    await makePlan(page)
  })
})

test('a server on the computer is named on the first screen, and one click has it write', async ({
  page,
}) => {
  const scenario = { reply: practiceReply, models: ['qwen3:4b', 'gemma3:4b', 'phi4'] }
  await withServer(
    scenario,
    async (server) => {
      await atFirst(page, server.url, async () => {
        await expect(whatWrites(page)).toContainText('Ollama on this computer has 3 models.')
        await press(page, 'Use qwen3:4b')
        await expect(whatWrites(page)).toContainText('qwen3:4b writes.')
        await page.reload()
        await expect(whatWrites(page)).toContainText('qwen3:4b writes.')

        await press(page, 'Choose another')
        await expect(models(page).getByRole('radio', { name: 'Ollama', exact: true })).toBeChecked()
        await lookAt(page, 'phi4')
        await models(page).getByText('Settings of this model').click()
        await models(page).getByLabel('Context').fill('12')
        await expect(models(page)).toContainText('At least 2,048.')
        await models(page).getByLabel('Context').fill('8192')
        await useChosen(page)
        await writeBrief(page)
        await makePlan(page)
        expect(server.log.map(({ request }) => request.model)).toEqual(server.log.map(() => 'phi4'))
        const [first] = server.log
        expect(JSON.parse(first?.body ?? '')).toMatchObject({ options: { num_ctx: 8192 } })
      })
    },
    standingOllama,
  )
})

const canary = 'sk-canary-6d1f0c2b9e'

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

/** What a page keeps and shows. */
const traces = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const fields = [...document.querySelectorAll('input, textarea')].map((each) => Reflect.get(each, 'value'))
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }))
    return [document.documentElement.outerHTML, ...fields, ...stores, JSON.stringify(databases)].join('\n')
  })

test('a key is asked for, is good at once, and is seen nowhere afterwards', async ({ page }) => {
  const received: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => received.push(String(payload))),
  )
  const scenario = { reply: practiceReply, key: canary, models: ['large', 'small'] }
  await withServer(scenario, async (server) => {
    await atFirst(page, '', async (host) => {
      await press(page, 'Choose a model')
      await lookAt(page, 'Any server')
      await models(page).getByLabel('Base URL').fill(server.url)
      await models(page).getByRole('button', { name: 'List its models' }).click()
      await expect(models(page).getByRole('status', { name: 'Answer of the server' })).toContainText(/key/u)
      const keep = models(page).getByLabel('Keep it in the keychain')
      if (await keep.isVisible()) await keep.uncheck()
      await models(page).getByLabel('Key', { exact: true }).fill(canary)
      await models(page).getByRole('button', { name: 'Use this key' }).click()
      await expect(models(page)).toContainText('a key is there, for this session.')
      await lookAt(page, 'small')
      await useChosen(page)
      await writeBrief(page)
      await makePlan(page)
      expect(server.log.length).toBeGreaterThan(0)
      const seen = await traces(page)
      expect(seen).toContain('openai-compatible/small')
      await press(page, /^Model: /u)
      await expect(models(page)).toContainText('a key is there')
      const files = filesBelow(host.home).map((file) => readFileSync(file, 'latin1'))
      // What is searched holds what should be there; the desktop's page has no socket.
      expect(files.join('\n')).toContain('Four chapters about a ferry.')
      if (process.env['HOST'] !== 'electron') expect(received.join('\n')).toContain('openai-compatible/small')
      const all = [seen, await traces(page), ...received, ...files]
      expect(all.filter((each) => each.includes(canary))).toEqual([])

      await models(page).getByRole('button', { name: 'Forget it' }).click()
      await expect(models(page).getByLabel('Key', { exact: true })).toHaveValue('')
      await expect(models(page).getByRole('status', { name: 'Answer of the server' })).toContainText(/key/u)
    })
  })
})

test('roles are given models of other servers from what is known, and those are asked', async ({ page }) => {
  const plans: ScriptedServer['log'][] = []
  await withServer(
    { reply: practiceReply, models: ['planning'] },
    async (found) => {
      await withServer({ reply: practiceReply }, async (other) => {
        await atFirst(page, found.url, async () => {
          await press(page, 'Choose a model')
          await lookAt(page, 'Any server')
          await models(page).getByLabel('Base URL').fill(other.url)
          await models(page).getByRole('button', { name: 'List its models' }).click()
          await expect(chosen(page)).toContainText('scripted')
          await models(page).getByText('Other models for single roles').click()
          await models(page)
            .getByLabel('Planner')
            .selectOption({ label: `planning at ${new URL(found.url).host}` })
          await models(page).getByLabel('Where the first fails').selectOption({ label: 'Practice model' })
          await expect(models(page).getByRole('listitem')).toContainText('Practice model')
          await useChosen(page)
          await writeBrief(page)
          await makePlan(page)
          plans.push(found.log, other.log)
        })
      })
    },
    standingOllama,
  )
  expect(plans.map((log) => log.length > 0)).toEqual([true, false])
})

/** Presses Tab until something with this role and name has the focus. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let i = 0; i < 60; i += 1) {
    const snapshot = await page.locator('*:focus').first().ariaSnapshot()
    if (name.test(snapshot.split('\n', 1)[0] ?? '')) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never led to ${name}`)
}

test('a model is chosen by keys alone', async ({ page }) => {
  await withServer({ reply: practiceReply, models: ['large', 'small'] }, async (server) => {
    await atFirst(page, '', async () => {
      await expect(whatWrites(page)).toBeVisible()
      await page.keyboard.press('Tab')
      await tabTo(page, /button "Choose a model"/u)
      await page.keyboard.press('Enter')
      await expect(models(page).getByRole('radio', { name: 'Any server' })).toBeVisible()
      await tabTo(page, /radio "Practice model"/u)
      await page.keyboard.press('ArrowUp')
      await expect(models(page).getByRole('radio', { name: 'Any server' })).toBeChecked()
      await tabTo(page, /textbox "Base URL"/u)
      await page.keyboard.type(server.url)
      await page.keyboard.press('Enter')
      await expect(chosen(page)).toContainText('large')
      await tabTo(page, /radio "large"/u)
      await page.keyboard.press('ArrowDown')
      await expect(chosen(page)).toContainText('small')
      await tabTo(page, /button "Use this model"/u)
      await page.keyboard.press('Enter')
      await expect(models(page)).toBeHidden()
      await expect(whatWrites(page)).toContainText('small writes.')
    })
  })
})

test('the dialogue is accessible by day and by night, wherever one looks', async ({ page }) => {
  const many = Array.from({ length: 12 }, (_, i) => `model-${i}`)
  await withServer(
    { reply: practiceReply, models: many },
    async (server) => {
      await atFirst(page, server.url, async () => {
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await expect(whatWrites(page)).toContainText('12 models')
        const found: string[] = []
        const analyze = async (place: string): Promise<void> => {
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme })
            const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
            found.push(
              ...violations.map(({ id, nodes }) => `${place}, ${colorScheme}: ${id} ${nodes[0]?.html}`),
            )
          }
        }
        await analyze('the first screen')
        await press(page, 'Choose a model')
        await models(page).getByText('Other models for single roles').click()
        await models(page).getByText('How far a run may go').click()
        for (const name of ['Ollama', 'Files on this computer', 'OpenAI', 'Any server', 'Practice model']) {
          await lookAt(page, name)
          const settings = models(page).getByText('Settings of this model')
          if (await settings.isVisible()) await settings.click()
          const entry = models(page).getByRole('region', { name: 'Get a model' }).getByRole('listitem')
          if (name.startsWith('Files')) await entry.first().waitFor()
          await analyze(name)
        }
        await models(page).getByRole('button', { name: 'Try it' }).click()
        await expect(models(page).getByRole('region', { name: 'Trial' })).toContainText(
          'It plays every role',
          {
            timeout: 20_000,
          },
        )
        await analyze('a trial')
        expect(found).toEqual([])
      })
    },
    standingOllama,
  )
})
