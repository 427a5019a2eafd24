import { expect, test } from '@playwright/test'
import { createKeys } from '../../electron/app/keys.ts'
import { lookAt, models } from './model-desk.ts'
import { withPlatform } from './with-platform.ts'

test.skip(process.env['HOST'] === 'electron', 'The desktop reaches servers by itself.')

const network: typeof fetch = (input) => {
  const { host } = new URL(input instanceof Request ? input.url : input)
  if (host === 'dead.example') return Promise.reject(new TypeError('fetch failed'))
  return Promise.resolve(Response.json({ data: [{ id: 'big' }] }))
}

test('of a pool with a server that is out the others serve, and the writer is told so', async ({ page }) => {
  await withPlatform(page, { fetch: network, keys: createKeys({ env: {} }) }, async () => {
    await page.getByRole('button', { name: 'Choose a model' }).click()
    await lookAt(page, 'Any server')
    await models(page)
      .getByLabel('Base URL')
      .fill('https://one.example/v1 https://dead.example/v1 https://two.example/v1')
    await models(page).getByRole('button', { name: 'List its models' }).click()
    const answer = models(page).getByRole('status', { name: 'Answer of the server' })
    await expect(answer).toHaveText(
      /^2 of 3 servers can be used\. The server at dead\.example does not answer/u,
    )
    await expect(answer).toHaveClass(/text-unsure/u)
    await expect(models(page).getByRole('radio', { name: 'big' })).toBeVisible()
    await expect(models(page).getByRole('status', { name: 'Chosen model' })).toHaveText(
      'Chosen: big at 3 servers',
    )
  })
})
