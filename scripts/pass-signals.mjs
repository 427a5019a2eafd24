const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

// One Ctrl-C arrives several times: from the terminal, and again from npm, which sends it on.
const oneKeyPress = 500

/**
 * Sends on to a process group of its own what this process is told, once for each time that it is told.
 * @param {import('node:child_process').ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} [heard] is called for each
 */
export function passSignals(child, heard = () => {}) {
  const sent = new Map()
  for (const signal of passedOn) {
    process.on(signal, () => {
      const now = Date.now()
      if (now - (sent.get(signal) ?? -Infinity) < oneKeyPress) return
      sent.set(signal, now)
      heard(signal)
      if (process.platform !== 'win32') child.kill(signal)
    })
  }
}
