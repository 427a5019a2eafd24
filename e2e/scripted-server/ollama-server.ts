import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { z } from 'zod'
import { guessTokens } from '../../shared/text/tokens.ts'
import { ollamaChat } from './wires/ollama.ts'

/** A model as this Ollama has it. */
export type OllamaModel = {
  readonly trained: number
  readonly bytes?: number
  readonly thinks?: boolean
  /** It gives embeddings and writes nothing. */
  readonly embeds?: boolean
  /** Tokens that it really loads, whatever it is asked for. */
  readonly capped?: number
}

/** How this Ollama behaves. */
export type OllamaScenario = {
  readonly models: Readonly<Record<string, OllamaModel>>
  readonly reply: string
  /** Knows `truncate: false` and refuses what does not fit, as newer ones do; otherwise it cuts and says nothing. */
  readonly refuses?: boolean
  /** Keeps of what does not fit as much as its context holds, and not only a half of that. */
  readonly keepsMost?: boolean
  /** Says in `/api/ps` with how much context a model is loaded. */
  readonly tellsContext?: boolean
  /** Counts only what no earlier prompt began with, as some versions do; or nothing at all. */
  readonly counts?: 'all' | 'fresh' | 'nothing'
}

const chat = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ content: z.string() })),
  truncate: z.boolean().optional(),
  think: z.boolean().optional(),
  options: z.looseObject({ num_ctx: z.int() }),
})

/** A running server; `asked` are the bodies of the calls, `paths` all that was asked for. */
export type OllamaServer = {
  readonly url: string
  readonly asked: readonly Readonly<Record<string, unknown>>[]
  readonly paths: readonly string[]
  readonly close: () => Promise<void>
}

type Reply = { readonly status?: number; readonly body: string }

const json = (value: object, status = 200): Reply => ({ status, body: JSON.stringify(value) })

/** Tokens as this server counts them: one for four letters. */
const tokensOf = (prompt: string): number => Math.ceil(prompt.length / 4)

const sharedLength = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

const answerer = (scenario: OllamaScenario) => {
  const { models, reply, refuses, counts = 'all' } = scenario
  const loaded = new Map<string, number>()
  const asked: Readonly<Record<string, unknown>>[] = []
  let before = ''
  const answer = (sent: string): Reply => {
    const body = chat.parse(JSON.parse(sent))
    asked.push(body)
    const model = models[body.model]
    if (!model) return json({ error: `model '${body.model}' not found` }, 404)
    if (body.think !== undefined && !model.thinks) {
      return json({ error: `"${body.model}" does not support thinking` }, 400)
    }
    const context = Math.min(body.options.num_ctx, model.trained, model.capped ?? Infinity)
    loaded.set(body.model, context)
    const prompt = body.messages.map(({ content }) => content).join('\n\n')
    const tokens = tokensOf(prompt)
    if (tokens > context && refuses && body.truncate === false) {
      const message = `request (${tokens} tokens) exceeds the available context size (${context} tokens), try increasing it`
      const error = JSON.stringify({ error: { code: 400, message, n_prompt_tokens: tokens, n_ctx: context } })
      return json({ error }, 400)
    }
    const fresh = tokensOf(prompt.slice(sharedLength(prompt, before)))
    before = prompt
    const kept = scenario.keepsMost ? context : Math.floor(context / 2) + 2
    const read = tokens > context ? kept : counts === 'fresh' ? Math.max(1, fresh) : tokens
    const speaker = ollamaChat.speak(ollamaChat.request('', sent), { tokens: read, cached: 0 })
    const words = reply.match(/\S+\s*/g) ?? []
    const input = counts === 'nothing' ? Number.NaN : read
    const end = speaker.finish('stop', { input, cached: 0, output: guessTokens(reply) })
    return { body: words.map((word) => speaker.text(word)).join('') + end }
  }
  const show = (sent: string): Reply => {
    const { model: name } = z.object({ model: z.string() }).parse(JSON.parse(sent))
    const model = models[name]
    if (!model) return json({ error: `model '${name}' not found` }, 404)
    const info = { 'general.architecture': 'toy', 'toy.context_length': model.trained }
    return json({
      capabilities: [model.embeds ? 'embedding' : 'completion', ...(model.thinks ? ['thinking'] : [])],
      model_info: info,
    })
  }
  const lists: Readonly<Record<string, () => Reply>> = {
    '/api/version': () => json({ version: '0.33.2' }),
    '/api/tags': () =>
      json({ models: Object.entries(models).map(([name, { bytes = 0 }]) => ({ name, size: bytes })) }),
    '/api/ps': () =>
      json({
        models: [...loaded].map(([name, context]) => ({
          name,
          ...(scenario.tellsContext && { context_length: context }),
        })),
      }),
    '/v1/models': () => json({ data: Object.keys(models).map((id) => ({ id, owned_by: 'library' })) }),
  }
  const answerTo = (path: string, sent: string): Reply => {
    if (path === '/api/chat') return answer(sent)
    if (path === '/api/show') return show(sent)
    return lists[path]?.() ?? json({ error: 'not found' }, 404)
  }
  return { answerTo, asked }
}

/** Starts an Ollama on a free port of 127.0.0.1 whose models all say the same. It counts one token for four letters. */
export const startOllama = async (scenario: OllamaScenario): Promise<OllamaServer> => {
  const { answerTo, asked } = answerer(scenario)
  const paths: string[] = []
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = incoming.url ?? ''
    paths.push(path)
    const { status = 200, body } = answerTo(path, await textOf(incoming))
    response.writeHead(status, { 'content-type': 'application/x-ndjson' }).end(body)
  }
  const server = createServer((incoming, response) => void handle(incoming, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    paths,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
