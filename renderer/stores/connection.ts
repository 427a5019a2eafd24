import type { Client } from '../../shared/contract.ts'
import { createConnection } from './create-connection.ts'

export type { Link } from './create-connection.ts'

const portAddress = (): string => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/port`
}

/** The one connection of this page. */
export const connection = createConnection(() => new WebSocket(portAddress()))

// A machine that slept or was elsewhere comes back with sockets that look open and are not.
addEventListener('online', connection.hurry)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) connection.hurry()
})

/** The app's methods. Expected failures are thrown as `AppError`. */
export const client: Client = connection.client
