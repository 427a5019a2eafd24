// The browser check of `npm test`: finds or fetches a Chromium, then runs Playwright.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { give, root } from './runtime.mjs'

try {
  ensureChromium()
} catch (error) {
  give(error instanceof Error ? error.message : String(error), 1)
}
const cli = join(root, 'node_modules/@playwright/test/cli.js')
const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
