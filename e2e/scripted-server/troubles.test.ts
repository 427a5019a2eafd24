import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ask, asked, asking, told } from './ask.ts'
import { startScriptedServer } from './scripted-server.ts'
import type { Told } from './ask.ts'
import { troubles } from './trouble.ts'
import type { Trouble } from './trouble.ts'

const good =
  'The harbour lay quiet. Überall Stille. 港は静かだった。 The gulls 🕊️ slept on the wall, and nothing moved.'

const lastOf = ({ last }: Told): string => {
  if (last?.type === 'end') return `end ${last.finish}`
  return last?.type === 'failed' ? `${last.failure.code} ${last.failure.scope}` : 'nothing'
}

/** What the caller keeps, how the call ends, how many requests were sent. */
const played = async (trouble: Trouble, until = 1): Promise<readonly [string, string, number]> => {
  const said = await ask({ reply: () => good, trouble: (n) => (n <= until ? trouble : null) })
  return [said.text, lastOf(said), said.log.length]
}

const chunks = (n: number): string => good.slice(0, 16 * n)

test.each<[string, Trouble, readonly [string, string, number]]>([
  ['F8 429, at once', troubles.tooManyCalls('0'), [good, 'end stop', 2]],
  ['F8 429, rubbish', troubles.tooManyCalls('soon'), [good, 'end stop', 2]],
  ['F8 429, a date gone by', troubles.tooManyCalls('Sun, 22 Nov 2020 10:00:30 GMT'), [good, 'end stop', 2]],
  [
    'F8 429, milliseconds',
    troubles.tooManyCalls(undefined, { 'retry-after-ms': '20' }),
    [good, 'end stop', 2],
  ],
  ['F8 429, 600 s', troubles.tooManyCalls('600'), ['', 'model-busy endpoint', 1]],
  ['F9 500', troubles.serverError(), [good, 'end stop', 2]],
  ['F9 503', troubles.serverError(503), [good, 'end stop', 2]],
  ['F9 529', troubles.serverError(529), [good, 'end stop', 2]],
  ['F10 reset before the first byte', troubles.reset(0), [good, 'end stop', 2]],
  ['F10 reset', troubles.reset(2), [chunks(2), 'reply-cut attempt', 1]],
  ['F10 end of file', troubles.endOfFile(2), [chunks(2), 'reply-cut attempt', 1]],
  ['F10 end of file at once', troubles.endOfFile(0), ['', 'reply-cut attempt', 1]],
  ['F10 error inside a 200', troubles.errorFrame(2), [chunks(2), 'reply-cut attempt', 1]],
  [
    'F10 error inside a 200 after text, with a code',
    troubles.errorFrame(2, 502),
    [chunks(2), 'reply-cut attempt', 1],
  ],
  ['F10 error inside a 200 at once', troubles.errorFrame(0), [good, 'end stop', 2]],
  ['F10 error inside a 200 at once, with a code', troubles.errorFrame(0, 502), [good, 'end stop', 2]],
  ['F10 bad frame', troubles.badFrame(2), [chunks(2), 'reply-cut attempt', 1]],
  ['F10 split UTF-8', troubles.splitLetters(), [good, 'end stop', 1]],
  ['F10 missing [DONE]', troubles.missingDone(), [good, 'end stop', 1]],
  ['F10 connection left open', troubles.leftOpen(), [good, 'end stop', 1]],
  ['F11 no first byte', troubles.silence(), ['', 'reply-stalled attempt', 1]],
  ['F11 a stall', troubles.stall(2), [chunks(2), 'reply-stalled attempt', 1]],
  ['F11 and H40 murmurs without end', troubles.murmurs(2), [chunks(2), 'reply-stalled attempt', 1]],
  ['F12 context overflow', troubles.overflow(), ['', 'reply-too-long attempt', 1]],
  ['F13 401', troubles.keyRefused(), ['', 'model-key-refused endpoint', 1]],
  ['F13 402', troubles.noCredit(), ['', 'model-no-credit endpoint', 1]],
  ['F13 404', troubles.noModel(), ['', 'model-not-found endpoint', 1]],
  ['400', troubles.badRequest(), ['', 'model-refused-request attempt', 1]],
  ['a web page', troubles.webPage(), ['', 'model-not-found endpoint', 1]],
  [
    'H39 a redirect to another host',
    troubles.redirect('http://localhost:9/v1'),
    ['', 'model-unreachable endpoint', 1],
  ],
  ['H39 a redirect to another path', troubles.redirect('/v1/chat/completions'), [good, 'end stop', 2]],
  ['H16 empty', troubles.empty(), ['', 'end stop', 1]],
  ['H16 blank', troubles.blank(), [' \n\n\t ', 'end stop', 1]],
  ['H16 thinking only', troubles.thinkingOnly(), ['', 'end stop', 1]],
  ['H18 refusal', troubles.refusal('I cannot.'), ['I cannot.', 'end stop', 1]],
  ['H18 filter', troubles.filter(), [good.slice(0, 40), 'end filter', 1]],
  ['H20 runaway', troubles.runaway(10), [`${good}\n\n`.repeat(10), 'end stop', 1]],
  ['H13 truncated', troubles.truncated(), [good.slice(0, Math.floor(good.length / 2)), 'end stop', 1]],
  ['H40 a line of 2 MB', troubles.longLine(2, 2_000_000), [chunks(2), 'reply-runaway attempt', 1]],
])('%s', async (_, trouble, expected) => {
  expect(await played(trouble)).toEqual(expected)
})

