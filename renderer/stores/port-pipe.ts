import type { ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { lost } from './failures.ts'
import type { ShellPort } from './port.ts'

export type PipeContext = Record<string, never>

/** A way to the app that is being opened; `stands` fails and `gone` aborts when it is lost. */
export type Pipe = {
  readonly link: ClientLink<PipeContext>
  readonly gone: AbortSignal
  readonly stands: Promise<void>
}

/** Opens a way to the app, and tells when it stands and when it is lost. */
export type OpenPipe = (onOpen: () => void, onClose: () => void) => Pipe

const createStanding = (onOpen: () => void, onClose: () => void) => {
  const gone = new AbortController()
  const stands = Promise.withResolvers<void>()
  // Calls that were made meanwhile hear of it; there may be none.
  stands.promise.catch(() => {})
  return {
    gone: gone.signal,
    stands: stands.promise,
    open: () => {
      stands.resolve()
      onOpen()
    },
    close: () => {
      if (gone.signal.aborted) return
      gone.abort()
      stands.reject(lost())
      onClose()
    },
  }
}

const socketAddress = (): string => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/port`
}

/** Through a WebSocket to where the page came from. */
export const openSocket: OpenPipe = (onOpen, onClose) => {
  const websocket = new WebSocket(socketAddress())
  const { gone, stands, open, close } = createStanding(onOpen, onClose)
  websocket.addEventListener('open', open)
  websocket.addEventListener('close', close)
  return { link: new SocketLink<PipeContext>({ websocket }), gone, stands }
}

type Heard = (event?: { readonly data: unknown }) => void

/** Through the port that the desktop's shell handed over. */
export const openPort =
  (shell: ShellPort): OpenPipe =>
  (onOpen, onClose) => {
    const { gone, stands, open, close } = createStanding(onOpen, onClose)
    const heard = new Set<Heard>()
    const postMessage = shell.connect({
      onOpen: open,
      onMessage: (data) => {
        for (const each of heard) each({ data })
      },
      onClose: close,
    })
    const port = {
      on: (event: string, listener: Heard) => {
        if (event === 'message') heard.add(listener)
        else gone.addEventListener('abort', () => listener(), { once: true })
      },
      postMessage,
    }
    return { link: new PortLink<PipeContext>({ port }), gone, stands }
  }
