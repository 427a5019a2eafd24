import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { socketPort } from './socket-port.ts'

const part = 'x'.repeat(2 ** 20)
const most = 8 * 2 ** 20

const drained = async (socket: WebSocket): Promise<void> => {
  while (socket.bufferedAmount > 0) await new Promise(setImmediate)
}

test('a client that does not read is dropped once too much waits for it; one that reads gets all', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = Object(server.address())
  const sendTo = async (reads: boolean): Promise<readonly [sent: number, received: number, end: unknown]> => {
    const joined = once(server, 'connection')
    const client = new WebSocket(`ws://127.0.0.1:${port}`)
    const [socket] = await joined
    await once(client, 'open')
    if (!reads) client.pause()
    let received = 0
    client.on('message', () => (received += 1))
    const { postMessage: post } = socketPort(socket, most)
    let sent = 0
    for (; sent < 40 && socket.readyState === WebSocket.OPEN; sent += 1) {
      post(part)
      if (reads) await drained(socket)
    }
    const over = once(client, 'close')
    client.resume()
    if (reads) socket.close(1000)
    return [sent, received, (await over)[0]]
  }
  const [sent, received] = await sendTo(false)
  expect(sent).toBeGreaterThan(8)
  expect(sent).toBeLessThan(40)
  expect(received).toBeLessThan(sent)
  const read = await sendTo(true)
  expect([read[0], read[2]]).toEqual([40, 1000])
  server.close()
})

test('what is posted to a client that has gone is dropped without a word', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = Object(server.address())
  const joined = once(server, 'connection')
  const client = new WebSocket(`ws://127.0.0.1:${port}`)
  const [socket] = await joined
  await once(client, 'open')
  client.terminate()
  await once(socket, 'close')
  const { postMessage: post } = socketPort(socket)
  expect(() => post('late')).not.toThrow()
  server.close()
})

test.each([
  ['a call', '{"i":"1","p":{"u":"/models/try","b":{"json":{}}}}', true],
  ['the end of a call', '{"i":"9","t":4}', true],
  ['the end of a call, with a reason', '{"i":"9","t":4,"p":null}', true],
  ['an end with more', '{"i":"9","t":4,"q":1}', false],
  ['another kind of message', '{"i":"9","t":5}', false],
  ['no JSON', 'hello', false],
])('%s is heard or ends the connection', async (_, sent, isHeard) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = Object(server.address())
  const joined = once(server, 'connection')
  const client = new WebSocket(`ws://127.0.0.1:${port}`)
  const [socket] = await joined
  const said = new Promise((resolve) => {
    const served = socketPort(socket)
    if ('on' in served) served.on('message', (event) => resolve(event?.data))
    client.on('close', (code) => resolve(code))
  })
  await once(client, 'open')
  client.send(sent)
  expect(await said).toEqual(isHeard ? JSON.parse(sent) : 1008)
  client.terminate()
  server.close()
})