test('H17 and H40: endless repetition is cut at 16 characters a token and 64 kB', async () => {
  const [text, last] = await played(troubles.repetition())
  expect([text.length, last]).toEqual([asked.maxOutput * 16 + 65_536, 'reply-runaway attempt'])
})

test('F9 a server that never recovers: five requests, then the endpoint is in trouble, with the time to go on', async () => {
  const said = await ask({ reply: () => good, trouble: () => troubles.serverError() })
  expect([lastOf(said), said.log.length, said.waits]).toEqual(['model-unreachable endpoint', 5, 4])
  expect(said.last).toMatchObject({ failure: { retryAt: expect.any(Number) } })
})

test.each([
  [200, 'reply-runaway attempt'],
  [400, 'model-refused-request attempt'],
])('H40 a gzip bomb with status %i is cut, and so is its message', async (code, expected) => {
  const headers = { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' }
  const body = gzipSync(Buffer.alloc(30_000_000, 'x'))
  const said = await ask({
    reply: () => good,
    trouble: () => ({ name: 'bomb', status: { code, headers, body } }),
  })
  const sentence = said.last?.type === 'failed' ? said.last.failure.sentence : ''
  expect([lastOf(said), sentence.length < 400]).toEqual([expected, true])
})

test('F11 a stop while it streams ends the call within 200 ms, keeps what was said and tells the server', async () => {
  const server = await startScriptedServer({ reply: () => good, pace: { firstTokenMs: 10, tokenMs: 20 } })
  const stop = new AbortController()
  let text = ''
  for await (const event of asking(server.url)(asked, stop.signal)) {
    if (event.type === 'text') text += event.text
    if (text.length > 20 && !stop.signal.aborted) setTimeout(() => stop.abort(performance.now()), 1)
  }
  expect(performance.now() - Number(stop.signal.reason)).toBeLessThan(200)
  expect([good.startsWith(text), text.length > 20]).toEqual([true, true])
  await expect.poll(() => server.log[0]?.ending, { timeout: 1000 }).toBe('left')
  await server.close()
})

test('F14 a server that is gone is asked five times, then named', async () => {
  const server = await startScriptedServer({ reply: () => good })
  await server.close()
  const said = await told(asking(server.url)(asked, new AbortController().signal), server.log)
  const { host } = new URL(server.url)
  expect([lastOf(said), said.waits]).toEqual(['model-unreachable endpoint', 4])
  expect(said.last).toMatchObject({
    failure: {
      sentence: `The server at ${host} does not answer. Is it running?`,
      retryAt: expect.any(Number),
    },
  })
})

test('H39 a redirect to another port gets neither the request nor the key', async () => {
  const other = await startScriptedServer({ reply: () => good })
  const trouble = (): Trouble => troubles.redirect(`${other.url}/chat/completions`)
  const said = await ask({ reply: () => good, trouble, key: 'sk-secret-1' })
  await other.close()
  const sentence = said.last?.type === 'failed' ? said.last.failure.sentence : ''
  expect(sentence).toMatch(
    /^The server at 127\.0\.0\.1:\d+ sends calls on to http:.*; nothing was sent there\. If/,
  )
  expect(other.log).toEqual([])
})

test('H42 a server that repeats the key does not get it into a message', async () => {
  const key = 'Zq7-very_private'
  const trouble = (): Trouble => troubles.badRequest(`Who is ${key}? Authorization: Bearer ${key}`)
  const said = await ask({ reply: () => good, trouble, key })
  expect(JSON.stringify(said.last)).toContain('Who is …? Authorization: Bearer …')
  expect(JSON.stringify(said.last)).not.toContain(key)
})
