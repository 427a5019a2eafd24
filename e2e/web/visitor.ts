import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { once } from 'node:events'
import { request } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { WebSocket } from 'ws'
import type { Client } from '../../shared/contract.ts'

type Headers = Readonly<Record<string, string>>
type Answer = { readonly status: number; readonly headers: Headers; readonly body: string }

/** Asks a web host for a path as it stands, with any headers, Host among them. */
export const ask = async (
  address: string,
  path: string,
  headers: Headers = {},
  method = 'GET',
): Promise<Answer> => {
  const { hostname, port } = new URL(address)
  const asked = request({ hostname, port, path, method, headers, agent: false })
  asked.end()
  const [answer] = await once(asked, 'response')
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

/** The cookie that a browser has after it has opened an address. */
export const cookieFrom = async (address: string): Promise<string> => {
  const { pathname, search } = new URL(address)
  const { headers } = await ask(address, pathname + search)
  return String(headers['set-cookie']).split(';')[0] ?? ''
}

/** A client of a web host as its page is one. */
export type Visitor = { readonly client: Client; readonly socket: WebSocket }

/** Joins a web host through its socket. Rejects where it is refused. */
export const visit = async (address: string, cookie: string): Promise<Visitor> => {
  const { host, origin } = new URL(address)
  const socket = new WebSocket(`ws://${host}/port`, { origin, headers: { cookie } })
  await once(socket, 'open')
  const port = {
    on: (event: string, heard: (event?: { data: unknown }) => void) => {
      socket.on(event, (data: unknown) => heard({ data: String(data) }))
    },
    postMessage: (message: string) => socket.send(message),
  }
  return { client: createORPCClient(new RPCLink({ port })), socket }
}

/** The code of the expected failure that a call ends with. */
export const failureOf = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call
  } catch (error) {
    return error instanceof ORPCError && error.code === 'FAILED' ? error.data.code : error
  }
}

/** A page as the build leaves one, small; gives the folder. */
export const makePage = (folder: string): string => {
  const files = {
    'index.html': '<!doctype html><title>-</title><script type="module" src="/assets/index-1.js"></script>',
    'manifest.json': JSON.stringify({
      'index.html': {
        file: 'assets/index-1.js',
        css: ['assets/index-2.css'],
        assets: ['assets/inter-3.woff2'],
      },
    }),
    'secret.txt': 'not in the manifest',
    'assets/index-1.js': 'document.title = "Longhand"',
    'assets/index-2.css': 'body { margin: 0 }',
    'assets/inter-3.woff2': 'a face',
  }
  mkdirSync(join(folder, 'assets'), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
