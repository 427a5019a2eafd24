import type { Browser, Page } from '@playwright/test'
import { openPage, startHost, type HostWishes } from './host.ts'

/** A host of its own and a page at its first screen; both end with `use`. */
export const withHost = async (
  browser: Browser,
  wishes: HostWishes,
  use: (page: Page) => Promise<void>,
): Promise<void> => {
  const host = await startHost(wishes)
  try {
    const page = await openPage(browser, host.url())
    await use(page)
    await page.context().close()
  } finally {
    await host.stop()
  }
}
