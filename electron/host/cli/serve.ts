import { resolve } from 'node:path'
import { openBrowser } from '../web/open-browser.ts'
import { pageFolder, readPage } from '../web/page-files.ts'
import { startWebHost } from '../web/web-host.ts'
import { exits } from './outcome.ts'
import { say, type Session } from './session.ts'

/** The flags of `serve`, as they were given. */
export type ServeFlags = { readonly port?: number; readonly open?: boolean }

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })

/** `longhand serve`: shows Longhand in a browser on this machine until Ctrl-C; then runs are stopped and kept. */
export const serve = async (
  session: Session,
  file: string | undefined,
  flags: ServeFlags,
): Promise<number> => {
  const { client, env, folder, stopping } = session
  // On a screen a first run is there to be watched: the practice model writes at a reader's pace.
  process.env['LONGHAND_PRACTICE_PACE'] ??= '12'
  const page = readPage(pageFolder())
  const opened = file === undefined ? null : await client.projects.open({ path: resolve(folder, file) })
  const host = await startWebHost(session, {
    page,
    port: flags.port,
    ...(opened && { start: `/#/project?path=${encodeURIComponent(opened.project)}` }),
  })
  try {
    say(session, [host.address])
    if (flags.open) {
      const shown = await openBrowser({ platform: process.platform, env }, host.addressOnce())
      say(session, [
        shown ? 'Opened in the browser. Ctrl-C ends Longhand.' : 'Open this address in a browser.',
      ])
    }
    await aborted(stopping)
    return exits.done
  } finally {
    await host.close()
  }
}
