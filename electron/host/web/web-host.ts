import { getRequestListener } from '@hono/node-server'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { AppError } from '../../../shared/errors.ts'
import type { App } from '../../app/create-app.ts'
import { createGuard, type Guard } from './guard.ts'
import { beat, keepBeating } from './heartbeat.ts'
import type { PageFiles } from './page-files.ts'
import { pageServer } from './page-server.ts'
import { socketPort } from './socket-port.ts'

/** The port where nobody else asks for it: L-O-N-G on a telephone. One port keeps one browser storage. */
const usual = 5664

/** Bytes of the longest message that a client may send; a million words in one import take about eight. */
const longestMessage = 32 * 2 ** 20

/** Clients at once. */
const mostClients = 32

/** The app as a browser reaches it. */
export type WebHost = {
  /** The address to print; it lets a browser in for as long as the host runs. */
  readonly address: string
  /** The same for one use, to be handed to a program where others can read it. */
  readonly addressOnce: () => string
  readonly close: () => Promise<void>
}

/** `port` undefined means the usual one, or any other where that is taken; `start` is where the page begins. */
export type WebHostOptions = {
  readonly page: PageFiles
  readonly port?: number | undefined
  readonly start?: string
  readonly beat?: number
}

const portTaken = (port: number): AppError =>
  new AppError(
    'usage',
    `Port ${port} cannot be used: another program has it, or it is not yours to take.`,
    'Give another with --port, or none.',
  )

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen({ host: '127.0.0.1', port, exclusive: true })
  await once(server, 'listening')
  const address = server.address()
  if (typeof address === 'object' && address) return address.port
  throw new Error('a server without an address')
}

const listenSomewhere = async (server: Server, port: number | undefined): Promise<number> => {
  try {
    return await listen(server, port ?? usual)
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE', 'EACCES')) throw error
    if (port !== undefined) throw portTaken(port)
    return listen(server, 0)
  }
}

const mayConnect = (guard: Guard, { headers, url }: IncomingMessage): boolean =>
  url?.split('?')[0] === '/port' &&
  guard.mayConnect({
    host: headers.host,
    origin: headers.origin,
    site: typeof headers['sec-fetch-site'] === 'string' ? headers['sec-fetch-site'] : undefined,
    cookie: headers.cookie,
  })

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const serveSockets = (server: Server, app: Pick<App, 'serve'>, guard: Guard, every: number) => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: longestMessage,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (!mayConnect(guard, request)) return refuse(socket, '403 Forbidden')
    if (sockets.clients.size >= mostClients) return refuse(socket, '503 Service Unavailable')
    sockets.handleUpgrade(request, socket, head, (client) => {
      // What a client does wrong ends its connection; there is nothing else to do about it.
      client.on('error', () => client.terminate())
      keepBeating(client, every)
      app.serve(socketPort(client))
    })
  })
  return sockets
}

/** Serves an app and its page on 127.0.0.1. Throws `usage` where the port that was asked for cannot be had. */
export const startWebHost = async (app: Pick<App, 'serve'>, options: WebHostOptions): Promise<WebHost> => {
  const server = createServer()
  const port = await listenSomewhere(server, options.port)
  const guard = createGuard(port)
  const { page, start = '/' } = options
  const pages = pageServer({ page, guard, port, start })
  // Left to itself the adaptor replaces the global Request and Response, which the providers use.
  const listener = getRequestListener(pages.fetch, { overrideGlobalObjects: false })
  server.on('request', (request, response) => void listener(request, response))
  const sockets = serveSockets(server, app, guard, options.beat ?? beat)
  const addressWith = (token: string): string => `http://127.0.0.1:${port}/?token=${token}`
  return {
    address: addressWith(guard.token),
    addressOnce: () => addressWith(guard.ticket()),
    close: async () => {
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
