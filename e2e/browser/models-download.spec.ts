import { expect, test } from '@playwright/test'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CatalogueEntry } from '../../electron/app/models/catalogue.ts'
import { writeGguf } from '../gguf/make-gguf.ts'
import { lookAt, models } from './model-desk.ts'
import { withPlatform } from './with-platform.ts'

test.skip(process.env['HOST'] === 'electron', 'The desktop has the catalogue of the package.')

const scratch = mkdtempSync(join(tmpdir(), 'longhand-toy-'))
writeGguf(join(scratch, 'toy.gguf'), { kind: 'random' })
const bytes = readFileSync(join(scratch, 'toy.gguf'))
rmSync(scratch, { recursive: true })

/** Serves the file a piece at a time, slowly, from wherever it is asked; `ranges` are the places it was asked from. */
const slowServer = async () => {
  const ranges: (string | null)[] = []
  const answer = async ({ headers: { range } }: IncomingMessage, response: ServerResponse): Promise<void> => {
    ranges.push(range ?? null)
    const from = Number(/^bytes=(\d+)-$/u.exec(range ?? '')?.[1] ?? 0)
    response.writeHead(from > 0 ? 206 : 200, {
      etag: '"one"',
      'content-length': bytes.length - from,
      ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
    })
    for (let at = from; at < bytes.length && !response.destroyed; at += 16_384) {
      response.write(bytes.subarray(at, at + 16_384))
      await sleep(60)
    }
    response.end()
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = Object(server.address()) as { readonly port: number }
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}/toy.gguf`, ranges, close }
}

const entryAt = (url: string): CatalogueEntry => ({
  id: 'toy',
  name: 'Toy',
  about: 'Writes gibberish.',
  file: 'toy.gguf',
  url,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  licence: 'MIT',
  contextSize: 512,
  contextBytes: 1,
  thinks: false,
})

test('a model is downloaded with a pause, chosen, taken away and brought back', async ({ page }) => {
  const server = await slowServer()
  const button = (name: string) => models(page).getByRole('button', { name, exact: true })
  const toy = models(page).getByRole('radio', { name: 'toy', exact: true })
  try {
    await withPlatform(page, { catalogue: [entryAt(server.url)] }, async () => {
      await page.getByRole('button', { name: 'Choose a model' }).click()
      await lookAt(page, 'Files on this computer')
      await expect(models(page).getByRole('listitem')).toContainText('Suggested for this computer')
      await button('Download Toy').click()
      const progress = models(page).getByRole('progressbar', { name: 'Download of Toy' })
      await expect(progress).toHaveJSProperty('max', bytes.length)
      await expect(models(page)).toContainText(/\d+ kB of \d+ kB, \d+ kB a second/u)
      await button('Pause the download of Toy').click()
      await expect(models(page)).toContainText('is here and kept.')

      await models(page).getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Choose a model' }).click()
      await lookAt(page, 'Files on this computer')
      await button('Go on with the download of Toy').click()
      await expect(button('Choose Toy')).toBeVisible({ timeout: 15_000 })
      expect(server.ranges).toEqual([null, expect.stringMatching(/^bytes=[1-9]\d*-$/u)])
      await expect(toy).toBeChecked()

      await button('Remove Toy').click()
      await expect(toy).toBeHidden()
      await button('Undo the removal of Toy').click()
      await expect(toy).toBeVisible()
      expect(server.ranges).toHaveLength(2)
      await button('Choose Toy').click()
      await models(page).getByRole('button', { name: 'Use this model' }).click()
      await expect(page.getByRole('region', { name: 'What writes' })).toContainText('toy writes.')
    })
  } finally {
    server.close()
  }
})
