import { EventEmitter } from 'node:events'

/** A table of events with their arguments, in which `never` stands for each that the real thing does not emit so. */
export type Emitted<Source, Table extends Record<string, unknown[]>> = {
  [Name in keyof Table]: Source extends {
    on: (event: Name, listener: (...args: Table[Name]) => void) => unknown
  }
    ? Table[Name]
    : never
}

/** An event that can be prevented, as Electron hands one out. */
export const preventable = () => {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event satisfies Electron.Event
}

export { EventEmitter }
