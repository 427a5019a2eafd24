import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { WebSocket } from 'ws'
import { z } from 'zod'

/** Bytes that may wait to be sent to a client before it is dropped, to open again when it can read. */
const mostWaiting = 64 * 2 ** 20

const id = z.string().min(1).max(64)
/** A call of a method, or the end of one: all that a client of the contract ever sends. */
const message = z.union([
  z.strictObject({
    i: id,
    p: z.strictObject({ u: z.string().regex(/^\/[a-z]+\/[a-z]+$/i), b: z.unknown() }),
  }),
  z.strictObject({ i: id, t: z.literal(4), p: z.unknown().optional() }),
])

const parsed = (data: Buffer): unknown => {
  try {
    return message.parse(JSON.parse(data.toString('utf8')))
  } catch {
    return null
  }
}

/**
 * A WebSocket as the port of a client. What is no call of the contract ends the connection, and so does a client that
 * leaves too much unread: it opens again and then has everything.
 */
export const socketPort = (socket: WebSocket, most: number = mostWaiting): SupportedMessagePort => {
  const onMessage = (heard: (event: { data: unknown }) => void): void => {
    socket.on('message', (raw, isBinary) => {
      const data = isBinary || !Buffer.isBuffer(raw) ? null : parsed(raw)
      if (data === null) socket.close(1008, 'not a call')
      else heard({ data })
    })
  }
  return {
    on: (event, heard) => {
      if (event === 'message') onMessage(heard)
      else socket.on(event, () => heard())
    },
    postMessage: (text: string) => {
      if (socket.bufferedAmount > most) socket.terminate()
      else socket.send(text)
    },
  }
}
