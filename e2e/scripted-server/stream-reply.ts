import type { ServerResponse } from 'node:http'
import { once } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { ChatRequest } from './chat-request.ts'
import { tokensOf } from './prompt-cache.ts'
import type { Trouble } from './trouble.ts'
import type { Counted, Reason, Wire } from './wire.ts'

/** How fast the server speaks, in milliseconds. */
export type Pace = { readonly firstTokenMs: number; readonly tokenMs: number }

/** One reply about to be streamed. */
export type Reply = {
  readonly wire: Wire
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
const mostFloods = 500

const chunksOf = (text: string): readonly string[] =>
  text.match(new RegExp(`[^]{1,${chunkChars}}`, 'gu')) ?? []

type Script = { readonly thinking: readonly string[]; readonly text: Iterable<string>; finish: Reason | null }

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

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      response.off('drain', over).off('close', over)
      resolve()
    }
    response.on('drain', over).on('close', over)
  })

type Send = (frames: string) => Promise<void>

/** Sends frames as the trouble would have them, and waits while the client is slow. */
const sender = (response: ServerResponse, { encode, splitsLetters }: Trouble): Send => {
  let sent = 0
  return async (frames) => {
    if (frames === '') return
    const bytes = Buffer.from(encode?.(frames, sent) ?? frames)
    sent += 1
    const letter = splitsLetters ? bytes.findIndex((byte) => byte >= 0x80) + 1 : 0
    if (letter > 0) {
      response.write(bytes.subarray(0, letter))
      await setImmediate()
    }
    const hasRoom = response.write(bytes.subarray(letter))
    if (!hasRoom && !response.destroyed) await drained(response)
  }
}

type Fault = NonNullable<Trouble['after']>['fault']

const wordsOf = (wire: Wire, fault: Exclude<Fault, string>): string =>
  'error' in fault ? wire.error(fault.error, fault.code) : wire.frame(fault.frame)

const trip = async (response: ServerResponse, wire: Wire, send: Send, fault: Fault): Promise<Ending> => {
  if (fault === 'stall') {
    await once(response, 'close')
    return 'left'
  }
  if (fault === 'murmur') {
    for (; !response.destroyed; await setTimeout(20)) response.write(wire.murmur)
    return 'left'
  }
  if (fault === 'flood') {
    const much = wire.murmur.padEnd(100_000, wire.murmur)
    for (let times = 0; times < mostFloods && !response.destroyed; times += 1) await send(much)
    response.end()
    return 'left'
  }
  if (fault === 'reset') {
    // What was said before the reset should arrive, as it would from a server farther away.
    if (response.headersSent) await setTimeout(20)
    response.destroy()
    return 'broken'
  }
  if (fault !== 'end') await send(wordsOf(wire, fault))
  response.end()
  return 'broken'
}

const nonsense = { input: -7, cached: 1e300, output: 'many' } as const

const countedBy = ({ input, trouble }: Reply, output: number): Counted =>
  trouble.usage === 'nonsense' ? nonsense : { input: input.tokens, cached: input.cached, output }

/** Says that the reply is over, as the trouble would have it. */
const finish = async (
  response: ServerResponse,
  { trouble, wire }: Reply,
  { send, speaker }: { readonly send: Send; readonly speaker: ReturnType<Wire['speak']> },
  { reason, counted }: { readonly reason: Reason | null; readonly counted: Counted },
): Promise<Ending> => {
  if (trouble.after) return trip(response, wire, send, trouble.after.fault)
  for (let times = trouble.isFinishedTwice ? 2 : 1; reason && times > 0; times -= 1) {
    await send(speaker.finish(reason, counted))
  }
  if (trouble.usage === 'twice') await send(speaker.usage(counted))
  if (!trouble.done) await send(speaker.done())
  if (trouble.done === 'open') {
    await once(response, 'close')
    return 'left'
  }
  response.end()
  return 'done'
}

/** Streams a reply, with its trouble, at its pace. Resolves when nothing more will be sent. */
export const streamReply = async (response: ServerResponse, reply: Reply): Promise<Ending> => {
  const { wire, request, trouble, pace } = reply
  const script = scriptOf(reply)
  const send = sender(response, trouble)
  const speaker = wire.speak(request, reply.input)
  const start = performance.now() + pace.firstTokenMs
  const most = trouble.after?.chunks ?? Infinity
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  let tokens = 0
  let chunks = 0
  const say = async (frames: string, piece: string): Promise<void> => {
    const wait = start + tokens * pace.tokenMs - performance.now()
    if (wait >= 1) await setTimeout(wait, undefined, { signal: gone.signal }).catch(() => undefined)
    if (response.destroyed) return
    reply.onToken()
    tokens += tokensOf(piece)
    await send(frames)
  }
  response.writeHead(200, {
    'content-type': trouble.contentType ?? wire.contentType,
    'cache-control': 'no-cache',
    ...trouble.headers,
  })
  if (most > 0) await send(speaker.start())
  for (const piece of script.thinking) await say(speaker.thinking(piece), piece)
  for (const piece of script.text) {
    if (response.destroyed) return 'left'
    if (chunks >= most) break
    if (trouble.extra !== undefined && chunks === 1) await send(wire.frame(trouble.extra))
    await say(speaker.text(piece), piece)
    chunks += 1
  }
  if (response.destroyed) return 'left'
  const counted = countedBy(reply, tokens)
  return finish(response, reply, { send, speaker }, { reason: script.finish, counted })
}
