import { fork } from 'node:child_process'

/** Runs a program in a child of Node's, to which it talks as a child of Node's does. */
export const utilityProcess = {
  fork: (program: string): Electron.UtilityProcess => {
    const child = fork(program, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
    child.unref()
    child.channel?.unref()
    const used = {
      postMessage: (message: object) => void child.send(message, () => undefined),
      kill: () => child.kill(),
      on: (name: 'message' | 'exit', listener: (...args: readonly unknown[]) => void) =>
        child.on(name, listener),
      stderr: child.stderr,
    }
    return used as never
  },
}
