/** Waits for one's turn. */
export type Turn = () => Promise<void>

/** Replies that are worked up in one turn: the commits of what follows from them are made together. */
const atOnce = 4

/**
 * Turns of the event loop, which `pause` lets go round, in the order of asking. Where many replies end at the same moment, what follows from the first
 * is on its way before the last is looked at.
 */
export const createTurns = (pause: () => Promise<void>): Turn => {
  const waiting: (() => void)[] = []
  const serve = async (): Promise<void> => {
    while (waiting.length > 0) {
      await pause()
      for (const go of waiting.splice(0, atOnce)) go()
    }
  }
  return () =>
    new Promise((go) => {
      if (waiting.push(go) === 1) void serve()
    })
}
