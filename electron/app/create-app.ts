import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { createRouter } from './handlers.ts'
import { downloadsOn } from './models/downloads.ts'
import { createOpenedProjects } from './opened.ts'
import type { Platform } from './platform.ts'

/** Longhand without a screen. It is reached through ports alone. */
export type App = {
  /** Answers calls from this port until it closes. */
  readonly serve: (port: SupportedMessagePort) => void
  /** Stops every run and download, and closes every project. */
  readonly close: () => Promise<void>
}

/** The app on a platform, with no project open yet. */
export const createApp = (platform: Platform): App => {
  const projects = createOpenedProjects(platform)
  const downloads = downloadsOn(platform)
  const handler = new RPCHandler(createRouter(projects, platform, downloads))
  return {
    serve: (port) => handler.upgrade(port),
    close: async () => {
      await Promise.all([downloads.close(), ...projects.all().map(projects.close)])
    },
  }
}
