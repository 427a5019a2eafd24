import { expect, type Locator, type Page } from '@playwright/test'
import { ollamaChat } from '../scripted-server/wires/ollama.ts'
import type { Wire } from '../scripted-server/wire.ts'
import { press } from './desk.ts'

/** The dialogue in which models are chosen. */
export const models = (page: Page): Locator => page.getByRole('dialog', { name: 'Models' })

/** Looks at a place where models come from. */
export const lookAt = (page: Page, name: string): Promise<void> =>
  models(page).getByRole('radio', { name, exact: true }).check()

/** Uses the model that is chosen. */
export const useChosen = async (page: Page): Promise<void> => {
  await models(page).getByRole('button', { name: 'Use this model' }).click()
  await expect(models(page)).toBeHidden()
}

/** A short brief of a writer's own, filled in by hand, from the first screen. */
export const writeBrief = async (page: Page): Promise<void> => {
  const form = page.getByRole('form', { name: 'New project' })
  await form.getByRole('textbox', { name: 'Title' }).fill('Ferry')
  await form.getByRole('button', { name: 'Begin' }).click()
  await page.getByLabel('How many').fill('4')
  await page.getByLabel('Words from').fill('60')
  await page.getByLabel('Words to').fill('80')
  await page.getByLabel('What you want written').fill('Four chapters about a ferry.')
  await expect(page.getByRole('region', { name: 'Brief' }).getByRole('status').first()).toHaveText('Saved')
}

/** Makes the plan of a brief and waits for it. */
export const makePlan = async (page: Page): Promise<void> => {
  await press(page, 'Make the plan')
  await expect(page.getByRole('button', { name: 'Approve the plan' })).toBeVisible({ timeout: 20_000 })
}

/** Ollama as it stands on a computer, with what it says of itself. */
export const standingOllama: Wire = {
  ...ollamaChat,
  also: (path) => {
    switch (path) {
      case '/api/version':
        return { version: '0.33.2' }
      case '/api/show':
        return {
          capabilities: ['completion'],
          model_info: { 'general.architecture': 'toy', 'toy.context_length': 32_768 },
        }
      case '/api/ps':
        return { models: [] }
      default:
        return null
    }
  },
}
