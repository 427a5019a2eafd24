// The program of an engine: runs one model in a process of its own, for whoever started it.
import { registerHooks } from 'node:module'
import type { ModelFailure } from '../../../shared/model.ts'
import { failureOf } from './engine/failures.ts'
import { tryDevice } from './engine/load-model.ts'
import { createModelRunner } from './engine/model-runner.ts'
import type { ModelRunner } from './engine/model-runner.ts'
import { parentLink } from './engine/parent-link.ts'
import type { ToEngine } from './wire.ts'

// node-llama-cpp tries its binaries in a second process before it loads them, which Electron's own processes cannot
// start, and which a process that may die does not need.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('/bindings/utils/testBindingBinary.js')
      ? {
          format: 'module',
          source: 'export const testBindingBinary = async () => true',
          shortCircuit: true,
        }
      : next(url, context),
})

const { send, listen } = parentLink()
const stops = new Map<number, AbortController>()
let runner: Promise<ModelRunner> | null = null

const cannot = (failure: ModelFailure): void => {
  send({ type: 'cannot', failure }, () => process.exit(1))
}

const ask = async ({ call, request }: Extract<ToEngine, { type: 'ask' }>): Promise<void> => {
  const stop = new AbortController()
  stops.set(call, stop)
  // Why there is none has been said.
  const answer = await runner?.catch(() => null)
  await answer?.(request, stop.signal, (event) => send({ type: 'event', call, event }))
  stops.delete(call)
}

listen((message) => {
  switch (message.type) {
    case 'open':
      runner = createModelRunner(message.options, send)
      runner.then(
        () => send({ type: 'loaded' }),
        (error: unknown) => cannot(failureOf(error)),
      )
      return
    case 'try':
      tryDevice(message.gpu).then(
        (device) => send({ type: 'device', device }),
        (error: unknown) => cannot(failureOf(error)),
      )
      return
    case 'ask':
      ask(message).catch((error: unknown) => cannot(failureOf(error)))
      return
    case 'stop':
      stops.get(message.call)?.abort()
  }
})
