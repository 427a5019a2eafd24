import { expect, test } from '@playwright/test'
import { createKeys, type KeyStore } from '../../electron/app/keys.ts'
import { practiceReply } from '../accept/careless.ts'
import { startScriptedServer } from '../scripted-server/scripted-server.ts'
import { openaiResponses } from '../scripted-server/wires/openai-responses.ts'
import { lookAt, makePlan, models, useChosen, writeBrief } from './model-desk.ts'
import { withPlatform } from './with-platform.ts'

test.skip(process.env['HOST'] === 'electron', 'The desktop reaches the vendors themselves.')

const key = 'sk-canary-vendor-81'

/** A network on which OpenAI is this server, and nobody else can be reached. */
const networkOf =
  (url: string): typeof fetch =>
  (input, init) => {
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input)
    if (origin === 'https://api.openai.com') return fetch(new URL(pathname, url), init)
    return Promise.reject(new TypeError('fetch failed'))
  }

test('a vendor wants a key, lists its models then, and writes; a key of the environment is named', async ({
  page,
}) => {
  test.setTimeout(60_000)
  const many = Array.from({ length: 12 }, (_, i) => `gpt-${i}`)
  const server = await startScriptedServer({ reply: practiceReply, key, models: many }, openaiResponses)
  const kept = new Map([['https://api.mistral.ai', { key: 'sk-kept', backend: 'gnome_libsecret' }]])
  const store: KeyStore = {
    all: () => Promise.resolve(kept),
    keep: () => Promise.resolve(null),
    forget: () => Promise.resolve(),
  }
  const keys = createKeys({ env: { ANTHROPIC_API_KEY: 'sk-env' }, store })
  try {
    await withPlatform(page, { keys, fetch: networkOf(server.url) }, async () => {
      await page.getByRole('button', { name: 'Choose a model' }).click()
      await lookAt(page, 'Anthropic')
      await expect(models(page)).toContainText(
        'a key is there, from the environment variable ANTHROPIC_API_KEY.',
      )
      await expect(models(page).getByRole('alert')).toContainText('api.anthropic.com')
      await expect(models(page).getByRole('button', { name: 'Forget it' })).toBeHidden()

      await lookAt(page, 'Mistral')
      await expect(models(page)).toContainText('a key is there, in the keychain (gnome_libsecret).')
      await lookAt(page, 'OpenAI')
      await models(page).getByLabel('Key', { exact: true }).fill('sk-wrong')
      await page.keyboard.press('Enter')
      await expect(models(page).getByRole('alert')).toContainText(/key/u)
      await models(page).getByRole('button', { name: 'Forget it' }).click()
      await models(page).getByLabel('Key', { exact: true }).fill(key)
      await page.keyboard.press('Enter')
      await expect(models(page)).toContainText('a key is there, for this session.')
      await expect(models(page).getByRole('button', { name: 'Use this model' })).toBeDisabled()
      await models(page).getByLabel('Filter the models').fill('11')
      await lookAt(page, 'gpt-11')
      await useChosen(page)
      await writeBrief(page)
      await makePlan(page)
      expect(server.log.map(({ request }) => request.model)).toEqual(server.log.map(() => 'gpt-11'))
      expect(await page.content()).not.toContain(key)
    })
  } finally {
    await server.close()
  }
})
