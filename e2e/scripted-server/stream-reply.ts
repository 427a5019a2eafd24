import type { ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { ChatRequest } from './chat-request.ts'
import { tokensOf } from './prompt-cache.ts'
import type { Trouble } from './trouble.ts'

/** How fast the server speaks, in milliseconds. */
export type Pace = { readonly firstTokenMs: number; readonly tokenMs: number }

/** One reply about to be streamed. */
export type Reply = {
  readonly request: ChatRequest
  readonly text: string
  readonly trouble: Trouble
  readonly pace: Pace
  readonly input: { readonly tokens: number; readonly cached: number }
  /** Called when the first token goes out, with every byte counted from then on. */
  readonly onToken: () => void
}

/** How a stream ended on this side. */
export type Ending = 'done' | 'left' | 'broken'

const chunkChars = 16
const mostChars = 2_000_000

const chunksOf = (text: string): readonly string[] =>
  text.match(new RegExp(`[^]{1,${chunkChars}}`, 'gu')) ?? []

type Script = { readonly thinking: readonly string[]; readonly text: Iterable<string>; finish: string | null }

function* endlessly(text: string, more: string): Generator<string> {
  let chars = text.length
  yield* chunksOf(text)
  while (chars < mostChars) {
    chars += more.length
    yield* chunksOf(more)
  }
}

const scriptOf = ({ request, text, trouble }: Reply): Script => {
  const said = trouble.text?.(text) ?? text
  const most = trouble.ignoresBound ? Infinity : (request.maxTokens ?? Infinity) * 4
  const kept = said.slice(0, most)
  const natural = kept.length < said.length ? 'length' : 'stop'
  return {
    thinking: chunksOf(trouble.thinking?.(text) ?? ''),
    text: trouble.endless ? endlessly(kept, trouble.endless(kept)) : chunksOf(kept),
    finish: trouble.finish === undefined ? natural : trouble.finish,
  }
}

const frame = (model: string, delta: object, finish: string | null = null, rest: object = {}): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 0,
    model,
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...rest,
  })

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      response.off('drain', over).off('close', over)
      resolve()
    }
    response.on('drain', over).on('close', over)
  })

const send = async (response: ServerResponse, data: string, splitsLetters = false): Promise<void> => {
  const bytes = Buffer.from(`data: ${data}\n\n`)
  const letter = splitsLetters ? bytes.findIndex((byte) => byte >= 0x80) + 1 : 0
  if (letter > 0) {
    response.write(bytes.subarray(0, letter))
    await setImmediate()
  }
  const hasRoom = response.write(bytes.subarray(letter))
  if (!hasRoom && !response.destroyed) await drained(response)
}

const trip = async (
  response: ServerResponse,
  fault: NonNullable<Trouble['after']>['fault'],
): Promise<Ending> => {
  if (fault === 'stall') {
    await once(response, 'close')
    return 'left'
  }
  if (fault === 'murmur') {
    for (; !response.destroyed; await setTimeout(20)) response.write(': alive\n\n')
    return 'left'
  }
  if (fault === 'reset') {
    // What was said before the reset should arrive, as it would from a server farther away.
    if (response.headersSent) await setTimeout(20)
    response.destroy()
    return 'broken'
  }
  if (fault !== 'end') await send(response, fault.frame)
  response.end()
  return 'broken'
}

const usageOf = ({ input }: Reply, output: number): object => ({
  choices: [],
  usage: {
    prompt_tokens: input.tokens,
    completion_tokens: output,
    total_tokens: input.tokens + output,
    prompt_tokens_details: { cached_tokens: input.cached },
  },
})

const finish = async (
  response: ServerResponse,
  reply: Reply,
  reason: string | null,
  output: number,
): Promise<Ending> => {
  const { request, trouble } = reply
  if (reason !== null) await send(response, frame(request.model, {}, reason))
  if (request.wantsUsage) await send(response, frame(request.model, {}, null, usageOf(reply, output)))
  if (!trouble.done) await send(response, '[DONE]')
  if (trouble.done === 'open') {
    await once(response, 'close')
    return 'left'
  }
  response.end()
  return 'done'
}

/** Streams a reply, with its trouble, at its pace. Resolves when nothing more will be sent. */
export const streamReply = async (response: ServerResponse, reply: Reply): Promise<Ending> => {
  const { request, trouble, pace } = reply
  const script = scriptOf(reply)
  const after = trouble.after
  const start = performance.now() + pace.firstTokenMs
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  let tokens = 0
  let chunks = 0
  const say = async (kind: 'content' | 'reasoning_content', piece: string): Promise<void> => {
    const wait = start + tokens * pace.tokenMs - performance.now()
    if (wait >= 1) await setTimeout(wait, undefined, { signal: gone.signal }).catch(() => undefined)
    if (response.destroyed) return
    reply.onToken()
    tokens += tokensOf(piece)
    await send(response, frame(request.model, { [kind]: piece }), trouble.splitsLetters)
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  if (after?.chunks !== 0) await send(response, frame(request.model, { role: 'assistant', content: '' }))
  for (const piece of script.thinking) await say('reasoning_content', piece)
  for (const piece of script.text) {
    if (response.destroyed) return 'left'
    if (after && chunks >= after.chunks) return trip(response, after.fault)
    await say('content', piece)
    chunks += 1
  }
  if (response.destroyed) return 'left'
  return after ? trip(response, after.fault) : finish(response, reply, script.finish, tokens)
}
