import { app, utilityProcess } from 'electron'
import { basename, join } from 'node:path'
import type { Platform } from '../app/platform.ts'

type StartEngine = NonNullable<Platform['startEngine']>

/** Characters of its own that are kept of what a process says. */
const mostWords = 2000

/** Where a program lies: packed, outside the archive, with the native packages that it needs. */
const placeOf = (program: string): string =>
  app.isPackaged ? join(process.resourcesPath, 'engine', basename(program)) : program

/** Starts the process for GGUF files as one of Electron's own, for the packed app cannot be run as Node. */
export const startModelProcess: StartEngine = (program) => {
  const child = utilityProcess.fork(placeOf(program), [], {
    stdio: ['ignore', 'ignore', 'pipe'],
    serviceName: 'Longhand model',
  })
  let words = ''
  child.stderr?.on('data', (piece) => (words = (words + String(piece)).slice(-mostWords)))
  return {
    send: (message) => child.postMessage(message, []),
    listen: (heard, ended) => {
      child.on('message', heard)
      child.on('exit', () => ended(words))
    },
    // The app lives on while it has a window, whatever else runs.
    hold: () => undefined,
    end: () => void child.kill(),
  }
}
