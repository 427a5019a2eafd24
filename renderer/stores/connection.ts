import type { Client } from '../../shared/contract.ts'
import { createConnection } from './create-connection.ts'
import { openPort } from './port-pipe.ts'
import { shellPort } from './port.ts'
import { openSocket } from './socket.ts'

export type { Link } from './create-connection.ts'

const portAddress = (): string => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/port`
}

const shell = shellPort()

/** The one connection of this page: through the desktop's shell, or to where the page came from. */
export const connection = createConnection(
  shell ? openPort(shell) : openSocket(() => new WebSocket(portAddress())),
)

// A machine that slept or was elsewhere comes back with connections that look open and are not.
addEventListener('online', connection.hurry)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) connection.hurry()
})

/** The app's methods. Expected failures are thrown as `AppError`. */
export const client: Client = connection.client
