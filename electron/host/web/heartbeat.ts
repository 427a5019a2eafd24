import type { WebSocket } from 'ws'

/** Milliseconds between two beats. */
export const beat = 15_000

const mostMissed = 2

/** Pings a client at every beat, and drops it when two in a row were not answered. */
export const keepBeating = (socket: WebSocket, every: number = beat): void => {
  let missed = 0
  socket.on('pong', () => {
    missed = 0
  })
  const timer = setInterval(() => {
    if (missed >= mostMissed) socket.terminate()
    else socket.ping()
    missed += 1
  }, every)
  socket.on('close', () => clearInterval(timer))
}
