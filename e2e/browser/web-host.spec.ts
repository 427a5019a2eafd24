import { expect, test } from '@playwright/test'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../electron/app/create-app.ts'
import { nodePlatform } from '../../electron/app/platform.ts'
import { readPage } from '../../electron/host/web/page-files.ts'
import { startWebHost, type WebHost } from '../../electron/host/web/web-host.ts'
import { makePage } from '../web/visitor.ts'

/** Tries what the policy allows and what it does not, and says in the title what happened. */
const probe = `
const holder = document.createElement('div')
holder.innerHTML = '<img src="data:," onerror="window.ran = true"><p style="opacity: 0.5"></p>'
const script = document.createElement('script')
script.textContent = 'window.ran = true'
const style = document.createElement('style')
style.textContent = 'body { opacity: 0.5 }'
document.body.append(holder, script, style)
const connects = (address) => new Promise((resolve) => {
  try {
    const socket = new WebSocket(address)
    socket.onopen = () => { socket.close(); resolve('yes') }
    socket.onerror = () => resolve('no')
  } catch { resolve('no') }
})
const fetched = await fetch('/').then(() => 'yes', () => 'no')
const joined = [await connects('ws://' + location.host + '/port'), await connects('ws://127.0.0.1:9/port')]
await new Promise((resolve) => setTimeout(resolve, 50))
const tinted = [holder.lastChild, document.body].map((each) => getComputedStyle(each).opacity)
document.title = [window.ran ?? 'no', ...tinted, fetched, ...joined].join(' ')
`

const folder = mkdtempSync(join(tmpdir(), 'longhand-page-'))
let host: WebHost

test.beforeAll(async () => {
  const page = makePage(join(folder, 'web'))
  writeFileSync(join(page, 'assets/index-1.js'), probe)
  const app = createApp(nodePlatform(() => {}))
  host = await startWebHost(app, { page: readPage(page), port: 0, start: '/#/project?path=a%20b' })
})
test.afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

test('the address loses its token, and the page goes on working, also when reloaded', async ({ page }) => {
  await page.goto(host.address)
  const told = 'no 1 1 no yes no'
  await expect(page).toHaveTitle(told)
  expect(page.url()).toBe(`${new URL(host.address).origin}/#/project?path=a%20b`)
  await page.reload()
  await expect(page).toHaveTitle(told)
  expect(await page.evaluate('document.cookie')).toBe('')
})

test('a page on another port can neither lead here, nor frame this one, nor join its socket', async ({
  page,
}) => {
  await page.goto(host.address)
  const { origin, port } = new URL(host.address)
  const other = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html')
    answer.end(`<a href="${origin}/">Longhand</a><iframe src="${origin}/"></iframe>`)
  })
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  const framed = page.waitForResponse(`${origin}/`)
  await page.goto(`http://127.0.0.1:${Object(other.address()).port}/`)
  expect((await framed).status()).toBe(403)
  const joined = await page.evaluate(
    (number) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${number}/port`)
        socket.addEventListener('open', () => resolve('joined'))
        socket.addEventListener('error', () => resolve('refused'))
      }),
    port,
  )
  expect(joined).toBe('refused')
  const led = page.waitForResponse(`${origin}/`)
  await page.locator('a').click()
  expect((await led).status()).toBe(403)
  other.close()
})
