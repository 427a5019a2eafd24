import type { FromEngine, ToEngine } from '../wire.ts'

/** The way to the app that started this process. */
export type ParentLink = {
  readonly send: (message: FromEngine, sent?: () => void) => void
  readonly listen: (heard: (message: ToEngine) => void) => void
}

/** How a utility process of Electron talks with the process that started it. */
type ParentPort = {
  readonly postMessage: (message: unknown) => void
  readonly on: (name: 'message', heard: (event: { readonly data: unknown }) => void) => void
}

const utilityPort = (): ParentPort | undefined => Reflect.get(process, 'parentPort')

/** The link that this process was started with: Electron's, or Node's, with which the process ends too. */
export const parentLink = (): ParentLink => {
  const port = utilityPort()
  process.on('SIGTERM', () => process.exit(0))
  // Ctrl-C in a terminal is meant for the app, which says what is to be done.
  process.on('SIGINT', () => undefined)
  if (port) {
    return {
      send: (message, sent) => {
        port.postMessage(message)
        // Nothing says when a message has gone.
        if (sent) setTimeout(sent, 100)
      },
      listen: (heard) => port.on('message', ({ data }) => heard(data as ToEngine)),
    }
  }
  process.on('disconnect', () => process.exit(0))
  return {
    send: (message, sent) => void process.send?.(message, undefined, undefined, () => sent?.()),
    listen: (heard) => void process.on('message', (message) => heard(message as ToEngine)),
  }
}
