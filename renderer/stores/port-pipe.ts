import { RPCLink } from '@orpc/client/message-port'
import { createStanding, type OpenPipe, type PipeContext } from './pipe.ts'
import type { ShellPort } from './port.ts'

type Heard = (event?: { readonly data: unknown }) => void

/** Through the port that the desktop's shell handed over. */
export const openPort =
  (shell: ShellPort): OpenPipe =>
  (onOpen, onGone) => {
    const { gone, stands, open, end } = createStanding(onOpen, onGone)
    const heard = new Set<Heard>()
    const postMessage = shell.connect({
      onOpen: open,
      onMessage: (data) => {
        for (const each of heard) each({ data })
      },
      onClose: end,
    })
    const port = {
      on: (event: string, listener: Heard) => {
        if (event === 'message') heard.add(listener)
        else gone.addEventListener('abort', () => listener(), { once: true })
      },
      postMessage,
    }
    return { link: new RPCLink<PipeContext>({ port }), gone, stands, drop: end }
  }
