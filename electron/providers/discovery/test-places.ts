import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { onTestFinished } from 'vitest'

/** What a server answers to each path: JSON, another status with or without a place to go on to, or nothing at all. */
export type Answers = Readonly<
  Record<string, object | string | { readonly status: number; readonly location?: string } | null>
>

/** A server on a free port of 127.0.0.1 until the test has ended, and what it was asked. */
export const startPlace = async (answers: Answers) => {
  const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = []
  const server = createServer((incoming, response) => {
    const path = incoming.url ?? ''
    asked.push({ path, headers: incoming.headers })
    const answer = path in answers ? answers[path] : { status: 404 }
    if (answer === null || answer === undefined) return
    if (typeof answer === 'string')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(answer)
    if ('status' in answer && typeof answer.status === 'number') {
      const location = 'location' in answer ? { location: String(answer.location) } : {}
      return void response.writeHead(answer.status, location).end('{}')
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { url: `http://127.0.0.1:${port}`, asked }
}

const listed = (...models: readonly object[]) => ({ '/v1/models': { object: 'list', data: models } })

/** Servers of every kind, as they answer. */
export const kinds = {
  'llama.cpp': {
    '/props': { default_generation_settings: { n_ctx: 8192 }, total_slots: 4 },
    '/api/tags': { models: [{ name: 'gemma', size: 1 }] },
    ...listed({ id: 'gemma', owned_by: 'llamacpp' }),
  },
  'LM Studio': {
    '/api/v0/models': {
      data: [
        { id: 'embed', type: 'embeddings', state: 'not-loaded', max_context_length: 2048 },
        { id: 'big', type: 'llm', state: 'not-loaded', max_context_length: 131_072 },
        {
          id: 'small',
          type: 'llm',
          state: 'loaded',
          max_context_length: 32_768,
          loaded_context_length: 4096,
        },
      ],
    },
    ...listed({ id: 'embed' }, { id: 'big' }, { id: 'small' }),
  },
  vLLM: listed({ id: 'Qwen/Qwen3-32B', owned_by: 'vllm', max_model_len: 40_960 }),
  SGLang: {
    '/get_model_info': { model_path: '/models/qwen', is_generation: true },
    '/get_server_info': { max_running_requests: 2048, context_length: 32_768 },
    ...listed({ id: 'qwen', owned_by: 'sglang' }),
  },
  LiteLLM: {
    '/health/readiness': { status: 'healthy', litellm_version: '1.50.0' },
    ...listed({ id: 'gpt-4o', owned_by: 'openai' }),
  },
  Jan: { '/openapi.json': { info: { title: 'Jan API Server' } }, '/v1/models': { status: 401 } },
  Ollama: {
    '/api/version': { version: '0.33.2' },
    '/api/tags': { models: [{ name: 'qwen3:8b', size: 5_000 }] },
    '/api/ps': { models: [] },
    '/api/show': { capabilities: ['completion'], model_info: { 'qwen3.context_length': 40_960 } },
    ...listed({ id: 'qwen3:8b', owned_by: 'library' }),
  },
  another: listed({ id: 'x' }),
} as const satisfies Readonly<Record<string, Answers>>
