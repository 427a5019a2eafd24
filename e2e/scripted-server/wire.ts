import type { IncomingHttpHeaders } from 'node:http'
import type { ChatRequest } from './chat-request.ts'

/** Why a reply ends, in the words of OpenAI's chat protocol; `refusal`: the model declines, as its vendor says so. */
export type Reason = 'stop' | 'length' | 'content_filter' | 'refusal'

/** Tokens as a server counts them. */
export type Counted = {
  readonly input: number
  readonly cached: number
  readonly output: number | string
}

/** Puts one reply into frames, ready to be sent. Each gives one frame or several, or nothing where its wire has none. */
export type Speaker = {
  readonly start: () => string
  readonly text: (piece: string) => string
  readonly thinking: (piece: string) => string
  readonly finish: (reason: Reason, counted: Counted) => string
  /** The counts once more. */
  readonly usage: (counted: Counted) => string
  /** What follows when all is said, `[DONE]` for example. */
  readonly done: () => string
}

/** One wire format: how requests come and replies go. */
export type Wire = {
  readonly name: string
  /** What the base URL ends with. */
  readonly base: string
  readonly contentType: string
  readonly keyIn: (headers: IncomingHttpHeaders) => string | undefined
  /** Whether a path (with its query, from the base on) is where a model is asked. */
  readonly isCall: (path: string) => boolean
  /** Where the models are listed, from the base on, and their list. */
  readonly modelsPath: string
  readonly models: (names: readonly string[]) => object
  /** What stands at any further path, or null where nothing does. */
  readonly also?: (path: string, body: string, names: readonly string[]) => object | null
  /** Reads a request; throws where it is none. */
  readonly request: (path: string, body: string) => ChatRequest
  readonly speak: (
    request: ChatRequest,
    input: { readonly tokens: number; readonly cached: number },
  ) => Speaker
  /** Any data as one frame. */
  readonly frame: (data: string) => string
  /** An error inside a reply, as one frame. */
  readonly error: (message: string, code: number | null) => string
  /** The body of a refusal with this status. */
  readonly refusal: (code: number, message: string) => string
  /** Says nothing but that the server is alive. */
  readonly murmur: string
}

/** A frame of server-sent events. */
export const eventOf = (data: string): string => `data: ${data}\n\n`

/** What server-sent events have in common. */
export const serverSent = {
  contentType: 'text/event-stream',
  frame: eventOf,
  murmur: ': alive\n\n',
} as const satisfies Partial<Wire>

/** The key of an `Authorization: Bearer` header. */
export const bearerIn = ({ authorization }: IncomingHttpHeaders): string | undefined =>
  authorization?.replace(/^Bearer /, '')

/** Joins the texts of parts, or takes a text as it is. */
export const textIn = (content: string | readonly { readonly text?: string | undefined }[]): string =>
  typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('')
