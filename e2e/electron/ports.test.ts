import { MessageChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { Handed } from '../../electron/shell/preload.ts'
import type { ShellPort } from '../../renderer/stores/port.ts'
import { clientOf, firstWindow, handedTo, launch, soon, type Desktop } from './stand-in/start.ts'
import type { StandInWindow } from './stand-in/windows.ts'

/** A port that the page of a window has sent by itself, and all that it hears through it. */
const rawPort = (desktop: Desktop, window: StandInWindow) => {
  const { port1, port2 } = new MessageChannel()
  const heard: unknown[] = []
  port1.on('message', (data: unknown) => heard.push(data))
  port1.on('close', () => heard.push('closed'))
  window.webContents.sent('longhand:port', [null], [new desktop.StandInPort(port2)])
  return { port: port1, heard }
}

const call = (u: string, b: unknown = {}, i = '1'): string => JSON.stringify({ i, p: { u, b: { json: b } } })

test.each([
  ['no JSON', '{'],
  ['no call', '{}'],
  ['an object that was not written out', { i: '1', p: { u: '/models/list', b: {} } }],
  ['bytes', new Uint8Array([1, 2, 3])],
  ['a path of three parts', call('/a/b/c')],
  ['a path that climbs', call('/../list')],
  ['a method that only the terminal has', call('/exports/write')],
  ['a field too many', JSON.stringify({ i: '1', p: { u: '/models/list', b: {}, h: {} } })],
  ['an id that is too long', call('/models/list', {}, 'x'.repeat(65))],
  ['a text that is too long', call('/models/list', 'x'.repeat(33 * 2 ** 20))],
])('%s ends the port, and the page can have another', async (_, message) => {
  const desktop = await launch()
  const window = await firstWindow(desktop)
  const { port, heard } = rawPort(desktop, window)
  port.postMessage(message)
  await soon(() => expect(heard).toEqual(['beat', 'end', 'closed']))
  const { client } = clientOf(window)
  expect(await client.models.check({ id: 'practice' })).toMatchObject({ lanes: expect.any(Number) })
})

test('a call that names no method of the contract is answered, and the port stands', async () => {
  const desktop = await launch()
  const window = await firstWindow(desktop)
  const { port, heard } = rawPort(desktop, window)
  port.postMessage(call('/no/method'))
  port.postMessage(call('/models/list', {}, '2'))
  await soon(() => expect(heard).toHaveLength(3))
  expect(heard.map((each) => (each as string).slice(0, 60)).join(' ')).toMatch(/404/u)
})

test('a page has one port: another one ends the first, with all that was following through it', async () => {
  const desktop = await launch()
  const window = await firstWindow(desktop)
  const first = clientOf(window)
  await first.client.models.list({})
  const second = clientOf(window)
  await second.client.models.list({})
  const raw = rawPort(desktop, window)
  await soon(() => expect(second.pipe.gone.aborted).toBe(true))
  raw.port.close()
})

test('two ports at once are both refused', async () => {
  const desktop = await launch()
  const window = await firstWindow(desktop)
  const closed: string[] = []
  const ports = ['a', 'b'].map((name) => {
    const { port1, port2 } = new MessageChannel()
    port1.on('close', () => closed.push(name))
    return new desktop.StandInPort(port2)
  })
  window.webContents.sent('longhand:port', [null], ports)
  await soon(() => expect(closed.toSorted()).toEqual(['a', 'b']))
})

test('a port that leaves two beats unanswered is ended on this side too; one that answers stands', async () => {
  const { guardedPort } = await import('../../electron/shell/guarded-port.ts')
  const { StandInPort } = await import('./stand-in/ports.ts')
  const make = (answers: boolean) => {
    const { port1, port2 } = new MessageChannel()
    const main = new StandInPort(port2)
    let ended = 0
    let beats = 0
    const { port } = guardedPort(main, 20)
    if (!('on' in port)) throw new Error('no port of this kind')
    port.on('message', () => {})
    port.on('close', () => (ended += 1))
    main.start()
    port1.on('message', (data) => {
      beats += 1
      if (answers) port1.postMessage(data)
    })
    return { ended: () => ended, beats: () => beats, close: () => port1.close() }
  }
  const [silent, alive] = [make(false), make(true)]
  await soon(() => expect(alive.beats()).toBeGreaterThan(8))
  expect([silent.ended(), alive.ended()]).toEqual([1, 0])
  expect(silent.beats()).toBeLessThan(5)
  alive.close()
  await soon(() => expect(alive.ended()).toBe(1))
})

test('what followed a project stops when its page has gone', async () => {
  const desktop = await launch()
  const window = await firstWindow(desktop)
  const { client, pipe } = clientOf(window)
  const calls = client.runs.ended({ project: '/nowhere.longhand' }).catch((error: unknown) => String(error))
  expect(await calls).toMatch(/Failed/u)
  await window.webContents.lose()
  await soon(() => expect(pipe.gone.aborted).toBe(true))
})

/** The two sides, which cannot import each other, mean the same: this compiles only while they do. */
const asThePageTakesIt = (handed: Handed): ShellPort => handed

test('what is handed over fits what the page takes it for', async () => {
  const window = await firstWindow(await launch())
  const { shellPort } = await import('../../renderer/stores/port.ts')
  const handed = handedTo(window)
  expect(shellPort(handed)).toBe(asThePageTakesIt(handed['longhand'] as Handed))
  // Anything that is not the frozen port is a browser's page.
  expect([
    shellPort({}),
    shellPort({ longhand: {} }),
    shellPort({ longhand: { ...Object(handed['longhand']) } }),
  ]).toEqual([null, null, null])
})
