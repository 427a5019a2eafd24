import { expect, test } from '@playwright/test'
import { createKeys } from '../../electron/app/keys.ts'
import { lookAt, models } from './model-desk.ts'
import { withPlatform } from './with-platform.ts'

test.skip(process.env['HOST'] === 'electron', 'The desktop reaches servers by itself.')

const listed = (...ids: readonly string[]): Response => Response.json({ data: ids.map((id) => ({ id })) })

/** A network of these hosts, each of which answers all that it is asked when it is told to. */
const slowNetwork = (...hosts: readonly string[]) => {
  const waits = new Map(hosts.map((host) => [host, Promise.withResolvers<Response>()]))
  const asked: string[] = []
  const network: typeof fetch = async (input) => {
    const { host } = new URL(input instanceof Request ? input.url : input)
    asked.push(host)
    const answer = await waits.get(host)?.promise
    if (!answer) throw new TypeError('fetch failed')
    return answer.clone()
  }
  return {
    network,
    asked,
    answer: (host: string, ...ids: readonly string[]) => waits.get(host)?.resolve(listed(...ids)),
  }
}

test('the models that a server names late change nothing that the writer has written since', async ({
  page,
}) => {
  const { network, asked, answer } = slowNetwork('slow.example', 'slower.example', 'slowest.example')
  const field = models(page).getByLabel('Base URL')
  const chosen = models(page).getByRole('status', { name: 'Chosen model' })
  const list = async (url: string): Promise<void> => {
    await field.fill(url)
    await models(page).getByRole('button', { name: 'List its models' }).click()
    await expect.poll(() => asked).toContain(new URL(url).host)
  }
  /** Long enough for an answer to have come to the page. */
  const settle = (): Promise<void> => page.waitForTimeout(500)
  await withPlatform(page, { fetch: network }, async () => {
    await page.getByRole('button', { name: 'Choose a model' }).click()
    await lookAt(page, 'Any server')
    await list('https://slow.example/v1')
    await field.fill('https://cluster.example:8000/v1')
    answer('slow.example', 'late')
    await settle()
    await expect(field).toHaveValue('https://cluster.example:8000/v1')
    await expect(chosen).toHaveText('No model is chosen yet.')

    await list('https://slower.example/v1')
    await models(page).getByLabel('Model by its name').fill('mine')
    answer('slower.example', 'late')
    await expect(models(page).getByRole('radio', { name: 'late' })).toBeVisible()
    await expect(chosen).toHaveText('Chosen: mine at slower.example')

    await list('https://slowest.example/v1')
    await lookAt(page, 'Practice model')
    answer('slowest.example', 'late')
    await settle()
    await expect(models(page).getByRole('radio', { name: 'Practice model' })).toBeChecked()
  })
})

test('what vendors say late takes away nothing that was learnt of one of them since', async ({ page }) => {
  const { network, asked, answer } = slowNetwork('api.anthropic.com', 'api.openai.com')
  const keys = createKeys({ env: { ANTHROPIC_API_KEY: 'sk-env' } })
  await withPlatform(page, { keys, fetch: network }, async () => {
    await page.getByRole('button', { name: 'Choose a model' }).click()
    await expect.poll(() => asked).toContain('api.anthropic.com')
    await lookAt(page, 'OpenAI')
    await models(page).getByLabel('Key', { exact: true }).fill('sk-mine')
    await page.keyboard.press('Enter')
    answer('api.openai.com', 'gpt-5')
    await expect(models(page).getByRole('radio', { name: 'gpt-5' })).toBeVisible()
    answer('api.anthropic.com', 'claude')
    await expect(models(page).getByRole('status', { name: 'What is known' })).toHaveText('')
    await expect(models(page).getByRole('radio', { name: 'gpt-5' })).toBeVisible()
    await lookAt(page, 'Anthropic')
    await expect(models(page).getByRole('radio', { name: 'claude' })).toBeVisible()
  })
})
