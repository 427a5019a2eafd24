// Takes a picture of every panel into docs/screens, in both sizes and both themes.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { chromiumFlags, ensureChromium } from './chromium.mjs'
import { root } from './runtime.mjs'
import { scenes } from './scenes.mjs'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]
const themes = /** @type {const} */ (['light', 'dark'])

const folder = process.argv[2] ?? join(root, 'docs/screens')
const home = mkdtempSync(join(tmpdir(), 'longhand-screens-'))
mkdirSync(folder, { recursive: true })

const host = spawn(process.execPath, [join(root, 'scripts/longhand.mjs'), 'serve', '--port', '0'], {
  env: { ...process.env, LONGHAND_HOME: home, HOME: home },
  stdio: ['ignore', 'pipe', 'inherit'],
})

async function addressOfHost() {
  for await (const line of createInterface(host.stdout)) {
    const [address] = /http:\S+/u.exec(line) ?? []
    if (address !== undefined) return address
  }
  throw new Error('The host ended before it said its address.')
}

const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags })
try {
  const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(10_000)
  await page.goto(await addressOfHost())
  for (const { name, go } of scenes) {
    await go(page)
    for (const size of sizes) {
      for (const theme of themes) {
        await page.setViewportSize(size)
        await page.emulateMedia({ colorScheme: theme })
        await page.waitForTimeout(250)
        await page.screenshot({ path: join(folder, `${name}-${size.width}-${theme}.png`), caret: 'initial' })
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
  }
} finally {
  await browser.close()
  host.kill('SIGINT')
  await new Promise((resolve) => host.once('close', resolve))
  rmSync(home, { recursive: true, force: true })
}
