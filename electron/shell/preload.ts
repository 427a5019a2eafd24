import { contextBridge, ipcRenderer } from 'electron'
import { channels, isCommandId, signs } from './channels.ts'

/** What the page hears of its port. */
type Ears = {
  readonly onOpen: () => void
  readonly onMessage: (text: string) => void
  readonly onClose: () => void
}
type CommandListener = (id: string) => unknown

let open: { readonly close: () => void } | null = null
let listener: CommandListener | null = null

const isFunction = (value: unknown): boolean => typeof value === 'function'

/** Opens the one port of this page, in place of the one it had; gives what posts to it. */
const connect = ({ onOpen, onMessage, onClose }: Ears): ((text: string) => void) => {
  if (![onOpen, onMessage, onClose].every(isFunction)) throw new TypeError('connect wants three functions')
  open?.close()
  const { port1, port2 } = new MessageChannel()
  let stands = false
  let hasEnded = false
  const end = (): void => {
    if (hasEnded) return
    hasEnded = true
    port1.close()
    onClose()
  }
  port1.addEventListener('message', (event) => {
    const data: unknown = 'data' in event ? event.data : null
    if (data === signs.end) end()
    else if (data === signs.beat) {
      port1.postMessage(signs.beat)
      if (!stands) onOpen()
      stands = true
    } else if (typeof data === 'string') onMessage(data)
  })
  port1.addEventListener('close', end)
  port1.start()
  open = port1
  ipcRenderer.postMessage(channels.port, null, [port2])
  return (text) => {
    if (typeof text !== 'string') throw new TypeError('only texts are posted')
    port1.postMessage(text)
  }
}

/** Sets who hears of the commands that are chosen in the menu. */
const onCommand = (heard: CommandListener): void => {
  if (!isFunction(heard)) throw new TypeError('onCommand wants a function')
  listener = heard
}

const carryOut = async (id: string, asked: number): Promise<void> => {
  try {
    await listener?.(id)
  } finally {
    ipcRenderer.send(channels.done, asked)
  }
}

ipcRenderer.on(channels.command, (_event, id: unknown, asked: unknown) => {
  if (isCommandId(id) && typeof asked === 'number') void carryOut(id, asked)
})

/** All that the page has of the shell. */
const handed = Object.freeze({ connect, onCommand })
contextBridge.exposeInMainWorld('longhand', handed)

/** What the page finds as `window.longhand`. */
export type Handed = typeof handed
