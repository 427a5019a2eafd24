// One key press can reach a program several times: from the terminal, and again from whoever started it.
const onePress = 250

/** Aborts at the first Ctrl-C (or SIGTERM, SIGHUP); calls `again` at the next one. */
export const stopSignal = (again: () => void): AbortSignal => {
  const stopping = new AbortController()
  let first = 0
  const heard = (): void => {
    if (!stopping.signal.aborted) {
      first = Date.now()
      stopping.abort()
    } else if (Date.now() - first > onePress) again()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard)
  return stopping.signal
}
