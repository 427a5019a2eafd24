import type { UnderlyingSource } from 'node:stream/web'
import { setTimeout } from 'node:timers/promises'
import type { FromEngine } from './llama-cpp/wire.ts'
import { testEngine } from './llama-cpp/test-engine.ts'
import type { StartEngine } from './llama-cpp/engine-port.ts'
import type { TestWire } from './test-wires.ts'

/** What the world may do to a provider; one without a network or a process does not notice. */
export const worlds = [
  'speaks',
  'speaks on',
  'hangs',
  'ignores everything',
  'breaks off',
  'resets',
  'throws',
  'throws at once',
  'talks nonsense',
] as const
export type World = (typeof worlds)[number]

/** Milliseconds between two pieces of a reply that does not end. */
const paceMs = 5

const streamed = (source: UnderlyingSource<Uint8Array>): Response =>
  new Response(new ReadableStream(source), { headers: { 'content-type': 'text/event-stream' } })

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A stream of these frames, after which it is closed, left open, or broken. */
const frames = (all: readonly string[], then: 'closed' | 'open' | 'broken'): Response => {
  const rest = all.filter((each) => each !== '')
  return streamed({
    pull: async (controller) => {
      const next = rest.shift()
      if (next !== undefined) controller.enqueue(bytes(next))
      else if (then === 'closed') controller.close()
      else if (then === 'broken') {
        // What has come is read first, as of a connection.
        await setTimeout(paceMs)
        controller.error(new TypeError('terminated'))
      }
    },
  })
}

const endless = ({ begin, say }: TestWire): Response => {
  let timer: NodeJS.Timeout | undefined
  return streamed({
    start: (controller) => {
      controller.enqueue(bytes(begin))
      timer = setInterval(() => controller.enqueue(bytes(say('more '))), paceMs)
    },
    cancel: () => clearInterval(timer),
  })
}

/** What the body of a call has, and no other request. */
const asks = /"(?:messages|input|contents)":/u

/** A network in which each server behaves so, and says these pieces; what was sent to it goes to `sent`. */
export const networkOf = (
  world: World,
  {
    wire,
    pieces,
    sent,
  }: { readonly wire: TestWire; readonly pieces: readonly string[]; readonly sent: string[] },
): typeof globalThis.fetch => {
  const { begin, say, end } = wire
  const [first = '', ...others] = pieces
  const answer = (): Response | Promise<Response> => {
    switch (world) {
      case 'speaks':
        return frames([begin + say(first), ...others.map(say), end], 'closed')
      case 'speaks on':
        return endless(wire)
      case 'hangs':
        return frames([begin + say(first)], 'open')
      case 'ignores everything':
        return new Promise(() => undefined)
      case 'breaks off':
        return frames([begin + say(first)], 'closed')
      case 'resets':
        return frames([begin + say(first)], 'broken')
      case 'throws':
        return Promise.reject(new Error('No network'))
      case 'throws at once':
        throw new TypeError('Not even a promise')
      case 'talks nonsense':
        return frames(['data: {"choices":[{"del\n\n', 'data: 7\n\n', 'nonsense\n\n'], 'closed')
    }
  }
  return (_, init) => {
    const body = typeof init?.body === 'string' ? init.body : ''
    if (!asks.test(body)) return Promise.resolve(new Response('', { status: 404 }))
    sent.push(body)
    return Promise.resolve(answer())
  }
}

/** Processes of models that behave so, and say these pieces. */
export const engineOf = (
  world: World,
  { pieces, sent }: { readonly pieces: readonly string[]; readonly sent: string[] },
): StartEngine => {
  if (world === 'throws' || world === 'throws at once') {
    return () => {
      throw new Error('No process')
    }
  }
  const timers = new Map<number, NodeJS.Timeout>()
  return testEngine((message, say, die) => {
    if (message.type === 'open') say({ type: 'loaded' })
    if (message.type === 'stop') clearInterval(timers.get(message.call))
    if (message.type !== 'ask' || world === 'ignores everything') return
    const { call, request } = message
    sent.push(JSON.stringify(request))
    if (world === 'talks nonsense') return die('nonsense')
    const text = (piece: string): FromEngine => ({
      type: 'event',
      call,
      event: { type: 'text', text: piece },
    })
    if (world === 'speaks on') {
      timers.set(
        call,
        setInterval(() => say(text('more ')), paceMs),
      )
      return
    }
    for (const piece of world === 'speaks' ? pieces : pieces.slice(0, 1)) say(text(piece))
    if (world === 'breaks off' || world === 'resets') die('Out of memory')
    const usage = { input: 30, cached: 10, output: 2 }
    if (world === 'speaks') say({ type: 'event', call, event: { type: 'end', finish: 'stop', usage } })
  })
}
