/** What a page hears of its port: it stands, a message came, it is gone. */
export type PortEars = {
  readonly onOpen: () => void
  readonly onMessage: (text: string) => void
  readonly onClose: () => void
}

/** The desktop's shell as its page has it. */
export type ShellPort = {
  /** Opens the one port of this page, in place of the one it had; gives what posts to it. */
  readonly connect: (ears: PortEars) => (text: string) => void
  /** Sets who hears of the commands that are chosen in the menu; a command is done when the answer has settled. */
  readonly onCommand: (heard: (id: string) => unknown) => void
}

const isShellPort = (value: unknown): value is ShellPort =>
  typeof value === 'object' &&
  value !== null &&
  'connect' in value &&
  typeof value.connect === 'function' &&
  'onCommand' in value &&
  typeof value.onCommand === 'function'

/** The port that the desktop's shell handed over; null in a browser. */
export const shellPort = (from: object = globalThis): ShellPort | null => {
  const found: unknown = 'longhand' in from ? from.longhand : null
  return isShellPort(found) && Object.isFrozen(found) ? found : null
}
