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

/** The app's methods. Expected failures are thrown as `AppError`. */
export const client: Client = connection.client

/** Sees to the connection at once when the machine or the page comes back: it may look open and not be. */
export const hurryWhenBack = (): void => {
  addEventListener('online', connection.hurry)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) connection.hurry()
  })
}
