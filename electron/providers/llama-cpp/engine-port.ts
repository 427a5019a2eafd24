import { fork } from 'node:child_process'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { FromEngine, ToEngine } from './wire.ts'

/**
 * A process in which a model is run: apart from the app, because a damaged file or a lack of memory ends the whole
 * process it is run in.
 */
export type EnginePort = {
  readonly send: (message: ToEngine) => void
  /** Says what is heard from now on; `ended` with what the process said last of its own, maybe twice. */
  readonly listen: (heard: (message: FromEngine) => void, ended: (lastWords: string) => void) => void
  /** Whether the app has to live on until this is done. */
  readonly hold: (isBusy: boolean) => void
  readonly end: () => void
}

/** Starts the program of an engine, which is a file for Node, absolute. */
export type StartEngine = (program: string) => EnginePort

/** Milliseconds in which a process that is to end has to. */
const patienceMs = 3000

/** Milliseconds in which the last words of a process arrive. */
const lastWordsMs = 100

/** Characters of its own that are kept of what a process says. */
const mostWords = 2000

/** The program: beside this file, or beside the bundle that this file became part of. */
export const engineProgram = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './engine.ts' : './llama-engine.mjs', import.meta.url),
)

/** Starts it with Node. It ends when this process does, however that ends. */
export const forkEngine: StartEngine = (program) => {
  const child = fork(program, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  })
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (words = (words + piece).slice(-mostWords)))
  const hold = (isBusy: boolean): void => {
    if (isBusy) {
      child.ref()
      child.channel?.ref()
    } else {
      child.unref()
      child.channel?.unref()
    }
  }
  // A pipe holds a process by itself.
  if (child.stderr instanceof Socket) child.stderr.unref()
  return {
    send: (message) => {
      // It may have ended a moment ago, which `ended` says.
      if (child.connected) child.send(message, () => undefined)
    },
    listen: (heard, ended) => {
      child.on('message', (message) => heard(message as FromEngine))
      child.on('error', () => ended(words))
      // After a `disconnect` no `close` follows; where one does, the last words come before it.
      child.on('close', () => ended(words))
      child.on('exit', () => setTimeout(() => ended(words), lastWordsMs))
    },
    hold,
    end: () => {
      // Left alone it ends and clears up; what does not within a while is ended.
      if (child.connected) child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), patienceMs).unref()
      child.on('exit', () => clearTimeout(late))
    },
  }
}
