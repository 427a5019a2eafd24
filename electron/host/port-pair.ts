import { MessageChannel } from 'node:worker_threads'
import type { App } from '../app/create-app.ts'
import { connect, type Connection } from './connect.ts'

/** Joins an app in this process through a pair of ports, as every other host joins it through its own. */
export const joinApp = (app: App, limit?: number): Connection => {
  const { port1, port2 } = new MessageChannel()
  app.serve(port1)
  port1.start()
  return connect(port2, limit)
}
