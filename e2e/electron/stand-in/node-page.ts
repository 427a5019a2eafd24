import { compileFunction } from 'node:vm'
import type { MessagePort } from 'node:worker_threads'
import type { LivePage, OpenPage, PageOwner } from './page.ts'
import { StandInPort } from './ports.ts'
import { preloadBundle } from './preload-bundle.ts'
import { fetchAs } from './session.ts'

/** A page without a screen: the real preload has run, and what it handed over stands in `world`. */
export type NodePage = LivePage & { readonly world: Record<string, unknown> }

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}

const electronFor = (contents: PageOwner, world: NodePage['world'], ports: Set<MessagePort>) => {
  const heard = new Map<string, (...args: unknown[]) => void>()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) => void (world[name] = deepFreeze({ ...api })),
    },
    ipcRenderer: {
      on: (channel: string, listener: (...args: unknown[]) => void) => void heard.set(channel, listener),
      send: (channel: string, ...args: unknown[]) => contents.sent(channel, args),
      postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) => {
        for (const port of transfer) ports.add(port)
        contents.sent(
          channel,
          [message],
          transfer.map((port) => new StandInPort(port)),
        )
      },
    },
  }
  return { electron, heard }
}

/** Loads the page through the session and runs the real preload, but nothing of the page. */
export const nodePage: OpenPage = async (contents, url): Promise<NodePage> => {
  const answer = await fetchAs(url.split('#')[0] ?? '')
  if (answer.status !== 200) throw new Error(`${url} could not be loaded`)
  const world: NodePage['world'] = {}
  const ports = new Set<MessagePort>()
  const { electron, heard } = electronFor(contents, world, ports)
  let address = url
  const page: NodePage = {
    world,
    receive: (channel, args) => heard.get(channel)?.({}, ...args),
    goTo: (next) => {
      address = next
      return Promise.resolve()
    },
    address: () => address,
    close: () => {
      for (const port of ports) port.close()
      return Promise.resolve()
    },
  }
  contents.page = page
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  }
  compileFunction(preloadBundle(), ['require', 'module', 'exports'])(require, { exports: {} }, {})
  return page
}
