import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { MessagePortMain } from 'electron'
import { z } from 'zod'
import { signs } from './channels.ts'

/** Letters of the longest message that a page may send; a million words in one import take about eight million. */
const longestMessage = 32 * 2 ** 20

/** Milliseconds between two beats, and how many of them a page may leave unanswered. */
const beat = 15_000
const mostMissed = 2

/** Of the contract only the terminal asks this: it overwrites any file, where a page hands over what it made. */
const notForPages: ReadonlySet<string> = new Set(['/exports/write'])

const id = z.string().min(1).max(64)
const method = z
  .string()
  .regex(/^\/[a-z]+\/[a-z]+$/i)
  .refine((path) => !notForPages.has(path))
/** A call of a method, or the end of one: all that a client of the contract ever sends. */
const message = z.union([
  z.strictObject({ i: id, p: z.strictObject({ u: method, b: z.unknown() }) }),
  z.strictObject({ i: id, t: z.literal(4), p: z.unknown().optional() }),
])

const callIn = (data: unknown): unknown => {
  if (typeof data !== 'string' || data.length > longestMessage) return null
  try {
    return message.parse(JSON.parse(data))
  } catch {
    return null
  }
}

/** A page's port as the app is served through it, and what ends it from this side. */
export type GuardedPort = { readonly port: SupportedMessagePort; readonly end: () => void }

/**
 * A page's port. What is no call of the contract ends it, and so does a page that leaves two beats unanswered; it opens
 * another one and then has everything. It ends once, whoever ended it.
 */
export const guardedPort = (main: MessagePortMain, every: number = beat): GuardedPort => {
  const enders = new Set<() => void>()
  let missed = 0
  let hasEnded = false
  const post = (text: string): void => main.postMessage(text, [])
  const end = (): void => {
    if (hasEnded) return
    hasEnded = true
    clearInterval(timer)
    post(signs.end)
    main.close()
    for (const ender of enders) ender()
  }
  const timer = setInterval(() => {
    if (missed >= mostMissed) end()
    else post(signs.beat)
    missed += 1
  }, every)
  timer.unref()
  const take = (data: unknown, heard: (event: { data: unknown }) => void): void => {
    missed = 0
    if (data === signs.beat || hasEnded) return
    const call = callIn(data)
    if (call === null) end()
    else heard({ data: call })
  }
  main.on('close', end)
  const port: SupportedMessagePort = {
    on: (event, heard) => {
      if (event === 'message') main.on('message', ({ data }: { data: unknown }) => take(data, heard))
      else enders.add(() => heard())
    },
    postMessage: (text: string) => {
      if (!hasEnded) post(text)
    },
  }
  post(signs.beat)
  return { port, end }
}
