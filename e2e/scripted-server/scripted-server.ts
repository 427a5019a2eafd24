import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { text as textOf } from 'node:stream/consumers'
import { chatRequest } from './chat-request.ts'
import type { ChatRequest } from './chat-request.ts'
import { promptCache, tokensOf } from './prompt-cache.ts'
import { streamReply } from './stream-reply.ts'
import type { Ending, Pace } from './stream-reply.ts'
import type { Trouble } from './trouble.ts'

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

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
const refusal = (message: string): object => ({ error: { message, type: 'invalid_request_error' } })

const answer = async (
  { reply, pace = { firstTokenMs: 0, tokenMs: 0 } }: Scenario,
  entry: LogEntry,
  trouble: Trouble,
  response: ServerResponse,
  keep: () => void,
): Promise<NonNullable<LogEntry['ending']>> => {
  if (trouble.isSilent) {
    await once(response, 'close')
    return 'left'
  }
  if (trouble.status) {
    const { code, headers = {}, body = '' } = trouble.status
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
  return streamReply(response, { request, text, trouble, pace, input, onToken })
}

const handler = (scenario: Scenario, log: LogEntry[]) => {
  const cache = promptCache()
  const chat = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrivedAt = Date.now()
    const request = chatRequest(await textOf(incoming))
    if (!request.isStreamed) return json(response, 400, refusal('Only streamed replies are given.'))
    const n = log.length + 1
    const trouble = scenario.trouble?.(n, request) ?? null
    const prompt = request.messages.map(({ role, content }) => `${role}\n${content}\n`).join('')
    const input = { tokens: tokensOf(prompt), cached: cache.cached(prompt) }
    const { headers } = incoming
    const entry: LogEntry = { n, arrivedAt, headers, request, trouble: trouble?.name ?? null, input }
    log.push(entry)
    try {
      entry.ending = await answer(scenario, entry, trouble ?? good, response, () => cache.keep(prompt))
    } finally {
      entry.lastByteAt = Date.now()
    }
  }
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isAllowed = !scenario.key || incoming.headers.authorization === `Bearer ${scenario.key}`
    if (!isAllowed)
      return json(response, 401, refusal(`Wrong key: ${incoming.headers.authorization ?? 'none'}`))
    if (incoming.method === 'GET' && incoming.url === '/v1/models') {
      const data = (scenario.models ?? ['scripted']).map((id) => ({ id, object: 'model' }))
      return json(response, 200, { object: 'list', data })
    }
    if (incoming.method === 'POST' && incoming.url === '/v1/chat/completions') return chat(incoming, response)
    return json(response, 404, refusal('There is nothing here.'))
  }
}

/** Starts a server with OpenAI's chat protocol on a free port of 127.0.0.1. A scenario that throws answers 500. */
export const startScriptedServer = async (scenario: Scenario): Promise<ScriptedServer> => {
  const log: LogEntry[] = []
  const handle = handler(scenario, log)
  const inHand = new Set<Promise<void>>()
  const server = createServer((incoming, response) => {
    const work = handle(incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else json(response, 500, refusal(String(error)))
    })
    inHand.add(work)
    void work.finally(() => inHand.delete(work))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
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
