import { expect, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../electron/app/create-app.ts'
import { createKeys } from '../../electron/app/keys.ts'
import { nodePlatform, type Platform } from '../../electron/app/platform.ts'
import { settingsFile } from '../../electron/app/settings-file.ts'
import { writeFile } from '../../electron/app/write-file.ts'
import { pageFolder, readPage } from '../../electron/host/web/page-files.ts'
import { startWebHost } from '../../electron/host/web/web-host.ts'
import { buildPageIfStale } from '../../scripts/web-page.mjs'

/** A page at the first screen of a Longhand on a home of its own, on a machine that is another where `over` says so. */
export const withPlatform = async (
  page: Page,
  over: Partial<Platform>,
  use: () => Promise<void>,
): Promise<void> => {
  buildPageIfStale(process.execPath)
  const home = mkdtempSync(join(tmpdir(), 'longhand-platform-'))
  const bugs: unknown[] = []
  const app = createApp({
    ...nodePlatform((bug) => bugs.push(bug)),
    settings: settingsFile(() => home, writeFile),
    keys: createKeys({ env: {} }),
    projectsFolder: () => Promise.resolve(home),
    modelsFolder: () => join(home, 'models'),
    places: [],
    ...over,
  })
  const host = await startWebHost(app, { page: readPage(pageFolder()), port: 0 })
  try {
    await page.goto(host.address)
    await use()
  } finally {
    await host.close()
    await app.close()
    rmSync(home, { recursive: true, force: true })
  }
  expect(bugs).toEqual([])
}
