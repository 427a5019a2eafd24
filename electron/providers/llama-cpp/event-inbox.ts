/** What has been put and not yet been taken, in order. */
export type Inbox<Event> = {
  readonly put: (event: Event) => void
  /** Every event put, until `signal` aborts: what has not been taken by then is lost. */
  readonly events: () => AsyncGenerator<Event>
}

/** An empty inbox. */
export const createInbox = <Event>(signal: AbortSignal): Inbox<Event> => {
  const waiting: Event[] = []
  let wake = (): void => undefined
  return {
    put: (event) => {
      waiting.push(event)
      wake()
    },
    events: async function* () {
      const onAbort = (): void => wake()
      signal.addEventListener('abort', onAbort, { once: true })
      try {
        while (!signal.aborted) {
          const event = waiting.shift()
          if (event !== undefined) yield event
          else await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        signal.removeEventListener('abort', onAbort)
      }
    },
  }
}
