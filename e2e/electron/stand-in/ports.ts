import type { MessagePort } from 'node:worker_threads'
import { EventEmitter, type Emitted } from './events.ts'

type PortEvents = Emitted<Electron.MessagePortMain, { message: [Electron.MessageEvent]; close: [] }>
type UsedPort = Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>

/** A port in the main process: it tells of its closing only when the other end did it. */
export class StandInPort extends EventEmitter<PortEvents> implements UsedPort {
  readonly #port: MessagePort
  #hasClosed = false

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => {
      if (!this.#hasClosed) this.emit('close')
      this.#hasClosed = true
    })
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message, [])
  }

  start(): void {
    this.#port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  }

  close(): void {
    this.#hasClosed = true
    this.#port.close()
  }
}
