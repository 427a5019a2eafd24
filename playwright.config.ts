import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './scripts/chromium.mjs'

const executablePath = findChromium()
const report = process.env['CHECK_REPORT']

/** What only a browser can do: the host's own HTTP, and a page that outlives its host. */
const onlyInBrowser = {
  testIgnore: '**/web-host.spec.ts',
  grepInvert: /the host dies and the page survives/u,
}

export default defineConfig({
  testDir: 'e2e/browser',
  testMatch: '**/*.spec.ts',
  ...(process.env['HOST'] === 'electron' ? onlyInBrowser : {}),
  outputDir: 'out/browser',
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  forbidOnly: true,
  workers: 1,
  timeout: 30_000,
  use: {
    browserName: 'chromium',
    launchOptions: { args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) },
  },
})
