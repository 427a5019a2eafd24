import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { text as textOf } from 'node:stream/consumers'
import type { ChatRequest } from './chat-request.ts'
import { promptCache, tokensOf } from './prompt-cache.ts'
import { streamReply } from './stream-reply.ts'
import type { Ending, Pace } from './stream-reply.ts'
import type { Trouble } from './trouble.ts'
import type { Wire } from './wire.ts'
import { openaiChat } from './wires/openai-chat.ts'

/** What the server does. */
export type Scenario = {
  /** The good reply to a request. */
  readonly reply: (request: ChatRequest) => string | Promise<string>
  /** What goes wrong with the n-th chat request (from 1); null where nothing does. */
  readonly trouble?: (n: number, request: ChatRequest) => Trouble | null
  readonly pace?: Pace
  /** The key it wants; any or none is good where this is left out. */
  readonly key?: string
  /** The names it lists; `scripted` where this is left out. */
  readonly models?: readonly string[]
}

/** One chat request, from its arrival on; times in ms since 1970. It changes until `ending` is set. */
export type LogEntry = {
  readonly n: number
  readonly arrivedAt: number
  readonly headers: IncomingHttpHeaders
  readonly request: ChatRequest
  /** The request as it came. */
  readonly body: string
  readonly trouble: string | null
  readonly input: { readonly tokens: number; readonly cached: number }
  /** The good reply, whatever trouble made of it. */
  text?: string
  firstByteAt?: number
  lastByteAt?: number
  /** `left`: the client went away; `broken`: the trouble ended it; `refused`: a status was the answer. */
  ending?: Ending | 'refused'
}

/** A running server; `url` is its base URL. */
export type ScriptedServer = {
  readonly url: string
  readonly log: readonly LogEntry[]
  /** Breaks what is in hand and resolves when the log is complete. */
  readonly close: () => Promise<void>
}

const good: Trouble = { name: 'none' }

const json = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

/** One request to be answered. */
type Task = {
  readonly wire: Wire
  readonly scenario: Scenario
  readonly entry: LogEntry
  readonly trouble: Trouble
  readonly keep: () => void
}

const answer = async (
  { wire, scenario, entry, trouble, keep }: Task,
  response: ServerResponse,
): Promise<NonNullable<LogEntry['ending']>> => {
  const { reply, pace = { firstTokenMs: 0, tokenMs: 0 } } = scenario
  if (trouble.isSilent) {
    await once(response, 'close')
    return 'left'
  }
  if (trouble.status) {
    const {
      code,
      headers = {},
      message,
      body = message === undefined ? '' : wire.refusal(code, message),
    } = trouble.status
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body)
    entry.firstByteAt = Date.now()
    return 'refused'
  }
  const { request, input } = entry
  const onToken = (): void => {
    if (!entry.firstByteAt) keep()
    entry.firstByteAt ??= Date.now()
  }
  const text = await reply(request)
  entry.text = text
  return streamReply(response, { wire, request, text, trouble, pace, input, onToken })
}

const promptIn = ({ messages }: ChatRequest): string =>
  messages.map(({ role, content }) => `${role}\n${content}\n`).join('')

const handler = (scenario: Scenario, wire: Wire, log: LogEntry[]) => {
  const cache = promptCache()
  const call = async (path: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrivedAt = Date.now()
    const body = await textOf(incoming)
    const request = wire.request(path, body)
    if (!request.isStreamed) return json(response, 400, wire.refusal(400, 'Only streamed replies are given.'))
    const n = log.length + 1
    const trouble = scenario.trouble?.(n, request) ?? null
    const prompt = promptIn(request)
    const input = { tokens: tokensOf(prompt), cached: cache.cached(prompt) }
    const { headers } = incoming
    const entry: LogEntry = { n, arrivedAt, headers, request, body, trouble: trouble?.name ?? null, input }
    log.push(entry)
    const task = { wire, scenario, entry, trouble: trouble ?? good, keep: () => cache.keep(prompt) }
    try {
      entry.ending = await answer(task, response)
    } finally {
      entry.lastByteAt = Date.now()
    }
  }
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const key = wire.keyIn(incoming.headers)
    if (scenario.key && key !== scenario.key)
      return json(response, 401, wire.refusal(401, `Wrong key: ${key ?? 'none'}`))
    const { method, url = '' } = incoming
    const path = url.startsWith(wire.base) ? url.slice(wire.base.length) : ''
    const names = scenario.models ?? ['scripted']
    if (method === 'GET' && path === wire.modelsPath) {
      return json(response, 200, JSON.stringify(wire.models(names)))
    }
    if (method === 'POST' && wire.isCall(path)) return call(path, incoming, response)
    const also = wire.also?.(path, await textOf(incoming), names) ?? null
    if (also) return json(response, 200, JSON.stringify(also))
    return json(response, 404, wire.refusal(404, 'There is nothing here.'))
  }
}

/**
 * Starts a server on a free port of 127.0.0.1, or on the one given, with OpenAI's chat protocol unless another is given.
 * A scenario that throws answers 500.
 */
export const startScriptedServer = async (
  scenario: Scenario,
  wire: Wire = openaiChat,
  wanted = 0,
): Promise<ScriptedServer> => {
  const log: LogEntry[] = []
  const handle = handler(scenario, wire, log)
  const inHand = new Set<Promise<void>>()
  const server = createServer((incoming, response) => {
    const work = handle(incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else json(response, 500, wire.refusal(500, String(error)))
    })
    inHand.add(work)
    void work.finally(() => inHand.delete(work))
  })
  server.listen(wanted, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}${wire.base}`,
    log,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await Promise.all(inHand)
    },
  }
}

/** Most requests that were in hand at the same time: the lanes a client really used. */
export const mostAtOnce = (log: readonly LogEntry[]): number => {
  const marks = log.flatMap(({ arrivedAt, lastByteAt = Infinity }) => [
    { at: arrivedAt, step: 1 },
    { at: lastByteAt, step: -1 },
  ])
  marks.sort((a, b) => a.at - b.at || a.step - b.step)
  let now = 0
  return marks.reduce((most, { step }) => Math.max(most, (now += step)), 0)
}
