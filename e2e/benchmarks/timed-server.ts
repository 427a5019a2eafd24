/**
 * A scripted server that speaks at a fixed pace with the replies of the practice model, in a process of its own. Prints
 * its base URL, ends when its input does, and then writes what it saw to a file. Replies are kept in another, so that
 * from the second time on a server spends no time on finding them.
 *
 * timed-server.ts FIRST_TOKEN_MS TOKEN_MS LOG.json REPLIES.json
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { hashOf } from '../../shared/text/hash.ts'
import { practiceReply } from '../accept/careless.ts'
import type { ChatRequest } from '../scripted-server/chat-request.ts'
import { startScriptedServer, type LogEntry } from '../scripted-server/scripted-server.ts'
import type { LoggedCall } from './bound/logged-call.ts'

const [firstTokenMs, tokenMs, log, kept] = process.argv.slice(2)
if (log === undefined || kept === undefined)
  throw new Error('timed-server.ts FIRST_TOKEN_MS TOKEN_MS LOG.json REPLIES.json')

const replies = new Map(
  existsSync(kept)
    ? Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(kept, 'utf8'))))
    : [],
)

const reply = async (request: ChatRequest): Promise<string> => {
  const key = hashOf([request.messages, request.seed])
  const said = replies.get(key) ?? (await practiceReply(request))
  replies.set(key, said)
  return said
}

const logged = ({ n, arrivedAt, firstByteAt, lastByteAt, request, text }: LogEntry): LoggedCall => ({
  n,
  from: arrivedAt,
  first: firstByteAt ?? lastByteAt ?? arrivedAt,
  to: lastByteAt ?? arrivedAt,
  prompt: request.messages.map(({ role, content }) => `${role}\n${content}\n`).join(''),
  reply: text ?? '',
})

const pace = { firstTokenMs: Number(firstTokenMs), tokenMs: Number(tokenMs) }
const server = await startScriptedServer({ reply, pace })
process.stdout.write(`${server.url}\n`)
for await (const _ of process.stdin);
await server.close()
writeFileSync(log, JSON.stringify(server.log.map(logged)))
writeFileSync(kept, JSON.stringify(Object.fromEntries(replies)))
