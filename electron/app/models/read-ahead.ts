/**
 * The pieces of a body, each asked for before the one before it is used, the first at once: a body that breaks takes with
 * it what has come and was not asked for.
 */
export const readAhead = (body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> => {
  const reader = body.getReader()
  const ask = () => {
    const asked = reader.read()
    // It is heard of when it is waited for.
    asked.catch(() => {})
    return asked
  }
  let next = ask()
  return (async function* () {
    try {
      for (;;) {
        const { done, value } = await next
        if (done) return
        next = ask()
        yield value
      }
    } finally {
      await reader.cancel().catch(() => {})
    }
  })()
}
