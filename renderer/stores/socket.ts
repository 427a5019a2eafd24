import { RPCLink } from '@orpc/client/websocket'
import { createStanding, type OpenPipe, type PipeContext } from './pipe.ts'

/** Through a WebSocket, made anew each time. */
export const openSocket =
  (make: () => WebSocket): OpenPipe =>
  (onOpen, onGone) => {
    const websocket = make()
    const { gone, stands, open, end } = createStanding(onOpen, onGone)
    websocket.addEventListener('open', open)
    websocket.addEventListener('close', end)
    return {
      link: new RPCLink<PipeContext>({ websocket }),
      gone,
      stands,
      drop: () => {
        // Nobody may be left to answer the close, so nothing waits for it.
        end()
        websocket.close()
      },
    }
  }
